import type { PageReference } from 'lightning/navigation';
import type { Tone } from 'c/provisioningStatusBadge';
import { modeLabel, statusLabel } from 'c/provisioningProcessTexts';
import { count, format } from 'c/provisioningTexts';
import { labels } from './labels';

type Scope = Apex.EmployeeLifecycleOverview_Scope;

/** One of the kinds of runs, as the page shows it. */
export interface Card {
  readonly scope: string;
  readonly title: string;
  readonly text: string;
  /** Why the settings let nobody start it. */
  readonly off: string | null;
  readonly facts: readonly { readonly label: string; readonly text: string; readonly reference: PageReference | null }[];
  /** What a click on the live run asks. */
  readonly question: string;
  readonly startLabel: string;
  readonly dryRunLabel: string;
  readonly canStart: boolean;
  /** A dry run about nobody is offered to nobody. */
  readonly canDryRun: boolean;
  /** Why there is nothing to start; null where there is. */
  readonly why: string | null;
  /** What needs somebody; null for nothing. */
  readonly badge: string | null;
  readonly badgeIcon: string | null;
  readonly tone: Tone;
  /** Whether the people stand below. */
  readonly hasLeavers: boolean;
  readonly hasChanges: boolean;
  readonly hasReturns: boolean;
  readonly people: number | null;
  /** Where the settings are that let nobody start it. */
  readonly settings: PageReference;
}

interface Kind {
  readonly title: string;
  readonly text: string;
  readonly counted: string;
  readonly question: string;
  /** The view of employees that shows the people who are counted. */
  readonly view: string | null;
}
const KINDS: Readonly<Record<string, Kind>> = {
  Leavers: {
    title: labels.lifecyclePageLeavers,
    text: labels.lifecyclePageLeaversText,
    counted: labels.lifecyclePageCanSignIn,
    question: labels.lifecyclePageQuestionLeavers,
    view: 'Leavers',
  },
  Changes: {
    title: labels.lifecyclePageChanges,
    text: labels.lifecyclePageChangesText,
    counted: labels.lifecyclePageCompared,
    question: labels.lifecyclePageQuestionChanges,
    view: null,
  },
  Returns: {
    title: labels.lifecyclePageReturns,
    text: labels.lifecyclePageReturnsText,
    counted: labels.lifecyclePageMayReturn,
    question: labels.lifecyclePageQuestionReturns,
    view: 'Returns',
  },
};
const DAILY: Readonly<Record<string, string>> = {
  Yes: labels.lifecyclePageDailyYes,
  AfterFirst: labels.lifecyclePageDailyFirst,
  No: labels.lifecyclePageDailyNo,
};

const pageOf = (apiName: string, state: Readonly<Record<string, string>>): PageReference => ({
  type: 'standard__navItemPage',
  attributes: { apiName },
  state,
});
export const SETTINGS = pageOf('Employee_User_Settings', { c__section: 'leavers' });
/** Whether runs over changes are on stands there. */
const AUTOMATION = pageOf('Employee_User_Settings', { c__section: 'automation' });
export const processPage = (id: string | null): PageReference => pageOf('View_Processes', { c__process: id ?? '' });

/** What the lists know better than a count: whom a run would lock out, and whom it would change; null while they do not. */
export interface Known {
  readonly lockouts: number | null;
  readonly differing: number | null;
}

export function cardsOf(overview: Apex.EmployeeLifecycleOverview, { lockouts, differing }: Known): readonly Card[] {
  const { leaverAction, mayRun } = overview;
  return overview.scopes.map((counted) => {
    const isLeavers = counted.name === 'Leavers';
    const isChanges = counted.name === 'Changes';
    const isOn = counted.off === null;
    const known = isLeavers ? lockouts : isChanges ? differing : null;
    const scope = known === null || !isOn ? counted : { ...counted, people: known };
    const { title, text } = kindOf(scope);
    const hasCarry = isChanges && differing !== null;
    return {
      scope: scope.name ?? '',
      title,
      text,
      off: scope.off,
      facts: [...(isLeavers && isOn ? leaverFacts(overview) : []), ...factsOf(counted)],
      question: format(hasCarry ? labels.changesQuestion : kindOf(scope).question, count(scope.people ?? 0)),
      startLabel: hasCarry ? carryOf(differing) : startOf(scope, leaverAction),
      dryRunLabel: format(labels.lifecyclePageStartOf, title, labels.lifecyclePageDryRun),
      canStart: mayRun === true && isOn,
      canDryRun: scope.people !== 0,
      why: isOn && scope.people === 0 ? nobodyOf(counted) : null,
      badge: isLeavers ? badgeOf(scope.people ?? 0) : isChanges ? differOf(differing ?? 0) : null,
      badgeIcon: isLeavers ? 'utility:warning' : null,
      tone: isLeavers ? 'warning' : 'info',
      hasLeavers: isLeavers && isOn,
      hasChanges: isChanges && isOn,
      hasReturns: counted.name === 'Returns' && isOn,
      people: counted.people,
      settings: isLeavers ? SETTINGS : AUTOMATION,
    };
  });
}

const carryOf = (people: number): string => (people === 1 ? labels.changesCarryOne : format(labels.changesCarry, count(people)));

function differOf(people: number): string | null {
  if (people === 0) return null;
  return people === 1 ? labels.changesDifferOne : format(labels.changesDiffer, count(people));
}

function nobodyOf({ name, people }: Scope): string | null {
  if (name === 'Returns') return labels.leaversNobodyReturns;
  if (name === 'Changes') return labels.changesNothing;
  return people === 0 ? labels.leaversNobody : labels.leaversNobodyMay;
}

function badgeOf(people: number): string | null {
  if (people === 0) return null;
  return people === 1 ? labels.leaversCanStillOne : format(labels.leaversCanStill, count(people));
}

function leaverFacts({ leaverStatuses, leaverAction }: Apex.EmployeeLifecycleOverview): Card['facts'] {
  const what = leaverAction === 'Deactivate' ? labels.lifecyclePageWhatDeactivate : labels.lifecyclePageWhatFreeze;
  return [
    { label: labels.lifecyclePageStatuses, text: (leaverStatuses ?? []).join(', '), reference: null },
    { label: labels.lifecyclePageWhat, text: what, reference: null },
    { label: labels.lifecyclePageLane, text: labels.lifecyclePageLaneOwn, reference: null },
  ];
}

const kindOf = ({ name }: Scope): Kind => KINDS[name ?? ''] ?? KINDS.Changes!;

function factsOf(scope: Scope): Card['facts'] {
  const { counted, view } = kindOf(scope);
  const fact = (label: string, text: string, reference: PageReference | null = null) => ({ label, text, reference });
  return [
    ...(scope.people === null
      ? []
      : [
          view && scope.people > 0
            ? fact(counted, format(labels.lifecyclePageShowPeople, scope.people), pageOf('Provisioning_Employees', { c__view: view }))
            : fact(counted, count(scope.people)),
        ]),
    ...(scope.goneToday === null ? [] : [fact(labels.lifecyclePageGoneToday, count(scope.goneToday))]),
    fact(labels.lifecyclePageDaily, DAILY[scope.daily ?? ''] ?? labels.lifecyclePageDailyNo),
    scope.last
      ? fact(labels.lifecyclePageLast, lastOf(scope), processPage(scope.last.id))
      : fact(labels.lifecyclePageLast, labels.lifecyclePageLastNone),
  ];
}

function lastOf({ name, last }: Scope): string {
  const text = name === 'Returns' ? labels.lifecyclePageLastReturns : labels.lifecyclePageLastText;
  const status = last?.mode === 'DryRun' ? `${statusLabel(last.status)} (${modeLabel(last.mode)})` : statusLabel(last?.status ?? null);
  return format(text, last?.name ?? '', status, count(last?.updated ?? 0), count(last?.total ?? 0));
}

function startOf({ name, people }: Scope, action: string | null): string {
  const counted = (one: string, many: string) => (people === 1 ? one : format(many, count(people ?? 0)));
  if (name === 'Changes') return labels.lifecyclePageCarry;
  if (name === 'Returns') return counted(labels.lifecyclePageBringBackOne, labels.lifecyclePageBringBack);
  return action === 'Deactivate'
    ? counted(labels.lifecyclePageDeactivateOne, labels.lifecyclePageDeactivate)
    : counted(labels.lifecyclePageFreezeOne, labels.lifecyclePageFreeze);
}
