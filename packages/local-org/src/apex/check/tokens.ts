import type { MemberAccessNode, Place } from '../ast/nodes';
import type { Field, ObjectType } from '../../schema/model';
import type { Type } from '../types/type';
import type { Bound } from './bound';
import type { Named } from './names';
import { plainMember, value } from './names';
import { op, requireNative } from './nodes';
import type { Body } from './scope';

/** `Account.SObjectType.fields`: the way to field tokens through the object's token. */
export function fieldsOfToken(body: Body, token: Bound, node: MemberAccessNode): Named | null {
  if (token.kind !== 'op' || token.name !== 'typeToken' || node.name.toLowerCase() !== 'fields') return null;
  const object = body.checker.table.schema.object(JSON.parse(token.extra[0] ?? '""') as string);
  return object?.fields[0] ? { kind: 'path', object, via: object.fields[0] } : null;
}

/** `Schema.OrderShare.RowCause.Manual`: a reason for sharing, by the field's token (Apex Developer Guide, "Sharing a Record Using Apex"). */
export function rowCause(body: Body, token: Bound, node: MemberAccessNode): Named | null {
  if (token.kind !== 'op' || token.name !== 'fieldToken') return null;
  const [object = '""', slot] = token.extra;
  const field = body.checker.table.schema.object(JSON.parse(object) as string)?.fields[Number(slot)];
  const cause = field?.name === 'RowCause' ? field.picklist.find((one) => one.value.toLowerCase() === node.name.toLowerCase()) : undefined;
  if (!cause) return null;
  const js = JSON.stringify(cause.value);
  return value({ kind: 'literal', js, value: cause.value, type: body.checker.table.string, nonNull: true, line: node.line });
}

/** `Account.Name`, `Account.SObjectType`, `Account.Owner.Name`: tokens. */
export function tokenMember(body: Body, object: ObjectType, node: MemberAccessNode, via: Field | null): Named | null {
  const { table } = body.checker;
  const key = node.name.toLowerCase();
  if (key === 'sobjecttype' && !via)
    return value(op('typeToken', table.builtIn('Schema.SObjectType', []) as Type, [], true, [JSON.stringify(object.name)]));
  if (key === 'fields' && !via) return { kind: 'path', object, via: object.fields[0] as Field };
  const field = object.field(node.name);
  if (field) return value(fieldToken(body, object, field));
  const lookup = object.parentField(node.name);
  const parent = lookup?.referenceTo[0] ? table.schema.object(lookup.referenceTo[0]) : undefined;
  return lookup && parent ? { kind: 'path', object: parent, via: lookup } : null;
}

export function fieldToken(body: Body, object: ObjectType, field: Field): Bound {
  const type = body.checker.table.builtIn('Schema.SObjectField', []) as Type;
  return op('fieldToken', type, [], true, [JSON.stringify(object.name), String(field.slot)]);
}

/** `SObjectType.Account` and `Schema.SObjectType.Account`. */
export function describe(body: Body, node: MemberAccessNode): Named | null {
  const object = body.checker.table.schema.object(node.name);
  return object ? { kind: 'describe', object, part: 'object' } : null;
}

export function describePart(body: Body, object: ObjectType, part: 'object' | 'fields', node: MemberAccessNode): Named | null {
  const { table } = body.checker;
  if (part === 'fields') {
    const field = object.field(node.name);
    return field ? value(describedField(body, object, field, node)) : null;
  }
  if (node.name.toLowerCase() === 'fields') return { kind: 'describe', object, part: 'fields' };
  if (node.name.toLowerCase() === 'sobjecttype')
    return value(op('typeToken', table.builtIn('Schema.SObjectType', []) as Type, [], true, [JSON.stringify(object.name)]));
  return value(plainMember(body, describedObject(body, object, node), node));
}

/** The DescribeSObjectResult of an object named in the source. */
function describedObject(body: Body, object: ObjectType, at: Place): Bound {
  const { table } = body.checker;
  const token = op('typeToken', table.builtIn('Schema.SObjectType', []) as Type, [], true, [JSON.stringify(object.name)]);
  return describeCall(body, 'Schema.SObjectType', token, 'Schema.DescribeSObjectResult', at);
}

/** `SObjectType.Account` or `SObjectType.Account.fields` where a value is wanted. */
export function describedValue(body: Body, object: ObjectType, part: 'object' | 'fields', at: Place): Bound {
  const described = describedObject(body, object, at);
  if (part === 'object') return described;
  const key = 'get:schema.describesobjectresult.fields';
  requireNative(body, key, at, 'Schema.DescribeSObjectResult.fields');
  const type = body.checker.table.builtIn('Schema.SObjectTypeFields', []) as Type;
  return { kind: 'native', key, args: [described], receiver: true, variables: null, type, nonNull: true, line: at.line };
}

function describedField(body: Body, object: ObjectType, field: Field, at: Place): Bound {
  return describeCall(body, 'Schema.SObjectField', fieldToken(body, object, field), 'Schema.DescribeFieldResult', at);
}

function describeCall(body: Body, owner: string, token: Bound, result: string, at: Place): Bound {
  const key = `${owner}.getdescribe/0`.toLowerCase();
  requireNative(body, key, at, `${owner}.getDescribe()`);
  return {
    kind: 'native',
    key,
    args: [token],
    receiver: true,
    variables: null,
    type: body.checker.table.builtIn(result, []) as Type,
    nonNull: true,
    line: at.line,
  };
}
