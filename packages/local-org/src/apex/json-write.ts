import { ApexList, ApexMap, ApexSet } from '../kernel/collections';
import { ApexException } from '../kernel/exceptions';
import { fail } from '../kernel/fail';
import { SObject } from '../kernel/sobject';
import { dateText, timeText } from '../kernel/text';
import { ApexBlob, ApexDate, ApexDatetime, ApexDouble, ApexEnumValue, ApexTime, Decimal } from '../kernel/values';
import { allFields, metaOf } from './runtime/objects';

/** An Apex value as `JSON.stringify` takes it. Throws System.JSONException for what has no JSON. */
export function writeJson(value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value !== 'object') return value;
  if (value instanceof Decimal) return value.toNumber();
  if (value instanceof ApexDouble) return value.value;
  if (value instanceof ApexDate) return dateText(value.days);
  if (value instanceof ApexDatetime) return new Date(value.ms).toISOString();
  if (value instanceof ApexTime) return timeText(value.ms);
  if (value instanceof ApexBlob) return Buffer.from(value.bytes).toString('base64');
  if (value instanceof ApexEnumValue) return value.name;
  if (value instanceof ApexList) return value.items.map(writeJson);
  if (value instanceof ApexSet) return [...value.entries.values()].map(writeJson);
  if (value instanceof ApexMap)
    return Object.fromEntries([...value.entries.values()].map(([k, v]) => [k instanceof ApexEnumValue ? k.name : String(k), writeJson(v)]));
  if (value instanceof SObject) return writeRecord(value);
  if (metaOf(value) && !(value instanceof ApexException)) return writeObject(value as Record<string, unknown>);
  return fail('System.JSONException', 'Type unsupported in JSON: ' + (value instanceof ApexException ? value.typeName : 'common'));
}

function writeObject(value: Record<string, unknown>): unknown {
  const result: Record<string, unknown> = {};
  for (const field of allFields(value)) {
    if (field.isTransient) continue;
    result[field.name] = writeJson(field.getter ? (value[field.getter] as () => unknown).call(value) : value[field.js]);
  }
  return result;
}

function writeRecord(record: SObject): unknown {
  const result: Record<string, unknown> = {};
  record.values.forEach((field, slot) => {
    if (field !== undefined) result[record.shape.fieldNames[slot] ?? ''] = writeJson(field);
  });
  for (const [key, related] of record.related ?? []) {
    if (related instanceof ApexList) result[key] = { totalSize: related.items.length, done: true, records: related.items.map(writeJson) };
    else result[key] = writeJson(related);
  }
  return result;
}
