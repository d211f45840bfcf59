import type { PageReference } from 'lightning/navigation';
import type { FilterChoice, Segment, Wanted } from 'c/provisioningFilterBar';
import { endedChoices, scopeChoices, triggerChoices } from 'c/provisioningProcessTexts';
import { labels } from './labels';

type State = Readonly<Record<string, string | undefined>>;

interface View {
  readonly value: string;
  readonly label: string;
  readonly counted: string;
  readonly filter: Readonly<Record<string, string>>;
}
/** The views of the list, and what each asks the server for. */
const VIEWS: readonly View[] = [
  { value: '', label: labels.processesViewAll, counted: 'All', filter: {} },
  { value: 'WithFailures', label: labels.processesViewFailures, counted: 'WithFailures', filter: { withFailures: 'true' } },
  { value: 'DryRuns', label: labels.processesViewDryRuns, counted: 'DryRuns', filter: { mode: 'DryRun' } },
  { value: 'Mine', label: labels.processesViewMine, counted: 'Mine', filter: { requestedBy: 'me' } },
];
const FILTERS = [
  { name: 'status', label: labels.processStatus, any: labels.processesAnyStatus, choices: endedChoices },
  { name: 'scope', label: labels.processScope, any: labels.processesAnyScope, choices: scopeChoices },
  { name: 'trigger', label: labels.processStartedBy, any: labels.processesAnyTrigger, choices: triggerChoices },
];

const stateOf = (page: PageReference | undefined): State => page?.state ?? {};

export const viewOf = (page: PageReference | undefined): string => VIEWS.find(({ value }) => value === stateOf(page).c__view)?.value ?? '';
export const searchOf = (page: PageReference | undefined): string => stateOf(page).c__search ?? '';

/** Whether the address narrows the list. */
export const isNarrowed = (page: PageReference | undefined): boolean => Object.keys(filterOf(page)).length > 0;

/** What the server is asked for, by the names of the API. */
export function filterOf(page: PageReference | undefined): Readonly<Record<string, string>> {
  const state = stateOf(page);
  const chosen = FILTERS.flatMap(({ name }) => (state[`c__${name}`] ? [[name, state[`c__${name}`] ?? '']] : []));
  const view = VIEWS.find(({ value }) => value === viewOf(page))?.filter ?? {};
  const search = searchOf(page);
  return { ...view, ...(Object.fromEntries(chosen) as Record<string, string>), ...(search && { search }) };
}

export const segmentsOf = (counts: Readonly<Record<string, number>>): readonly Segment[] =>
  VIEWS.map(({ value, label, counted }) => ({ value, label, count: counts[counted] ?? null }));

/** How many runs there are where nothing but the view narrows the list; else that is not known. */
export function countedOf(page: PageReference | undefined, counts: Readonly<Record<string, number>>): number | null {
  const view = VIEWS.find(({ value }) => value === viewOf(page));
  const isAll = Object.keys(filterOf(page)).length === Object.keys(view?.filter ?? {}).length;
  return isAll ? (counts[view?.counted ?? ''] ?? null) : null;
}

export const choicesOf = (page: PageReference | undefined): readonly FilterChoice[] =>
  FILTERS.map(({ name, label, any, choices }) => ({
    name,
    label,
    value: stateOf(page)[`c__${name}`] ?? '',
    options: [{ value: '', label: any }, ...choices],
  }));

/** The state of the address that stands for what somebody wants to see. */
export function stateFor({ segment, search, filters }: Wanted): State {
  const chosen = FILTERS.map(({ name }) => [`c__${name}`, filters[name] || undefined] as const);
  return { c__view: segment || undefined, c__search: search || undefined, ...Object.fromEntries(chosen) };
}
