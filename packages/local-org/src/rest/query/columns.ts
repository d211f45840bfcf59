import type { Call } from '../shared/call';
import type { JsonObject } from '../shared/json';
import type { Field, FieldType, ObjectType } from '../../schema/model';
import type { SelectedColumn } from '../../soql';
import { AS_USER } from '../shared/asking';
import { located } from './errors';

/** What Apex calls the types of a describe. */
const APEX_TYPES: Readonly<Partial<Record<FieldType, string>>> = {
  id: 'Id',
  reference: 'Id',
  boolean: 'Boolean',
  int: 'Integer',
  double: 'Decimal',
  currency: 'Decimal',
  percent: 'Decimal',
  date: 'Date',
  datetime: 'Datetime',
  time: 'Time',
  base64: 'Blob',
  address: 'Address',
  location: 'Location',
  anyType: 'Object',
};

/** `?columns=true`: what a query would give, without its rows, as the CLI asks before it prints a table (Tooling API, "query"). */
export function columnsOf(call: Call, soql: string): JsonObject {
  try {
    return call.transaction(() => {
      const query = call.org.data.open(soql, new Map(), AS_USER);
      const columnMetadata = described(query.columns, query.object, call);
      return {
        columnMetadata,
        entityName: query.object.name,
        groupBy: query.kind === 'aggregate',
        idSelected: columnMetadata.some((column) => column['columnName'] === 'Id'),
        keyPrefix: query.object.keyPrefix,
      };
    });
  } catch (error) {
    throw located(error, soql);
  }
}

/** Fields of a parent are the joined columns of its relationship; those of a list of children of the list. */
function described(columns: readonly SelectedColumn[], object: ObjectType, call: Call): JsonObject[] {
  const result: JsonObject[] = [];
  const parents = new Map<string, SelectedColumn[]>();
  for (const column of columns) {
    const [relationship, ...further] = column.kind === 'child' ? [] : column.parents;
    if (column.kind === 'child') result.push(childColumn(column.name, column.columns, object, call));
    else if (relationship === undefined) result.push(valueColumn(column, object));
    else {
      const inside = parents.get(relationship) ?? [];
      if (inside.length === 0) result.push({ columnName: relationship });
      parents.set(relationship, [...inside, { ...column, parents: further }]);
    }
  }
  return result.map((column) => {
    const inside = parents.get(String(column['columnName']));
    return inside && Object.keys(column).length === 1 ? parentColumn(String(column['columnName']), inside, object, call) : column;
  });
}

function valueColumn(column: Exclude<SelectedColumn, { kind: 'child' }>, object: ObjectType): JsonObject {
  const field = column.kind === 'expression' ? undefined : object.field(column.name);
  const type = APEX_TYPES[column.type] ?? 'String';
  return { ...plain(column.name, field), aggregate: column.kind === 'expression' && !object.field(column.name), ...kindOf(type) };
}

function kindOf(apexType: string): JsonObject {
  return {
    apexType,
    booleanType: apexType === 'Boolean',
    numberType: apexType === 'Integer' || apexType === 'Decimal',
    textType: apexType === 'String',
  };
}

const plain = (columnName: string, field: Field | undefined): JsonObject => ({
  aggregate: false,
  columnName,
  custom: field?.custom ?? false,
  displayName: columnName,
  foreignKeyName: null,
  insertable: field?.createable ?? false,
  joinColumns: [],
  updatable: field?.updateable ?? false,
});

function parentColumn(relationship: string, inside: readonly SelectedColumn[], object: ObjectType, call: Call): JsonObject {
  const lookup = object.parentField(relationship);
  const parent = lookup?.referenceTo[0] === undefined ? undefined : call.org.schema.object(lookup.referenceTo[0]);
  return {
    ...plain(relationship, undefined),
    ...kindOf(parent?.name ?? 'SObject'),
    custom: lookup?.custom ?? false,
    foreignKeyName: lookup?.name ?? null,
    joinColumns: described(inside, parent ?? object, call),
  };
}

function childColumn(relationship: string, columns: readonly SelectedColumn[], object: ObjectType, call: Call): JsonObject {
  const child = object.child(relationship);
  const of = child === undefined ? undefined : call.org.schema.object(child.childObject);
  return {
    ...plain(relationship, undefined),
    ...kindOf('QueryResult'),
    aggregate: true,
    foreignKeyName: child?.field ?? null,
    joinColumns: described(columns, of ?? object, call),
  };
}
