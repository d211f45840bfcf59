import { compoundOf } from '../../schema/compound';
import type { Field, ObjectType } from '../../schema/model';
import { fieldLabelsFor } from '../session/operations';
import type { Call } from '../shared/call';
import type { Json, JsonObject } from '../shared/json';
import { toRest } from '../shared/values';
import { recordTypeInfos } from './record-types';

const SOAP_TYPES: Readonly<Partial<Record<Field['type'], string>>> = {
  id: 'tns:ID',
  reference: 'tns:ID',
  boolean: 'xsd:boolean',
  int: 'xsd:int',
  double: 'xsd:double',
  currency: 'xsd:double',
  percent: 'xsd:double',
  date: 'xsd:date',
  datetime: 'xsd:dateTime',
  time: 'xsd:time',
  base64: 'xsd:base64Binary',
  address: 'urn:address',
  location: 'urn:location',
  anyType: 'xsd:anyType',
};

/** One entry of the global describe; also the `objectDescribe` of basic information. Rights are the session user's. */
export function summary(call: Call, object: ObjectType): JsonObject {
  const may = (right: 'create' | 'edit' | 'delete'): boolean => call.org.access.hasObject(call.user.userId, object, right);
  const url = `/services/data/v${call.version}/sobjects/${object.name}`;
  const custom = object.kind !== 'standard';
  return {
    activateable: false,
    createable: object.createable && may('create'),
    custom,
    customSetting: object.kind === 'setting',
    deletable: object.deletable && may('delete'),
    deprecatedAndHidden: false,
    feedEnabled: false,
    hasSubtypes: false,
    isInterface: false,
    isSubtype: false,
    keyPrefix: object.keyPrefix,
    label: object.label,
    labelPlural: object.labelPlural,
    layoutable: object.kind === 'standard' || object.kind === 'custom',
    mergeable: false,
    mruEnabled: false,
    name: object.name,
    queryable: object.queryable,
    replicateable: object.queryable,
    retrieveable: object.queryable,
    searchable: false,
    triggerable: object.kind !== 'metadata',
    undeletable: object.deletable && may('delete'),
    updateable: object.updateable && may('edit'),
    urls: { sobject: url, describe: `${url}/describe`, rowTemplate: `${url}/{ID}` },
  };
}

export function describeObject(call: Call, object: ObjectType): JsonObject {
  const visible = object.fields.filter((field) => call.org.access.canReadField(call.user.userId, object, field));
  const labels = fieldLabelsFor(call);
  return {
    actionOverrides: [],
    childRelationships: object.children.map((child) => ({
      cascadeDelete: child.cascadeDelete,
      childSObject: child.childObject,
      deprecatedAndHidden: false,
      field: child.field,
      junctionIdListNames: [],
      junctionReferenceTo: [],
      relationshipName: child.name,
      restrictedDelete: call.org.schema.object(child.childObject)?.field(child.field)?.deleteRule === 'restrict',
    })),
    ...summary(call, object),
    compactLayoutable: object.kind === 'custom' || object.kind === 'standard',
    fields: visible.map((field) => describeField(call, object, field, labels)),
    listviewable: null,
    lookupLayoutable: null,
    namedLayoutInfos: [],
    networkScopeFieldName: null,
    recordTypeInfos: recordTypeInfos(call, object),
    searchLayoutable: false,
    sobjectDescribeOption: 'FULL',
    supportedScopes: [{ label: `All ${object.labelPlural}`, name: 'everything' }],
  };
}

function describeField(call: Call, object: ObjectType, field: Field, labels: (field: Field) => string): JsonObject {
  const editable = call.org.access.canEditField(call.user.userId, object, field);
  const numeric = ['int', 'double', 'currency', 'percent'].includes(field.type);
  const picklist = field.picklist.map((v): Json => ({
    active: v.active,
    defaultValue: v.isDefault,
    label: v.label,
    validFor: null,
    value: v.value,
  }));
  return {
    aggregatable: field.filterable,
    aiPredictionField: false,
    autoNumber: field.autoNumber,
    byteLength: field.length * 3,
    calculated: field.calculated,
    calculatedFormula: null,
    cascadeDelete: field.deleteRule === 'cascade',
    caseSensitive: field.caseSensitive,
    compoundFieldName: compoundOf(object, field),
    controllerName: null,
    createable: field.createable && editable,
    custom: field.custom,
    defaultValue: field.defaultValue === undefined ? null : toRest(field.defaultValue),
    defaultValueFormula: null,
    defaultedOnCreate: field.defaultedOnCreate,
    dependentPicklist: false,
    deprecatedAndHidden: false,
    digits: field.type === 'int' ? field.precision : 0,
    displayLocationInDecimal: false,
    encrypted: field.type === 'encryptedstring',
    externalId: field.externalId,
    extraTypeInfo: null,
    filterable: field.filterable,
    filteredLookupInfo: null,
    formulaTreatNullNumberAsZero: false,
    groupable: field.groupable,
    highScaleNumber: false,
    htmlFormatted: false,
    idLookup: field.idLookup,
    inlineHelpText: null,
    label: labels(field),
    length: field.length,
    mask: null,
    maskType: null,
    name: field.name,
    nameField: field.nameField,
    namePointing: field.referenceTo.length > 1,
    nillable: field.nillable,
    permissionable: field.custom,
    picklistValues: picklist,
    polymorphicForeignKey: field.referenceTo.length > 1,
    precision: numeric && field.type !== 'int' ? field.precision : 0,
    queryByDistance: false,
    referenceTargetField: null,
    referenceTo: [...field.referenceTo],
    relationshipName: field.relationshipName,
    relationshipOrder: null,
    restrictedDelete: field.deleteRule === 'restrict',
    restrictedPicklist: field.restrictedPicklist,
    scale: field.scale,
    searchPrefilterable: field.type === 'reference',
    soapType: SOAP_TYPES[field.type] ?? 'xsd:string',
    sortable: field.sortable,
    type: field.type,
    unique: field.unique,
    updateable: field.updateable && editable,
    writeRequiresMasterRead: false,
  };
}
