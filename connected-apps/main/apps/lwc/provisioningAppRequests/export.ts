import getRequests from '@salesforce/apex/AppRequestsController.getRequests';
import { csvOf, save } from 'c/provisioningCsv';
import { everyPage } from 'c/provisioningPages';

/** Rows of a page that is asked for, and how many pages at most. */
const PAGE_SIZE = 200;
const MOST_PAGES = 50;
/** The columns of the file, by the names of the API. */
const COLUMNS = [
  'name',
  'appName',
  'operation',
  'username',
  'externalUserId',
  'state',
  'approval',
  'cause',
  'code',
  'message',
  'waitsFor',
  'attempt',
  'requestedBy',
  'createdDate',
] as const;

/** Which requests are asked for. */
interface Question {
  readonly appId: string | null;
  readonly view: string;
  readonly cause: string | null;
  readonly search: string;
}

/** Hands the browser all requests that match, as a file. */
export async function exportRequests(question: Question): Promise<void> {
  const requests = await everyPage(async (after) => {
    const { requests: rows, next } = await getRequests({ ...question, pageSize: PAGE_SIZE, after });
    return { rows, next };
  }, MOST_PAGES);
  save('requests.csv', csvOf(COLUMNS, requests));
}
