import type { SharingRule } from '../metadata/model';
import type { Field, FieldSet, ObjectType, RecordTypeInfo, SharedWith, SharingModel, ValidationRule } from './model';

/** A field before its place among the object's fields is known. */
export type FieldDraft = Omit<Field, 'slot'>;

/** An object while the schema is being put together. */
export interface ObjectDraft {
  name: string;
  label: string;
  labelPlural: string;
  kind: ObjectType['kind'];
  keyPrefix: string;
  setup: boolean;
  sharingModel: SharingModel;
  queryable: boolean;
  createable: boolean;
  updateable: boolean;
  deletable: boolean;
  fields: FieldDraft[];
  validationRules: ValidationRule[];
  recordTypes: RecordTypeInfo[];
  fieldSets?: FieldSet[];
  publishImmediately?: boolean;
  share?: SharedWith;
  sharingRules?: readonly SharingRule[];
}

const NOT_GROUPABLE = new Set<Field['type']>([
  'double',
  'currency',
  'percent',
  'datetime',
  'time',
  'multipicklist',
  'base64',
  'location',
  'address',
  'anyType',
]);

/** A field with the properties that its type implies; `given` overrides them. */
export function fieldDraft(name: string, type: Field['type'], given: Partial<FieldDraft> = {}): FieldDraft {
  const longText = type === 'textarea' && (given.length ?? 0) > 255;
  const searchable = !longText && type !== 'encryptedstring' && type !== 'base64';
  return {
    name,
    label: labelOf(name),
    type,
    length: 0,
    precision: type === 'double' || type === 'currency' || type === 'percent' ? 18 : 0,
    scale: 0,
    nillable: type !== 'boolean' && type !== 'id',
    createable: true,
    updateable: true,
    filterable: searchable,
    sortable: searchable && type !== 'multipicklist' && type !== 'location',
    groupable: searchable && !NOT_GROUPABLE.has(type),
    unique: false,
    caseSensitive: false,
    externalId: false,
    idLookup: false,
    autoNumber: false,
    displayFormat: null,
    nameField: false,
    custom: name.endsWith('__c') || name.endsWith('__pc'),
    defaultedOnCreate: type === 'boolean',
    defaultValue: type === 'boolean' ? false : null,
    restrictedPicklist: false,
    picklist: [],
    referenceTo: [],
    relationshipName: null,
    childRelationshipName: null,
    deleteRule: 'setNull',
    masterDetail: false,
    writeOnce: false,
    calculated: false,
    ...given,
  };
}

/** A readable label from an API name: `LastReferencedDate` -> `Last Referenced Date`, `ManagerId` -> `Manager ID`. */
export function labelOf(name: string): string {
  return name
    .replace(/__(c|pc|e|mdt)$/, '')
    .replace(/_/g, ' ')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/\bId$/, 'ID')
    .trim();
}
