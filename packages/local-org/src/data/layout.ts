import { ApexList } from '../kernel/collections';
import { SObject } from '../kernel/sobject';
import type { ObjectType } from '../schema/model';
import { TEXT_SEPARATOR, type BoundExpression, type BoundField, type BoundQuery, type Plan, type Source } from '../soql';
import type { SqlValue } from '../store/port';
import { decimalAt, decoderOf, sumAt, type Decoder } from './codec';

interface FieldCell {
  readonly slot: number;
  readonly column: number;
  readonly decode: Decoder;
}

/** How the columns of a result become one record: its own cells and those of its parents. */
interface Node {
  readonly variants: readonly Variant[];
  readonly idColumn: number;
  readonly parents: Parent[];
}

/** One of the objects that a row of a lookup may belong to. */
interface Variant {
  readonly object: ObjectType;
  readonly idSlot: number;
  readonly cells: FieldCell[];
}

interface Parent {
  readonly key: string;
  readonly node: Node;
  readonly lookup: string;
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
      const variants = source.objects.map((object) => ({ object, idSlot: object.slotOf('Id'), cells: [] }));
      node = { variants, idColumn: column, parents: [] };
      nodes.set(source, node);
      const parent = source.parent && nodes.get(source.parent);
      if (parent && source.relationship && source.lookup)
        parent.parents.push({ key: source.relationship.toLowerCase(), node, lookup: source.lookup.field.name });
    }
    if (field) for (const variant of node.variants) addCell(variant, field, column);
  });
  const base = nodes.get(query.sources[0] as Source) as Node;
  const labelled = labelDecoders(query);
  for (const { object, cells } of [...nodes.values()].flatMap((node) => node.variants)) {
    cells.forEach((cell, i) => {
      const label = labelled.get(`${object.name}.${cell.slot}`);
      if (label) cells[i] = { ...cell, decode: label };
    });
  }
  return (row) => readNode(base, row) as SObject;
}

function addCell({ object, cells }: Variant, field: BoundField, column: number): void {
  const slot = field.isEntityType ? object.slotOf('Type') : object.slotOf(field.field.name);
  if (slot < 0) return;
  cells.push({ slot, column, decode: field.isEntityType ? (value) => value : decoderOf(field.field) });
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
  if (typeof id !== 'string') return null;
  const variant = (node.variants.find(({ object }) => id.startsWith(object.keyPrefix)) ?? node.variants[0]) as Variant;
  const record = new SObject(variant.object);
  record.queried = true;
  record.values[variant.idSlot] = id;
  for (const cell of variant.cells) record.values[cell.slot] = cell.decode(row[cell.column] as SqlValue);
  if (node.parents.length > 0) record.related = new Map();
  for (const { key, node: above, lookup } of node.parents) {
    const parent = readNode(above, row);
    record.related?.set(key, parent);
    // Whoever selects a field of the parent has its id in the lookup as well.
    if (parent) record.values[record.shape.slotOf(lookup)] ??= parent.id;
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
      if (expression.name === 'AVG') return (value) => (value === null ? null : decimalAt(Number(value), 0));
      if (expression.name === 'SUM') return (value) => (value === null || field.type === 'int' ? value : sumAt(Number(value), field.scale));
      const decode = decoderOf(field);
      return (value) => decode(typeof value === 'string' ? value.slice(value.indexOf(TEXT_SEPARATOR) + 1) : value);
    }
  }
}

/** Children of one parent, as the list that Apex sees. */
export function childList(query: BoundQuery, records: SObject[]): ApexList<SObject> {
  return ApexList.ofType<SObject>(query.object.name, records);
}
