import { randomUUID } from 'node:crypto';
import { ApexList, ApexMap } from '../kernel/collections';
import { hashOf } from '../kernel/equality';
import { fail, need } from '../kernel/fail';
import { NativeObject } from '../kernel/natives';
import { SObject } from '../kernel/sobject';
import { objectTypeOf } from '../kernel/sobject-access';
import { SObjectFieldToken, SObjectTypeToken } from '../kernel/tokens';
import { fieldLabel } from '../schema/field-label';
import type { ChildRelationship, Field, ObjectType } from '../schema/model';
import { fieldDescribe, FieldDescribe, picklistMembers } from './describe-field';
import { readable } from './bean';
import { fieldSets, fieldSetsOf } from './describe-field-sets';
import { OfObject } from './of-object';
import { oncePer } from './once';
import { describeMap } from './describe-map';
import { recordTypeMembers, recordTypesOf } from './describe-record-types';
import type { StdlibPorts } from './ports';
import { members, merge, type Theme } from './registry';

class ObjectDescribe extends OfObject {
  override readonly apexType = 'Schema.DescribeSObjectResult';
}
class ObjectFields extends OfObject {
  override readonly apexType = 'Schema.SObjectTypeFields';
}
class Relationship extends NativeObject {
  override readonly apexType = 'Schema.ChildRelationship';
  readonly relationship: ChildRelationship;
  constructor(relationship: ChildRelationship) {
    super();
    this.relationship = relationship;
  }
}

const describeOf = oncePer((object: ObjectType) => new ObjectDescribe(object));
const relationshipOf = oncePer((relationship: ChildRelationship) => new Relationship(relationship));

const objectOf = (token: SObjectTypeToken): ObjectType =>
  objectTypeOf(token.shape) ?? fail('System.SObjectException', `${token.shape.name} has no describe`);

/** `Schema`, its tokens and describe results. Rights are those of the running user, at the time of the question. */
export function describes(ports: StdlibPorts): Theme {
  const right =
    (name: 'read' | 'create' | 'edit' | 'delete') =>
    ({ object }: ObjectDescribe): boolean => {
      const { access, userId } = ports.transaction();
      return access.hasObject(userId, object, name);
    };
  const token = (name: string): SObjectTypeToken | null => {
    const object = ports.transaction().schema.object(name);
    return object ? SObjectTypeToken.of(object) : null;
  };
  return merge(
    members('System.Schema', {
      'getGlobalDescribe/0': () =>
        describeMap('Schema.SObjectType', ports.transaction().schema.objects.map((object) => [object.name, SObjectTypeToken.of(object)])),
      'describeSObjects/1,2': (names: ApexList<string>) =>
        ApexList.ofType('Schema.DescribeSObjectResult', need(names).items.map((name) => {
          const object = ports.transaction().schema.object(need(name));
          return object ? describeOf(object) : fail('System.InvalidParameterValueException', `Invalid sobject type: ${name}`);
        })),
    }),
    members('Schema.SObjectType', {
      'getDescribe/0,1': (type: SObjectTypeToken) => describeOf(objectOf(type)),
      'newSObject/0': (type: SObjectTypeToken) => new SObject(type.shape),
      'newSObject/1': (type: SObjectTypeToken, id: string | null) => newRecord(objectOf(type), 'Id', id, false),
      'newSObject/2': (type: SObjectTypeToken, recordType: string | null, defaults: boolean) =>
        newRecord(objectOf(type), 'RecordTypeId', recordType, defaults),
      'toString/0': String,
      'equals/1': (type: SObjectTypeToken, other: unknown) => type === other,
      'hashCode/0': (type: SObjectTypeToken) => hashOf(type.shape.name),
    }),
    members('Schema.SObjectField', {
      'getDescribe/0,1': (field: SObjectFieldToken) => fieldDescribe(field),
      'toString/0': String,
      'equals/1': (field: SObjectFieldToken, other: unknown) => field === other,
      'hashCode/0': (field: SObjectFieldToken) => hashOf(`${field.shape.name}.${field.fieldName}`),
    }),
    members('Schema.DescribeSObjectResult', readable<ObjectDescribe>({
      Name: ({ object }) => object.name,
      LocalName: ({ object }) => object.name,
      Label: ({ object }) => object.label,
      LabelPlural: ({ object }) => object.labelPlural,
      KeyPrefix: ({ object }) => object.keyPrefix,
      SObjectType: ({ object }) => SObjectTypeToken.of(object),
      isCustom: ({ object }) => object.name.includes('__'),
      isCustomSetting: ({ object }) => object.kind === 'setting',
      isUndeletable: (describe) => describe.object.deletable && right('delete')(describe),
      isDeprecatedAndHidden: () => false,
      isQueryable: ({ object }) => object.queryable,
      isAccessible: right('read'),
      isCreateable: (describe) => describe.object.createable && right('create')(describe),
      isUpdateable: (describe) => describe.object.updateable && right('edit')(describe),
      isDeletable: (describe) => describe.object.deletable && right('delete')(describe),
      Fields: ({ object }) => new ObjectFields(object),
      FieldSets: ({ object }) => fieldSetsOf(object),
      ChildRelationships: ({ object }) => ApexList.ofType('Schema.ChildRelationship', object.children.map(relationshipOf)),
      RecordTypeInfos: ({ object }) => ApexList.ofType('Schema.RecordTypeInfo', recordTypesOf(object, ports)),
      RecordTypeInfosByName: ({ object }) => recordTypeMap(object, 'label', ports),
      RecordTypeInfosByDeveloperName: ({ object }) => recordTypeMap(object, 'developerName', ports),
      RecordTypeInfosById: ({ object }) => recordTypeMap(object, 'id', ports),
    })),
    members('Schema.SObjectTypeFields', {
      'getMap/0': ({ object }: ObjectFields) =>
        describeMap('Schema.SObjectField', object.fields.map((field) => [field.name, SObjectFieldToken.of(object, field.slot)])),
    }),
    members('Schema.ChildRelationship', readable<Relationship>({
      RelationshipName: ({ relationship }) => relationship.name,
      ChildSObject: ({ relationship }) => token(relationship.childObject),
      isCascadeDelete: ({ relationship }) => relationship.cascadeDelete,
      Field: ({ relationship }) => {
        const child = ports.transaction().schema.object(relationship.childObject);
        return child ? SObjectFieldToken.of(child, child.slotOf(relationship.field)) : null;
      },
    })),
    fieldMembers(ports),
    fieldSets(ports),
    picklistMembers,
    recordTypeMembers,
  ); // prettier-ignore
}

function recordTypeMap(object: ObjectType, key: 'label' | 'developerName' | 'id', ports: StdlibPorts): ApexMap {
  const map = ApexMap.ofType<string, unknown>(key === 'id' ? 'Id' : 'String', 'Schema.RecordTypeInfo');
  for (const info of recordTypesOf(object, ports)) map.entries.set(info[key], [info[key], info]);
  return map;
}

function newRecord(object: ObjectType, idField: string, id: string | null, defaults: boolean): SObject {
  const record = new SObject(object);
  if (id !== null && object.slotOf(idField) >= 0) record.set(idField, id);
  if (!defaults) return record;
  for (const field of object.fields) {
    const picked = field.picklist.find((entry) => entry.isDefault)?.value;
    const value = field.defaultValue ?? picked ?? null;
    if (field.createable && value !== null) record.values[field.slot] = value;
  }
  // So that who publishes an event can recognise it (Platform Events Developer Guide, "Create Events With a Prepopulated EventUuid Field").
  if (object.kind === 'event') record.set('EventUuid', randomUUID());
  return record;
}

function fieldMembers(ports: StdlibPorts): Theme {
  const allowed =
    (test: (object: ObjectType, field: Field) => boolean) =>
    ({ object, field }: FieldDescribe) =>
      test(object, field);
  const ofUser = readable<FieldDescribe>({
    Label: ({ field }) => fieldLabel(field, () => ports.transaction().user().language),
    isAccessible: allowed((object, field) => {
      const { access, userId } = ports.transaction();
      return access.canReadField(userId, object, field);
    }),
    isCreateable: allowed((object, field) => {
      const { access, userId } = ports.transaction();
      return field.createable && access.hasObject(userId, object, 'create') && access.canEditField(userId, object, field);
    }),
    isUpdateable: allowed((object, field) => {
      const { access, userId } = ports.transaction();
      return field.updateable && access.hasObject(userId, object, 'edit') && access.canEditField(userId, object, field);
    }),
    ReferenceTo: ({ field }) => {
      const { schema } = ports.transaction();
      const targets = field.referenceTo.map((name) => schema.object(name)).filter((object) => object !== undefined);
      return ApexList.ofType('Schema.SObjectType', targets.map((object) => SObjectTypeToken.of(object)));
    },
  }); // prettier-ignore
  return members('Schema.DescribeFieldResult', { ...ofUser, ...readable(FieldDescribe.properties) });
}
