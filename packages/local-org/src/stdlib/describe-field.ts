import { ApexList } from '../kernel/collections';
import { enumConstant } from '../kernel/enums';
import { fail } from '../kernel/fail';
import { NativeObject } from '../kernel/natives';
import { objectTypeOf } from '../kernel/sobject-access';
import { SObjectFieldToken, SObjectTypeToken } from '../kernel/tokens';
import type { ApexEnumValue } from '../kernel/values';
import type { Field, FieldType, ObjectType, PicklistValue } from '../schema/model';
import { OfObject } from './of-object';
import { oncePer } from './once';
import { members, type Theme } from './registry';

const SOAP: Readonly<Partial<Record<FieldType, string>>> = {
  id: 'ID', reference: 'ID', boolean: 'BOOLEAN', int: 'INTEGER', double: 'DOUBLE', currency: 'DOUBLE', percent: 'DOUBLE', date: 'DATE',
  datetime: 'DATETIME', time: 'TIME', base64: 'BASE64BINARY', anyType: 'ANYTYPE', address: 'ADDRESS', location: 'LOCATION',
}; // prettier-ignore

const isText = (type: FieldType): boolean => !(type in SOAP) || type === 'id' || type === 'reference';

/** A field's `Schema.DisplayType`. */
export const displayType = (field: Field): ApexEnumValue =>
  enumConstant('Schema.DisplayType', field.type === 'int' ? 'INTEGER' : field.type.toUpperCase());

/** `Schema.DescribeFieldResult` of one field. */
export class FieldDescribe extends OfObject {
  override readonly apexType = 'Schema.DescribeFieldResult';
  readonly field: Field;

  constructor(object: ObjectType, field: Field) {
    super(object);
    this.field = field;
  }

  /** What the field itself says; rights are the caller's business. */
  static readonly properties: Readonly<Record<string, (describe: FieldDescribe) => unknown>> = {
    Name: ({ field }) => field.name,
    LocalName: ({ field }) => field.name,
    Type: ({ field }) => displayType(field),
    SoapType: ({ field }) => enumConstant('Schema.SoapType', SOAP[field.type] ?? 'STRING'),
    Length: ({ field }) => field.length,
    ByteLength: ({ field }) => (isText(field.type) ? field.length * 3 : 0),
    Precision: ({ field }) => field.precision,
    Digits: ({ field }) => (field.type === 'int' ? 9 : 0),
    Scale: ({ field }) => field.scale,
    isNillable: ({ field }) => field.nillable,
    isFilterable: ({ field }) => field.filterable,
    isSortable: ({ field }) => field.sortable,
    isGroupable: ({ field }) => field.groupable,
    isUnique: ({ field }) => field.unique,
    isCaseSensitive: ({ field }) => field.caseSensitive,
    isExternalId: ({ field }) => field.externalId,
    isIdLookup: ({ field }) => field.idLookup,
    isAutoNumber: ({ field }) => field.autoNumber,
    isNameField: ({ field }) => field.nameField,
    isNamePointing: ({ field }) => field.referenceTo.length > 1,
    isCustom: ({ field }) => field.custom,
    isCalculated: ({ field }) => field.calculated,
    isCascadeDelete: ({ field }) => field.deleteRule === 'cascade',
    isRestrictedDelete: ({ field }) => field.deleteRule === 'restrict',
    isDefaultedOnCreate: ({ field }) => field.defaultedOnCreate,
    DefaultValue: ({ field }) => field.defaultValue ?? null,
    isRestrictedPicklist: ({ field }) => field.restrictedPicklist,
    PicklistValues: ({ field }) => ApexList.ofType('Schema.PicklistEntry', field.picklist.map(entryOf)),
    RelationshipName: ({ field }) => field.relationshipName,
    SObjectType: ({ object }) => SObjectTypeToken.of(object),
    SObjectField: ({ object, field }) => SObjectFieldToken.of(object, field.slot),
    isDeprecatedAndHidden: () => false,
    isEncrypted: ({ field }) => field.type === 'encryptedstring',
    isPermissionable: ({ field }) => field.custom && field.nillable && !field.masterDetail,
  };
}

const describesOf = oncePer((object: ObjectType) => oncePer((field: Field) => new FieldDescribe(object, field)));

export function fieldDescribe(token: SObjectFieldToken): FieldDescribe {
  const object = objectTypeOf(token.shape);
  const field = object?.fields[token.slot];
  return object && field ? describesOf(object)(field) : fail('System.SObjectException', `${token.fieldName} has no describe`);
}

class PicklistEntry extends NativeObject {
  override readonly apexType = 'Schema.PicklistEntry';
  readonly value: PicklistValue;
  constructor(value: PicklistValue) {
    super();
    this.value = value;
  }
  override toString(): string {
    const { label, value, active, isDefault } = this.value;
    return `Schema.PicklistEntry[getLabel=${label};getValue=${value};isActive=${active};isDefaultValue=${isDefault};]`;
  }
}

const entryOf = oncePer((value: PicklistValue) => new PicklistEntry(value));

export const picklistMembers: Theme = members('Schema.PicklistEntry', {
  'getLabel/0': ({ value }: PicklistEntry) => value.label,
  'get:Label': ({ value }: PicklistEntry) => value.label,
  'getValue/0': ({ value }: PicklistEntry) => value.value,
  'get:Value': ({ value }: PicklistEntry) => value.value,
  'isActive/0': ({ value }: PicklistEntry) => value.active,
  'get:Active': ({ value }: PicklistEntry) => value.active,
  'isDefaultValue/0': ({ value }: PicklistEntry) => value.isDefault,
  'get:DefaultValue': ({ value }: PicklistEntry) => value.isDefault,
});
