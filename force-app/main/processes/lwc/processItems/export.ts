import getItems from '@salesforce/apex/ProcessController.getItems';
import { csvOf } from './csv';

const PAGE_SIZE = 200;

export interface Filter {
  readonly processId: string | null;
  readonly outcome: string | null;
  readonly cause: string | null;
}

/** Fetches everybody whom the filter lets through and hands the browser a CSV file. */
export async function download(filter: Filter): Promise<void> {
  const items: Apex.ItemView[] = [];
  let after: string | null = null;
  do {
    const page: Apex.ItemPage = await getItems({ ...filter, after, pageSize: PAGE_SIZE });
    items.push(...page.items);
    after = page.next;
  } while (after);
  const link = document.createElement('a');
  link.href = `data:text/csv;charset=utf-8,${encodeURIComponent(csvOf(items))}`;
  link.download = `${filter.processId}.csv`;
  link.click();
}
