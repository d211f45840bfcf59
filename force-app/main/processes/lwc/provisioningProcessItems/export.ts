import getItems from '@salesforce/apex/ProvisioningProcessController.getItems';
import { csvOf } from './csv';

const PAGE_SIZE = 200;

export interface Filter {
  readonly processId: string | null;
  readonly outcome: string | null;
  readonly cause: string | null;
}

/** Fetches everybody whom the filter lets through and hands the browser a CSV file. */
export async function download(filter: Filter): Promise<void> {
  const items = await itemsAfter(filter, null);
  const link = document.createElement('a');
  link.href = `data:text/csv;charset=utf-8,${encodeURIComponent(csvOf(items))}`;
  link.download = `${filter.processId}.csv`;
  link.click();
}

/** Page by page, because each page names the next. */
async function itemsAfter(filter: Filter, after: string | null): Promise<readonly Apex.ProvisioningItemView[]> {
  const page = await getItems({ ...filter, after, pageSize: PAGE_SIZE });
  return page.next ? [...page.items, ...(await itemsAfter(filter, page.next))] : page.items;
}
