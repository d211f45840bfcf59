import { enumConstants, platformEnumNames } from '../kernel/enums';
import { ApexList } from '../kernel/collections';
import { equalsExactly, hashOf } from '../kernel/equality';
import { fail, need } from '../kernel/fail';
import { toText } from '../kernel/text';
import type { ApexEnumValue } from '../kernel/values';
import { members, merge, type Theme } from './registry';

const common = {
  'equals/1': (value: unknown, other: unknown) => equalsExactly(value, other),
  'hashCode/0': (value: unknown) => hashOf(value),
  'toString/0': (value: unknown) => toText(value),
};

const constantMembers = {
  ...common,
  'name/0': (value: ApexEnumValue) => value.name,
  'ordinal/0': (value: ApexEnumValue) => value.ordinal,
};

function platformEnum(type: string): Theme {
  const constants = enumConstants(type) ?? [];
  const getters = Object.fromEntries(constants.map((constant) => [`get:${constant.name}`, () => constant]));
  return members(type, {
    ...constantMembers,
    ...getters,
    'values/0': () => ApexList.ofType(type, [...constants]),
    'valueOf/1': (name: string) =>
      constants.find((constant) => constant.name.toLowerCase() === need(name).toLowerCase()) ??
      fail('System.NoSuchElementException', `No enum constant ${type}.${name}`),
  });
}

/** What every Object has, and enums: the platform's with their constants, `System.Enum` for members of any enum. */
export const objectsAndEnums: Theme = merge(
  members('System.Object', common),
  members('Object', common),
  members('System.Enum', constantMembers),
  ...platformEnumNames().map(platformEnum),
);
