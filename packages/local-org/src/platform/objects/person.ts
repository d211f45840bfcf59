import type { SObject } from '../../kernel/sobject';
import type { Schema } from '../../schema/model';

/** A field of a person account and the field of its contact that holds the same value. */
export interface FieldPair {
  readonly account: string;
  readonly contact: string;
}

/** Fields that carry the same name on both sides. */
const SAME_NAME = ['Salutation', 'FirstName', 'MiddleName', 'LastName', 'Suffix', 'Phone', 'Fax', 'OwnerId'];
/** `Person...` fields that are no mirror of a contact field. */
const NO_MIRROR = new Set(['PersonContactId']);
const known = new WeakMap<Schema, readonly FieldPair[]>();

/** Every pair of mirrored fields (Salesforce Help, "Person Account Fields"): names, `Person...` fields, custom `__pc` fields. */
export function fieldPairs(schema: Schema): readonly FieldPair[] {
  let pairs = known.get(schema);
  if (!pairs) known.set(schema, (pairs = findPairs(schema)));
  return pairs;
}

function findPairs(schema: Schema): FieldPair[] {
  const account = schema.object('Account');
  const contact = schema.object('Contact');
  if (!account || !contact) return [];
  return account.fields.flatMap((field) => {
    const mirror = SAME_NAME.includes(field.name) ? field.name : mirrorName(field.name);
    const found = mirror === null ? undefined : contact.field(mirror);
    return found ? [{ account: field.name, contact: found.name }] : [];
  });
}

function mirrorName(name: string): string | null {
  if (name.endsWith('__pc')) return name.replace(/__pc$/, '__c');
  return name.startsWith('Person') && !NO_MIRROR.has(name) ? name.slice('Person'.length) : null;
}

/** Fields that only person accounts may have values in. */
export function personOnlyFields(schema: Schema): string[] {
  return fieldPairs(schema)
    .map((pair) => pair.account)
    .filter((name) => name !== 'Phone' && name !== 'Fax' && name !== 'OwnerId');
}

export const isPerson = (record: SObject): boolean => record.get('IsPersonAccount') === true;
