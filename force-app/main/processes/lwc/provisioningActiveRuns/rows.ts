import type { Share } from 'c/provisioningCharts';
import { progressOf } from 'c/provisioningProcessProgress';
import { scopeLabel, silenceText, stateOf, triggerLabel } from 'c/provisioningProcessTexts';
import type { Tone } from 'c/provisioningStatusBadge';
import { count, format } from 'c/provisioningTexts';
import { labels } from './labels';

type Run = Apex.ProvisioningProcessView;

/** A run as the table shows it. `now` in milliseconds since 1970. */
export function rowOf(run: Run, now: number) {
  const { perMinute, minutesLeft } = progressOf(run, now);
  const hasBegun = run.startTime !== null;
  const people = format(labels.processPeople, run.processed ?? 0, run.total ?? 0);
  return {
    id: run.id,
    name: run.name,
    state: stateOf(run),
    isDryRun: run.mode === 'DryRun',
    scope: scopeLabel(run.scope),
    hasBegun,
    parts: partsOf(run),
    total: run.total,
    outcomes: format(labels.overviewOutcomes, run.created, run.linked, run.updated, run.skipped, run.failed),
    progress: [hasBegun ? people : '', perMinute === null ? '' : format(labels.processRate, perMinute)].filter(Boolean).join(' · '),
    // what a run waits for says more than that it waits
    note: run.statusMessage && run.guard ? run.statusMessage : (run.waitsFor ?? silenceText(run, now)),
    failed: hasBegun ? count(run.failed) : '',
    timeLeft: minutesLeft === null ? '' : minutesLeft === 0 ? labels.processAlmostDone : format(labels.processTimeLeft, minutesLeft),
    startedBy: triggerLabel(run.startedBy),
    requestedBy: run.requestedBy,
    startTime: run.startTime,
    isToDecide: Boolean(run.guard) && run.canCancel === true,
    canStop: !run.guard && run.canCancel === true,
    decide: `${labels.overviewDecide}: ${run.name}`,
    stop: `${labels.processCancel}: ${run.name}`,
    reference: {
      type: 'standard__navItemPage',
      attributes: { apiName: 'View_Processes' },
      state: { c__process: run.id ?? undefined },
    },
  };
}

/** The lanes in which something is open, each with what it is at: a run that waits for a decision holds up its own lane only (R4). */
export function lanesOf(runs: readonly Run[], now: number) {
  const lanes = [
    { name: 'giving', label: labels.processesLaneGiving, text: labels.processesLaneGivingText, icon: 'utility:user', takes: false },
    { name: 'taking', label: labels.processesLaneTaking, text: labels.processesLaneTakingText, icon: 'utility:lock', takes: true },
  ];
  return lanes
    .map((lane) => ({ ...lane, own: runs.filter(({ takesAccess }) => (takesAccess ?? false) === lane.takes) }))
    .filter(({ own }) => own.length > 0)
    .map(({ own, ...lane }) => ({ ...lane, badge: badgeOf(own), rows: own.map((run) => rowOf(run, now)) }));
}

function badgeOf(runs: readonly Run[]): { readonly word: string; readonly icon: string | null; readonly tone: Tone } {
  const parked = runs.find(({ guard }) => guard);
  if (parked) {
    const word = parked.canCancel ? labels.processesLaneYou : labels.processStateParked;
    return { word, icon: 'utility:warning', tone: 'warning' };
  }
  const silent = runs.find(({ silentSince }) => silentSince);
  return silent ? stateOf(silent) : { word: labels.processesLaneGoes, icon: 'utility:success', tone: 'good' };
}

function partsOf({ created, linked, updated, skipped, failed }: Run): readonly Share[] {
  return [
    { name: 'created', value: created ?? 0, series: 'created' },
    { name: 'linked', value: linked ?? 0, series: 'linked' },
    { name: 'updated', value: updated ?? 0, series: 'updated' },
    { name: 'skipped', value: skipped ?? 0, series: 'skipped' },
    { name: 'failed', value: failed ?? 0, series: 'failed' },
  ];
}
