import { ApexList } from '../kernel/collections';
import { fail } from '../kernel/fail';
import { SObjectFieldToken, SObjectTypeToken } from '../kernel/tokens';
import type { Field, FieldSet, ObjectType } from '../schema/model';
import { readable } from './bean';
import { displayType } from './describe-field';
import { describeMap } from './describe-map';
import { OfObject } from './of-object';
import { oncePer } from './once';
import type { StdlibPorts } from './ports';
import { members, merge, type Theme } from './registry';

class ObjectFieldSets extends OfObject {
  override readonly apexType = 'Schema.SObjectTypeFieldSets';
}
class FieldSetView extends OfObject {
  override readonly apexType = 'Schema.FieldSet';
  readonly set: FieldSet;
  constructor(object: ObjectType, set: FieldSet) {
    super(object);
    this.set = set;
  }
}
/** The object is the one that the path ends on, and the field is there. */
class FieldSetMember extends OfObject {
  override readonly apexType = 'Schema.FieldSetMember';
  readonly path: string;
  readonly required: boolean;
  readonly field: Field;
  constructor(path: string, required: boolean, object: ObjectType, field: Field) {
    super(object);
    this.path = path;
    this.required = required;
    this.field = field;
  }
}

const viewsOf = oncePer((object: ObjectType) => oncePer((set: FieldSet) => new FieldSetView(object, set)));

export const fieldSetsOf = (object: ObjectType): ObjectFieldSets => new ObjectFieldSets(object);

/** `Schema.FieldSet` and what leads there. */
export function fieldSets(ports: StdlibPorts): Theme {
  const member = (from: ObjectType, path: string, required: boolean): FieldSetMember => {
    let object = from;
    const names = path.split('.');
    const last = names.pop() ?? '';
    for (const name of names) {
      const target = object.parentField(name)?.referenceTo[0];
      object = (target === undefined ? undefined : ports.transaction().schema.object(target)) ?? notThere(from, path);
    }
    return new FieldSetMember(path, required, object, object.field(last) ?? notThere(from, path));
  };
  return merge(
    members('Schema.SObjectTypeFieldSets', {
      'getMap/0': ({ object }: ObjectFieldSets) =>
        describeMap('Schema.FieldSet', (object.fieldSets ?? []).map((set) => [set.name, viewsOf(object)(set)] as const)),
    }),
    members('Schema.FieldSet', readable<FieldSetView>({
      Name: ({ set }) => set.name,
      Label: ({ set }) => set.label,
      Description: ({ set }) => set.description,
      NameSpace: () => null,
      SObjectType: ({ object }) => SObjectTypeToken.of(object),
      Fields: ({ object, set }) =>
        ApexList.ofType('Schema.FieldSetMember', set.members.map(({ path, required }) => member(object, path, required))),
    })),
    members('Schema.FieldSetMember', readable<FieldSetMember>({
      FieldPath: ({ path }) => path,
      Label: ({ field }) => field.label,
      Required: ({ required }) => required,
      DbRequired: ({ field }) => !field.nillable,
      Type: ({ field }) => displayType(field),
      SObjectField: ({ object, field }) => SObjectFieldToken.of(object, field.slot),
    })),
  ); // prettier-ignore
}

function notThere(object: ObjectType, path: string): never {
  return fail('System.SObjectException', `Invalid field ${path} for ${object.name}`);
}
