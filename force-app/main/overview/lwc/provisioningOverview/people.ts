import type { Share } from 'c/provisioningCharts';
import type { Tile } from 'c/provisioningStatTiles';
import { format } from 'c/provisioningTexts';
import { labels } from './labels';

type Overview = Apex.ProvisioningOverview;

/** Where people stand, in numbers. */
export interface People {
  readonly all: number;
  readonly withUser: number;
  readonly waiting: number;
  readonly leavers: number;
  readonly returns: number;
  readonly created: number;
  readonly linked: number;
  readonly failed: number;
  readonly notTried: number;
}

export function peopleOf({ counts, created, causes }: Overview): People {
  const of = (view: string): number => counts?.[view] ?? 0;
  const waiting = of('Waiting');
  const failed = Math.min(
    causes.reduce((sum, { count }) => sum + (count ?? 0), 0),
    waiting,
  );
  const withUser = of('WithUser');
  const madeHere = Math.min(created ?? 0, withUser);
  return {
    all: of('All'),
    withUser,
    waiting,
    leavers: of('Leavers'),
    returns: of('Returns'),
    created: madeHere,
    linked: withUser - madeHere,
    failed,
    notTried: waiting - failed,
  };
}

/** Each is named as the view of the list of employees that it opens. */
export function tilesOf(people: People, { leaverAction }: Overview): readonly Tile[] {
  const knowsLeavers = leaverAction !== null;
  return [
    { name: 'All', label: labels.employeesTitle, value: people.all, note: labels.overviewShowAll, opens: true },
    {
      name: 'WithUser',
      label: labels.overviewWithUser,
      value: people.withUser,
      note: format(labels.overviewWithUserText, people.created, people.linked),
      opens: true,
    },
    {
      name: 'Waiting',
      label: labels.overviewWaiting,
      value: people.waiting,
      note: format(labels.overviewWaitingText, people.failed, people.notTried),
      opens: true,
      icon: people.failed > 0 ? 'utility:ban' : null,
      variant: 'error',
    },
    {
      name: 'Leavers',
      label: labels.overviewLeavers,
      value: people.leavers,
      note: knowsLeavers ? labels.overviewLeaversShow : labels.overviewLeaversOff,
      opens: knowsLeavers,
      icon: people.leavers > 0 ? 'utility:warning' : null,
      variant: 'warning',
    },
    { name: 'Returns', label: labels.overviewReturns, value: people.returns, note: labels.overviewReturnsShow, opens: true },
  ];
}

export function sharesOf({ created, linked, failed, notTried }: People): readonly Share[] {
  return [
    { name: 'created', label: labels.outcomeCreated, value: created, series: 'created' },
    { name: 'linked', label: labels.outcomeLinked, value: linked, series: 'linked' },
    { name: 'failed', label: labels.outcomeFailed, value: failed, series: 'failed' },
    { name: 'notTried', label: labels.overviewNotTried, value: notTried, series: 'waiting' },
  ];
}

export const sharesText = ({ created, linked, failed, notTried }: People): string =>
  format(labels.overviewShares, created, linked, failed, notTried);
