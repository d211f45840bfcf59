import { getJson } from './http';
import type { ObjectDescribe, RecordData } from './model';

export { nameField, quoted } from './soql';

const DATA = '/services/data/v67.0';

export interface QueryPage {
  readonly totalSize: number;
  readonly done: boolean;
  readonly nextRecordsUrl?: string;
  readonly records: readonly RecordData[];
}

const describes = new Map<string, Promise<ObjectDescribe>>();

/** Describe of an object, asked once per page load. */
export function describe(sobject: string): Promise<ObjectDescribe> {
  let found = describes.get(sobject);
  if (!found) {
    found = getJson(`${DATA}/sobjects/${encodeURIComponent(sobject)}/describe`) as Promise<ObjectDescribe>;
    describes.set(sobject, found);
    // a failed call is asked again next time
    found.catch(() => describes.delete(sobject));
  }
  return found;
}

export const retrieve = (sobject: string, id: string): Promise<RecordData> =>
  getJson(`${DATA}/sobjects/${encodeURIComponent(sobject)}/${encodeURIComponent(id)}`) as Promise<RecordData>;

export const query = (soql: string): Promise<QueryPage> => getJson(`${DATA}/query?q=${encodeURIComponent(soql)}`) as Promise<QueryPage>;

export const sobjectUrl = (sobject: string, id = ''): string =>
  `${DATA}/sobjects/${encodeURIComponent(sobject)}${id && `/${encodeURIComponent(id)}`}`;

/** Address of a record as Lightning data services read it. */
export const recordUrl = (id: string): string => `${DATA}/ui-api/records/${encodeURIComponent(id)}`;

/** Name of the object that an id belongs to, by its key prefix. */
export async function objectOf(id: string): Promise<string> {
  const all = (await getJson(`${DATA}/sobjects`)) as { sobjects: readonly { name: string; keyPrefix: string | null }[] };
  const found = all.sobjects.find((sobject) => sobject.keyPrefix === id.slice(0, 3));
  if (!found) throw Object.assign(new Error(`No object has records like ${id}`), { status: 404 });
  return found.name;
}
