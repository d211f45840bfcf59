import getItems from '@salesforce/apex/ProvisioningProcessController.getItems';
import { csvOf, save } from 'c/provisioningCsv';
import { everyPage } from 'c/provisioningPages';

/** The most that the server gives at once. */
const PAGE_SIZE = 2000;
/** The columns of the file, by the names of the API. */
const COLUMNS = [
  'employeeNumber',
  'name',
  'outcome',
  'cause',
  'code',
  'message',
  'field',
  'howToFix',
  'attempt',
  'userId',
  'username',
  'resolvedBy',
] as const;

export interface Filter {
  readonly processId: string | null;
  readonly outcome: string | null;
  readonly cause: string | null;
  readonly search: string | null;
}

/** Fetches everybody whom the filter lets through, telling how many it has so far, and hands the browser a CSV file. */
export async function download(
  filter: Filter,
  process: Apex.ProvisioningProcessView | undefined,
  tell: (rows: number) => void,
): Promise<void> {
  let many = 0;
  const items = await everyPage(async (after) => {
    const { items: rows, next } = await getItems({ ...filter, after, pageSize: PAGE_SIZE });
    many += rows.length;
    tell(many);
    return { rows, next };
  });
  save(`${process?.name ?? filter.processId}.csv`, csvOf(COLUMNS, items));
}
