import { ApexList } from '../../kernel/collections';
import { enumConstant, enumConstants } from '../../kernel/enums';
import { fail, need } from '../../kernel/fail';
import type { ApexEnumValue } from '../../kernel/values';
import type { EnumObject } from './objects';

/** Enums of the program and of the platform. */
export function enumOperations(enumOfProgram: (name: string) => EnumObject | undefined) {
  const enumValues = (type: string): readonly ApexEnumValue[] => enumOfProgram(type)?.values ?? enumConstants(type) ?? [];
  return {
    platformEnum: enumConstant,
    enumName: (value: ApexEnumValue | null): string => need(value).name,
    enumOrdinal: (value: ApexEnumValue | null): number => need(value).ordinal,
    enumValues: (type: string): ApexList => ApexList.ofType(type, [...enumValues(type)]),
    enumValueOf: (name: string | null, type: string): ApexEnumValue => {
      const wanted = need(name).toLowerCase();
      return (
        enumValues(type).find((value) => value.name.toLowerCase() === wanted) ??
        fail('System.NoSuchElementException', `No enum constant ${type}.${need(name)}`)
      );
    },
  };
}
