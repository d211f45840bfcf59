import getEmployees from '@salesforce/apex/EmployeeListController.getEmployees';
import { csvOf, save } from 'c/provisioningCsv';
import { everyPage } from 'c/provisioningPages';
import type { Question } from './narrowing';

const PAGE_SIZE = 200;
/** The columns of the file, by the names of the API. */
const COLUMNS = [
  'employeeNumber',
  'name',
  'status',
  'department',
  'title',
  'username',
  'plannedUsername',
  'lastOutcome',
  'lastCause',
  'lastMessage',
  'lastProcessName',
  'rule',
  'startsOn',
] as const;

/** Hands the browser everybody who matches, as a file; `progress` is told how many there are so far. Answers with how many it holds. */
export async function exportEmployees(question: Question, progress: (soFar: number) => void): Promise<number> {
  let soFar = 0;
  const employees = await everyPage(async (after) => {
    const { employees: rows, next } = await getEmployees({ ...question, pageSize: PAGE_SIZE, after });
    soFar += rows.length;
    progress(soFar);
    return { rows, next };
  });
  save('employees.csv', csvOf(COLUMNS, employees));
  return employees.length;
}
