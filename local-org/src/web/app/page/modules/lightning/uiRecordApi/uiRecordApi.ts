import { deepFreeze } from '../../../runtime/freeze';
import { deleteAt, patchJson, postJson } from '../../../runtime/http';
import type { RecordData } from '../../../runtime/model';
import { objectOf, query, quoted, sobjectUrl } from '../../../runtime/records';

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
const pathOf = (field: Field): string[] => qualified(field).split('.').slice(1);

function toUi(id: string, apiName: string, row: RecordData): RecordUi {
  const fields = Object.fromEntries(
    Object.entries(row)
      .filter(([name]) => name !== 'attributes')
      .map(([name, value]): [string, FieldValue] => {
        const related = typeof value === 'object' && value !== null ? (value as RecordData) : null;
        if (!related) return [name, { value, displayValue: null }];
        const type = (related.attributes as { type?: string } | undefined)?.type ?? '';
        return [name, { value: toUi(String(related.Id ?? ''), type, related), displayValue: null }];
      }),
  );
  return { id, apiName, fields };
}

async function load(recordId: string, fields: readonly Field[]): Promise<RecordUi> {
  const names = fields.map(qualified);
  const apiName = names[0]?.split('.')[0];
  if (!apiName) throw new Error('getRecord needs fields: the local org has no page layouts');
  const columns = [...new Set(['Id', ...fields.map((field) => pathOf(field).join('.'))])];
  const page = await query(`SELECT ${columns.join(', ')} FROM ${apiName} WHERE Id = ${quoted(recordId)}`);
  const row = page.records[0];
  if (!row)
    throw Object.assign(new Error('not found'), { status: 404, ok: false, body: { message: 'The requested resource does not exist' } });
  return deepFreeze(toUi(recordId, apiName, row));
}

/** Wire adapter `getRecord`, over a query. */
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
      this.emit({ data: await load(recordId, [fields, optionalFields].flat() as Field[]), error: undefined });
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
  return toUi(id, input.apiName, { ...input.fields, Id: id });
}

export async function updateRecord(input: { readonly fields: RecordData }): Promise<RecordUi> {
  const { Id, ...rest } = input.fields;
  const apiName = await objectOf(String(Id));
  await patchJson(sobjectUrl(apiName, String(Id)), rest);
  await notifyRecordUpdateAvailable();
  return toUi(String(Id), apiName, input.fields);
}

export async function deleteRecord(recordId: string): Promise<void> {
  await deleteAt(sobjectUrl(await objectOf(recordId), recordId));
}

/** Provisions every `getRecord` of the page again. */
export async function notifyRecordUpdateAvailable(): Promise<void> {
  await Promise.all([...live].map((adapter) => adapter.provision()));
}
