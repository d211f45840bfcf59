import type { PageReference } from 'lightning/navigation';
import type { FilterChoice, Segment, Wanted } from 'c/provisioningFilterBar';
import { endedChoices, scopeChoices, triggerChoices } from 'c/provisioningProcessTexts';
import { format } from 'c/provisioningTexts';
import { firstOf } from './days';
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
/** Words for so many days, of which today is the last. */
const DAYS: readonly (readonly [days: number, label: string])[] = [
  [1, labels.processesToday],
  [7, format(labels.processesLastDays, 7)],
  [30, format(labels.processesLastDays, 30)],
];
type Choices = FilterChoice['options'];
interface Filter {
  readonly name: string;
  readonly label: string;
  readonly any: string;
  /** `versions`: the settings that there are runs of. */
  choices(versions: readonly string[]): Choices;
}
const FILTERS: readonly Filter[] = [
  { name: 'status', label: labels.processStatus, any: labels.processesAnyStatus, choices: () => endedChoices },
  { name: 'scope', label: labels.processScope, any: labels.processesAnyScope, choices: () => scopeChoices },
  { name: 'trigger', label: labels.processStartedBy, any: labels.processesAnyTrigger, choices: () => triggerChoices },
  {
    name: 'started',
    label: labels.processStarted,
    any: labels.processesAnyTime,
    choices: () => DAYS.map(([days, label]) => ({ value: String(days), label })),
  },
  {
    name: 'settingsVersion',
    label: labels.processSettings,
    any: labels.processesAnySettings,
    choices: (versions) => versions.map((version) => ({ value: version, label: version })),
  },
];

const stateOf = (page: PageReference | undefined): State => page?.state ?? {};

export const viewOf = (page: PageReference | undefined): string => VIEWS.find(({ value }) => value === stateOf(page).c__view)?.value ?? '';
export const searchOf = (page: PageReference | undefined): string => stateOf(page).c__search ?? '';

/** Whether the address narrows the list. */
export const isNarrowed = (page: PageReference | undefined): boolean => Object.keys(filterOf(page)).length > 0;

/** What the server is asked for, by the names of the API. */
export function filterOf(page: PageReference | undefined): Readonly<Record<string, string>> {
  const state = stateOf(page);
  const chosen = FILTERS.flatMap(({ name }) => asked(name, state[`c__${name}`] ?? ''));
  const view = VIEWS.find(({ value }) => value === viewOf(page))?.filter ?? {};
  const search = searchOf(page);
  return { ...view, ...(Object.fromEntries(chosen) as Record<string, string>), ...(search && { search }) };
}

/** One filter as the server knows it; a time that is no choice, from an address typed by hand, narrows nothing. */
function asked(name: string, value: string): readonly (readonly [string, string])[] {
  if (name !== 'started') return value ? [[name, value]] : [];
  return DAYS.filter(([days]) => String(days) === value).map(([days]) => ['from', firstOf(days, Date.now())] as const);
}

export const segmentsOf = (counts: Readonly<Record<string, number>>): readonly Segment[] =>
  VIEWS.map(({ value, label, counted }) => ({ value, label, count: counts[counted] ?? null }));

/** How many runs there are where nothing but the view narrows the list; else that is not known. */
export function countedOf(page: PageReference | undefined, counts: Readonly<Record<string, number>>): number | null {
  const view = VIEWS.find(({ value }) => value === viewOf(page));
  const isAll = Object.keys(filterOf(page)).length === Object.keys(view?.filter ?? {}).length;
  return isAll ? (counts[view?.counted ?? ''] ?? null) : null;
}

/** `versions`: the settings that there are runs of; those of the address stay a choice, however old they are. */
export const choicesOf = (page: PageReference | undefined, versions: readonly string[]): readonly FilterChoice[] =>
  FILTERS.map(({ name, label, any, choices }) => ({
    name,
    label,
    value: stateOf(page)[`c__${name}`] ?? '',
    options: [{ value: '', label: any }, ...choices(withChosen(versions, stateOf(page).c__settingsVersion))],
  }));

function withChosen(versions: readonly string[], chosen: string | undefined): readonly string[] {
  return chosen && !versions.includes(chosen) ? [...versions, chosen] : versions;
}

/** The state of the address that stands for what somebody wants to see. */
export function stateFor({ segment, search, filters }: Wanted): State {
  const chosen = FILTERS.map(({ name }) => [`c__${name}`, filters[name] || undefined] as const);
  return { c__view: segment || undefined, c__search: search || undefined, ...Object.fromEntries(chosen) };
}
