import type { Field, ObjectType } from '../schema/model';
import type { Rights } from './rights';
import { governorOf, isSetupObject } from './setup-objects';

const NAME_PARTS: ReadonlySet<string> = new Set(['Salutation', 'FirstName', 'MiddleName', 'LastName', 'Suffix']);
const ADDRESS_PART = /(street|city|state|statecode|postalcode|country|countrycode|latitude|longitude|geocodeaccuracy)$/;

/**
 * Deployment grants nobody field access, not even System Administrators; only what a record cannot do without is visible to all:
 * required fields, the name, the owner, the record type and what the platform keeps itself (Salesforce Help, "Field-Level Security").
 */
export function isAlwaysVisible(object: ObjectType, field: Field): boolean {
  if ((object.kind !== 'custom' && object.kind !== 'standard') || object.share || field.masterDetail) return true;
  if (field.custom) return !field.nillable && field.type !== 'boolean' && !field.autoNumber;
  if (object.kind === 'custom' || isSetupObject(object.name)) return true;
  if (field.type === 'address') return false;
  const required = !field.nillable && field.type !== 'boolean';
  const kept = !field.createable && !field.updateable;
  return required || kept || field.nameField || isNamePart(object, field) || field.referenceTo.includes('RecordType');
}

function isNamePart(object: ObjectType, field: Field): boolean {
  return NAME_PARTS.has(field.name) && object.field('LastName') !== undefined;
}

/**
 * Whether a permission set grants the field. View All Fields opens every field of an object to read, whenever it was made (Field Reference,
 * "ObjectPermissions"; since API version 63.0). A profile brings the standard fields of the objects that it opens; object rights do the rest.
 */
export function grantsField(set: Rights, object: ObjectType, field: Field, edit: boolean): boolean {
  if (!edit && set.openObjects.has(object.name.toLowerCase())) return true;
  const granted = set.fields.get(fieldKey(object, field));
  if (granted !== undefined && (granted || !edit)) return true;
  if (field.custom || !set.ofProfile) return false;
  const seesAll = set.permissions.has('viewalldata') || set.permissions.has('modifyalldata');
  return seesAll || (set.objects.get(governorOf(object.name).toLowerCase())?.size ?? 0) > 0;
}

/** Field permissions are given on a geolocation or address as a whole, and on the Contact field that a person account shows as its own. */
function fieldKey(object: ObjectType, field: Field): string {
  const owner = object.name.toLowerCase();
  const name = field.name.toLowerCase();
  if (field.custom) {
    if (name.endsWith('__pc')) return `contact.${name.replace(/__pc$/, '__c')}`;
    return `${owner}.${name.replace(/__(latitude|longitude)__s$/, '__c')}`;
  }
  const whole = name.replace(ADDRESS_PART, 'address');
  const key = object.field(whole)?.type === 'address' ? whole : name;
  return owner === 'account' && key.startsWith('person') ? `contact.${key.slice('person'.length)}` : `${owner}.${key}`;
}
