import type { Field, ObjectType } from './model';

/** A part of a compound field under the name by which the value shows it. */
export interface CompoundPart {
  readonly key: string;
  readonly field: Field;
}

/** Object Reference, "Address Compound Fields": members of the value in the order in which the API shows them. */
const ADDRESS_PARTS = [
  'City',
  'Country',
  'CountryCode',
  'GeocodeAccuracy',
  'Latitude',
  'Longitude',
  'PostalCode',
  'State',
  'StateCode',
  'Street',
];
const NAME_PARTS: ReadonlySet<string> = new Set(['Salutation', 'FirstName', 'MiddleName', 'LastName', 'Suffix']);

export const isCompound = (field: Field): boolean => field.type === 'address' || field.type === 'location';

/** What a compound field is made of: `BillingAddress` of `BillingCity` and so on, `Place__c` of `Place__Latitude__s` and `Place__Longitude__s`. */
export function partsOf(object: ObjectType, compound: Field): readonly CompoundPart[] {
  const named = (key: string, name: string): CompoundPart[] => {
    const field = object.field(name);
    return field ? [{ key, field }] : [];
  };
  if (compound.type === 'location') {
    const stem = compound.name.replace(/__c$/, '__');
    return [...named('latitude', `${stem}Latitude__s`), ...named('longitude', `${stem}Longitude__s`)];
  }
  const prefix = compound.name.replace(/Address$/, '');
  return ADDRESS_PARTS.flatMap((part) => named(part.charAt(0).toLowerCase() + part.slice(1), prefix + part));
}

const owners = new WeakMap<ObjectType, ReadonlyMap<Field, string>>();

/** The compound field that a field is a part of, the name of a person among them; null for all others. */
export function compoundOf(object: ObjectType, field: Field): string | null {
  let known = owners.get(object);
  if (!known) owners.set(object, (known = new Map(object.fields.filter(isCompound).flatMap((one) => ownedBy(object, one)))));
  if (NAME_PARTS.has(field.name) && object.field('LastName')) return object.fields.find((one) => one.nameField)?.name ?? null;
  return known.get(field) ?? null;
}

const ownedBy = (object: ObjectType, compound: Field): [Field, string][] =>
  partsOf(object, compound).map(({ field }): [Field, string] => [field, compound.name]);
