import getAccounts from '@salesforce/apex/AppAccountsController.getAccounts';
import { csvOf, save } from 'c/provisioningCsv';
import { everyPage } from 'c/provisioningPages';

/** Rows of a page that is asked for, and how many pages at most. */
const PAGE_SIZE = 200;
const MOST_PAGES = 50;
/** The columns of the file, by the names of the API. */
const COLUMNS = [
  'externalUserId',
  'externalUsername',
  'externalEmail',
  'externalFirstName',
  'externalLastName',
  'status',
  'linkState',
  'manualOverride',
  'userId',
  'username',
  'name',
  'drift',
  'lastOperation',
  'lastState',
  'lastMoment',
] as const;

/** Which accounts are asked for. */
export interface Question {
  readonly appId: string | null;
  readonly linkState: string | null;
  readonly status: string | null;
  readonly activeThere: boolean;
  readonly search: string | null;
}

/** Hands the browser all accounts that match, as a file. */
export async function exportAccounts(question: Question): Promise<void> {
  const accounts = await everyPage(async (after) => {
    const { accounts: rows, next } = await getAccounts({ ...question, pageSize: PAGE_SIZE, after });
    return { rows, next };
  }, MOST_PAGES);
  save('accounts.csv', csvOf(COLUMNS, accounts.map(lineOf)));
}

function lineOf({ lastRequest, ...account }: Apex.AppAccountView) {
  const { operation, state, moment } = lastRequest ?? {};
  return { ...account, lastOperation: operation, lastState: state, lastMoment: moment };
}
