import { PLATFORM_ENUMS } from './platform-enums';
import { ApexEnumValue } from './values';

const constants = new Map<string, readonly ApexEnumValue[]>();

/** All constants of a platform enum, in ordinal order; `undefined` when there is no such enum. The name is qualified: `System.StatusCode`. */
export function enumConstants(type: string): readonly ApexEnumValue[] | undefined {
  const known = constants.get(type);
  if (known) return known;
  const names = PLATFORM_ENUMS[type];
  if (names === undefined) return undefined;
  const values = names.split(' ').map((name, ordinal) => ApexEnumValue.of(type, name, ordinal));
  constants.set(type, values);
  return values;
}

/**
 * One constant of a platform enum. A name that the reference does not list (a status code newer than our list, say) still
 * becomes a constant, so that an error is never replaced by another.
 */
export function enumConstant(type: string, name: string): ApexEnumValue {
  const values = enumConstants(type) ?? [];
  return values.find((value) => value.name === name) ?? ApexEnumValue.of(type, name, values.length);
}
