import { deepFreeze } from '../../../runtime/freeze';
import { deleteAt, getJson, patchJson, postJson } from '../../../runtime/http';
import type { RecordData } from '../../../runtime/model';
import { objectOf, recordUrl, sobjectUrl } from '../../../runtime/records';

export interface FieldId {
  readonly objectApiName: string;
  readonly fieldApiName: string;
}
type Field = FieldId | string;
interface FieldValue {
  readonly value: unknown;
  readonly displayValue: string | null;
}
export interface RecordUi {
  readonly id: string;
  readonly apiName: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
}
interface Config {
  readonly recordId?: string;
  readonly fields?: readonly Field[] | Field;
  readonly optionalFields?: readonly Field[] | Field;
}
type Emit = (result: { data?: RecordUi; error?: unknown }) => void;

const live = new Set<getRecord>();
const qualified = (field: Field): string => (typeof field === 'string' ? field : `${field.objectApiName}.${field.fieldApiName}`);
const listed = (fields: readonly Field[] | Field): readonly Field[] =>
  typeof fields === 'object' && 'length' in fields ? fields : [fields];
const pathOf = (field: Field): string[] => qualified(field).split('.').slice(1);

/** A record of the fields that were just written. */
function written(id: string, apiName: string, fields: RecordData): RecordUi {
  const values = Object.entries(fields).map(([name, value]): [string, FieldValue] => [name, { value, displayValue: null }]);
  return { id, apiName, fields: Object.fromEntries(values) };
}

async function load(recordId: string, fields: readonly Field[], optionalFields: readonly Field[]): Promise<RecordUi> {
  if (fields.length + optionalFields.length === 0) throw new Error('getRecord needs fields: the local org has no page layouts');
  const names = Object.entries({ fields, optionalFields }).filter(([, list]) => list.length > 0);
  const query = new URLSearchParams(names.map(([name, list]): [string, string] => [name, list.map(qualified).join(',')]));
  return deepFreeze((await getJson(`${recordUrl(recordId)}?${query}`)) as RecordUi);
}

/** Wire adapter `getRecord`. */
export class getRecord {
  private readonly emit: Emit;
  private config: Config | undefined;
  constructor(emit: Emit) {
    this.emit = emit;
    emit({ data: undefined, error: undefined });
  }
  connect(): void {
    live.add(this);
  }
  disconnect(): void {
    live.delete(this);
  }
  update(config: Config): void {
    this.config = config;
    void this.provision();
  }
  async provision(): Promise<void> {
    const { recordId, fields = [], optionalFields = [] } = this.config ?? {};
    if (!recordId) return;
    try {
      this.emit({ data: await load(recordId, listed(fields), listed(optionalFields)), error: undefined });
    } catch (error) {
      this.emit({ data: undefined, error });
    }
  }
}

const walk = (record: RecordUi | undefined, field: Field): FieldValue | undefined =>
  pathOf(field).reduce<FieldValue | undefined>((at, part) => (at?.value as RecordUi | undefined)?.fields[part], {
    value: record,
    displayValue: null,
  });
export const getFieldValue = (record: RecordUi | undefined, field: Field): unknown => walk(record, field)?.value;
export const getFieldDisplayValue = (record: RecordUi | undefined, field: Field): unknown => walk(record, field)?.displayValue;

export async function createRecord(input: { readonly apiName: string; readonly fields: RecordData }): Promise<RecordUi> {
  const { id } = (await postJson(sobjectUrl(input.apiName), input.fields)) as { id: string };
  return written(id, input.apiName, { ...input.fields, Id: id });
}

export async function updateRecord(input: { readonly fields: RecordData }): Promise<RecordUi> {
  const { Id, ...rest } = input.fields;
  const apiName = await objectOf(String(Id));
  await patchJson(sobjectUrl(apiName, String(Id)), rest);
  await notifyRecordUpdateAvailable();
  return written(String(Id), apiName, input.fields);
}

export async function deleteRecord(recordId: string): Promise<void> {
  await deleteAt(sobjectUrl(await objectOf(recordId), recordId));
}

/** Provisions every `getRecord` of the page again. */
export async function notifyRecordUpdateAvailable(): Promise<void> {
  await Promise.all([...live].map((adapter) => adapter.provision()));
}
