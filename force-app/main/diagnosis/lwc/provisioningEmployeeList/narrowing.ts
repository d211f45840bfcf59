import type { PageReference } from 'lightning/navigation';
import type { FilterChoice, Wanted } from 'c/provisioningFilterBar';
import { labels } from './labels';
import { OUTCOMES, VIEWS, WAITING } from './views';

type State = Readonly<Record<string, string | undefined>>;

/** Which employees are asked for. */
export interface Question {
  readonly view: string;
  readonly filter: Readonly<Record<string, string>>;
}

/** What stands in the address beside the view, by the names of the API. */
const NAMES = ['search', 'outcome', 'cause', 'status', 'department'] as const;

const stateOf = (place: PageReference | undefined): State => place?.state ?? {};
const valueOf = (place: PageReference | undefined, name: string): string => stateOf(place)[`c__${name}`] ?? '';

export const searchOf = (place: PageReference | undefined): string => valueOf(place, 'search');

/** What the address asks for. */
export function questionOf(place: PageReference | undefined): Question {
  const asked = stateOf(place).c__view;
  const set = NAMES.map((name) => [name, valueOf(place, name)] as const).filter(([, value]) => value !== '');
  return { view: VIEWS.find(({ value }) => value === asked)?.value ?? WAITING, filter: Object.fromEntries(set) };
}

/** The filters of the list; a department only where the source knows one. */
export function filtersOf(place: PageReference | undefined, page: Apex.EmployeeListPage | undefined): readonly FilterChoice[] {
  const choices = [
    { name: 'outcome', label: labels.employeesFilterOutcome, options: OUTCOMES },
    { name: 'cause', label: labels.employeesFilterCause, options: withAny(labels.employeesAnyCause, page?.causes) },
    { name: 'status', label: labels.employeesFilterStatus, options: withAny(labels.employeesAnyStatus, page?.statuses) },
    ...(page?.hasDepartment ? [{ name: 'department', label: labels.employeesFilterDepartment, options: [] }] : []),
  ];
  return choices.map((choice) => ({ ...choice, value: valueOf(place, choice.name) }));
}

/** The state of the address that stands for what somebody wants to see. */
export function stateFor({ segment, search, filters }: Wanted): State {
  const set = Object.entries({ ...filters, search }).map(([name, value]) => [`c__${name}`, value || undefined] as const);
  return { c__view: segment, ...Object.fromEntries(set) };
}

function withAny(any: string, choices: readonly Apex.ProvisioningChoice[] | null | undefined) {
  return [{ value: '', label: any }, ...(choices ?? []).map(({ value, label }) => ({ value: value ?? '', label: label ?? '' }))];
}
