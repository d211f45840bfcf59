import { ApexList } from '../kernel/collections';
import { SObject } from '../kernel/sobject';
import type { ObjectType } from '../schema/model';
import { TEXT_SEPARATOR, type BoundExpression, type BoundField, type BoundQuery, type Plan, type Source } from '../soql';
import type { SqlValue } from '../store/port';
import { decimalAt, decoderOf, type Decoder } from './codec';

interface FieldCell {
  readonly slot: number;
  readonly column: number;
  readonly decode: Decoder;
}

/** How the columns of a result become one record: its own cells and those of its parents. */
interface Node {
  readonly object: ObjectType;
  readonly idColumn: number;
  readonly cells: FieldCell[];
  readonly parents: { readonly key: string; readonly node: Node }[];
}

/** Makes the record of one result row. */
export type RowReader = (row: readonly SqlValue[]) => SObject;

const readers = new WeakMap<Plan, RowReader>();

export function readerOf(query: BoundQuery, plan: Plan): RowReader {
  let reader = readers.get(plan);
  if (!reader) readers.set(plan, (reader = query.kind === 'aggregate' ? aggregateReader(query) : recordReader(query, plan)));
  return reader;
}

function recordReader(query: BoundQuery, plan: Plan): RowReader {
  const nodes = new Map<Source, Node>();
  plan.columns.forEach(({ source, field }, column) => {
    if (!source) return;
    let node = nodes.get(source);
    if (!node) {
      node = { object: source.objects[0] as ObjectType, idColumn: column, cells: [], parents: [] };
      nodes.set(source, node);
      const parent = source.parent && nodes.get(source.parent);
      if (parent && source.relationship) parent.parents.push({ key: source.relationship.toLowerCase(), node });
    }
    if (field) addCell(node, field, column);
  });
  const base = nodes.get(query.sources[0] as Source) as Node;
  const labelled = labelDecoders(query);
  for (const node of nodes.values()) {
    for (let i = 0; i < node.cells.length; i++) {
      const label = labelled.get(`${node.object.name}.${(node.cells[i] as FieldCell).slot}`);
      if (label) node.cells[i] = { ...(node.cells[i] as FieldCell), decode: label };
    }
  }
  return (row) => readNode(base, row) as SObject;
}

function addCell(node: Node, field: BoundField, column: number): void {
  const slot = field.isEntityType ? node.object.slotOf('Type') : node.object.slotOf(field.field.name);
  if (slot < 0) return;
  node.cells.push({ slot, column, decode: field.isEntityType ? (value) => value : decoderOf(field.field) });
}

/** `toLabel(Status)` answers with the label of the value. */
function labelDecoders(query: BoundQuery): Map<string, Decoder> {
  const result = new Map<string, Decoder>();
  for (const item of query.select) {
    if (item.kind !== 'field' || !item.toLabel) continue;
    const { field, source } = item.field;
    const labels = new Map(field.picklist.map((value) => [value.value, value.label]));
    result.set(`${(source.objects[0] as ObjectType).name}.${field.slot}`, (value) => labels.get(value as string) ?? value);
  }
  return result;
}

function readNode(node: Node, row: readonly SqlValue[]): SObject | null {
  const id = row[node.idColumn];
  if (id === null || id === undefined) return null;
  const record = new SObject(node.object);
  record.queried = true;
  record.values[node.object.slotOf('Id')] = id;
  for (const cell of node.cells) record.values[cell.slot] = cell.decode(row[cell.column] as SqlValue);
  if (node.parents.length > 0) {
    record.related = new Map();
    for (const { key, node: parent } of node.parents) record.related.set(key, readNode(parent, row));
  }
  return record;
}

function aggregateReader(query: BoundQuery): RowReader {
  const shape = query.aggregateShape;
  if (!shape) throw new Error('Not an aggregate query');
  const decoders = query.select.map((item) => (item.kind === 'expression' ? aggregateDecoder(item.expression) : () => null));
  return (row) => {
    const record = new SObject(shape);
    record.queried = true;
    record.values = decoders.map((decode, i) => decode(row[i] as SqlValue));
    return record;
  };
}

function aggregateDecoder(expression: BoundExpression): Decoder {
  switch (expression.kind) {
    case 'field':
      return expression.isEntityType ? (value) => value : decoderOf(expression.field);
    case 'datePart':
      return expression.name === 'DAY_ONLY' ? decoderOf({ ...expression.argument.field, type: 'date' }) : (value) => value;
    case 'aggregate': {
      const field = expression.argument?.field;
      if (!field || expression.name === 'COUNT' || expression.name === 'COUNT_DISTINCT') return (value) => value;
      if (expression.name === 'AVG') return (value) => (value === null ? null : decimalAt(Number(value), -1));
      if (expression.name === 'SUM') return field.type === 'int' ? (value) => value : decoderOf(field);
      const decode = decoderOf(field);
      return (value) => decode(typeof value === 'string' ? value.slice(value.indexOf(TEXT_SEPARATOR) + 1) : value);
    }
  }
}

/** Children of one parent, as the list that Apex sees. */
export function childList(query: BoundQuery, records: SObject[]): ApexList<SObject> {
  return ApexList.ofType<SObject>(query.object.name, records);
}
