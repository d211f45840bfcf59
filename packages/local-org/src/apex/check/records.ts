import type { Place } from '../ast/nodes';
import type { Field, ObjectType } from '../../schema/model';
import { isNameField } from '../../soql/name-entity';
import { AGGREGATE_RESULT, NAME_ENTITY } from '../types/table';
import type { Type } from '../types/type';
import type { Bound } from './bound';
import { op, wrong } from './nodes';
import type { Body } from './scope';
import { fault } from './scope';

/** The Apex type of a field's values. */
export function fieldType(body: Body, field: Field): Type {
  const { table } = body.checker;
  switch (field.type) {
    case 'id':
    case 'reference':
      return table.id;
    case 'boolean':
      return table.boolean;
    case 'int':
      return table.integer;
    case 'double':
    case 'currency':
    case 'percent':
      return table.decimal;
    case 'date':
      return table.date;
    case 'datetime':
      return table.datetime;
    case 'time':
      return table.time;
    case 'base64':
      return table.blob;
    case 'address':
      return table.builtIn('System.Address', []) ?? table.object;
    case 'location':
      return table.builtIn('System.Location', []) ?? table.object;
    case 'anyType':
      return table.object;
    default:
      return table.string;
  }
}

/**
 * A write of a field: the program remembers the place. Reported where nobody can set the field: audit fields, formulas, auto numbers.
 * Records of metadata types are made in tests.
 */
export function checkWrite(body: Body, object: ObjectType, field: Field, at: Place): void {
  body.checker.symbols.writes.push({ path: body.symbol.path, line: at.line, object: object.name, field: field.name });
  if (field.type === 'id' || field.createable || field.updateable || object.kind === 'metadata') return;
  fault(body, at, `Field is not writeable: ${object.name}.${field.name}`);
}

/** A value for a field; an Id is checked to be one of the object's own. */
export function ownId(object: ObjectType, field: Field, value: Bound): Bound {
  return field.type === 'id' ? op('ownId', value.type, [value], value.nonNull, [JSON.stringify(object.name)]) : value;
}

/** The type behind a lookup: its object, or any record when it may point to several. */
export function parentType(body: Body, field: Field): Type {
  const { table } = body.checker;
  const single = field.referenceTo.length === 1 ? table.schema.object(field.referenceTo[0] as string) : undefined;
  return single ? table.record(single) : table.sobject;
}

/** Fields of the Name object that are not text: what a lookup to several objects may be read through. */
const NAME_TYPES: Readonly<Record<string, 'id' | 'boolean'>> = { id: 'id', isactive: 'boolean', profileid: 'id', userroleid: 'id' };

/** `record.Owner.Name` where the owner may be of several objects; null when it is no such path. */
export function nameEntityMember(body: Body, object: Bound, name: string, line: number): Bound | null {
  const isParent = object.kind === 'op' && object.name === 'parent';
  if ((!isParent && object.type.object !== NAME_ENTITY) || !isNameField(name)) return null;
  const { table } = body.checker;
  const type = table[NAME_TYPES[name.toLowerCase()] ?? 'string'];
  return { ...op('readNamed', type, [object], false, [JSON.stringify(name)]), line };
}

/** `record.Field`, `record.Parent__r`, `record.Children__r`. */
export function recordMember(body: Body, object: Bound, shape: ObjectType, node: Place & { readonly name: string }): Bound {
  const { table } = body.checker;
  if (shape === NAME_ENTITY)
    return nameEntityMember(body, object, node.name, node.line) ?? wrong(body, node, `Variable does not exist: ${node.name}`);
  if (shape === AGGREGATE_RESULT && node.name.toLowerCase() === 'id') return op('recordId', table.id, [object], false);
  const field = shape.field(node.name);
  if (field) {
    // Reading through a lookup that is empty gives null, not an exception (aer's changelog).
    const parentPath = object.kind === 'op' && object.name === 'parent';
    return {
      kind: 'recordField',
      object,
      slot: field.slot,
      parentPath,
      checkbox: field.type === 'boolean',
      type: fieldType(body, field),
      nonNull: false,
      line: node.line,
    };
  }
  const lookup = shape.parentField(node.name);
  if (lookup?.relationshipName) {
    return op('parent', parentType(body, lookup), [object], false, [
      JSON.stringify(lookup.relationshipName.toLowerCase()),
      String(lookup.slot),
      JSON.stringify(lookup.relationshipName),
    ]);
  }
  const child = shape.child(node.name);
  if (child) {
    const element = table.schema.object(child.childObject);
    const type = table.list(element ? table.record(element) : table.sobject);
    return op('children', type, [object], true, [
      JSON.stringify(child.name.toLowerCase()),
      JSON.stringify(type.text),
      JSON.stringify(child.name),
    ]);
  }
  return wrong(body, node, `Variable does not exist: ${node.name}`);
}
