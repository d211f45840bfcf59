import getEmployees from '@salesforce/apex/EmployeeListController.getEmployees';
import { csvOf, save } from 'c/provisioningCsv';
import { everyPage } from 'c/provisioningPages';

const PAGE_SIZE = 200;
/** The columns of the file, by the names of the API. */
const COLUMNS = [
  'employeeNumber',
  'name',
  'status',
  'username',
  'lastOutcome',
  'lastCause',
  'lastMessage',
  'lastProcessName',
  'rule',
  'startsOn',
] as const;

/** Which employees are asked for. */
export interface Question {
  readonly view: string;
  readonly search: string;
  readonly outcome: string;
  readonly cause: string;
}

/** Hands the browser everybody who matches, as a file. */
export async function exportEmployees(question: Question): Promise<void> {
  const employees = await everyPage(async (after) => {
    const { employees: rows, next } = await getEmployees({ ...question, pageSize: PAGE_SIZE, after });
    return { rows, next };
  });
  save('employees.csv', csvOf(COLUMNS, employees));
}
