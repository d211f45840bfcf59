import { updatedLabel } from 'c/provisioningProcessTexts';
import type { Tone } from 'c/provisioningStatusBadge';
import { labels } from './labels';

/** Stands for every outcome, in the address and in the bar of filters. */
export const ALL = 'All';

interface Outcome {
  readonly value: string;
  readonly label: string;
  /** Of a dry run, which did nothing. */
  readonly dry: string;
  readonly icon: string;
  readonly tone: Tone;
  count(process: Apex.ProvisioningProcessView): number | null;
}

const OUTCOMES: readonly Outcome[] = [
  {
    value: 'Failed',
    label: labels.outcomeFailed,
    dry: labels.outcomeWouldFail,
    icon: 'utility:ban',
    tone: 'bad',
    count: ({ failed }) => failed,
  },
  {
    value: 'Created',
    label: labels.outcomeCreated,
    dry: labels.outcomeWouldCreate,
    icon: 'utility:adduser',
    tone: 'neutral',
    count: ({ created }) => created,
  },
  {
    value: 'Linked',
    label: labels.outcomeLinked,
    dry: labels.outcomeWouldLink,
    icon: 'utility:link',
    tone: 'neutral',
    count: ({ linked }) => linked,
  },
  {
    value: 'Updated',
    label: labels.outcomeUpdated,
    dry: labels.outcomeWouldUpdate,
    icon: 'utility:change_record_type',
    tone: 'neutral',
    count: ({ updated }) => updated,
  },
  {
    value: 'Skipped',
    label: labels.outcomeSkipped,
    dry: labels.outcomeWouldSkip,
    icon: 'utility:forward',
    tone: 'neutral',
    count: ({ skipped }) => skipped,
  },
];

/** The views of the list with their counts; those whom nobody is in are left out. */
export function segmentsOf(process: Apex.ProvisioningProcessView, chosen: string) {
  const some = OUTCOMES.map((outcome) => ({
    value: outcome.value,
    label: wordOf(outcome.value, process.mode, process.scope),
    count: outcome.count(process) ?? 0,
  })).filter(({ value, count }) => count > 0 || value === chosen);
  return [{ value: ALL, label: labels.itemsAllOutcomes, count: null }, ...some];
}

/** What became of somebody; of a dry run, what would. */
export function wordOf(value: string | null, mode: string | null, scope: string | null): string {
  const outcome = OUTCOMES.find((one) => one.value === value);
  if (mode === 'DryRun') return outcome?.dry ?? value ?? '';
  return value === 'Updated' ? updatedLabel(scope) : (outcome?.label ?? value ?? '');
}

export function signOf(value: string | null): { readonly icon: string | null; readonly tone: Tone } {
  const outcome = OUTCOMES.find((one) => one.value === value);
  return { icon: outcome?.icon ?? null, tone: outcome?.tone ?? 'neutral' };
}

/** Whom somebody is after who opens a run: those who failed, once it has ended. */
export function firstOutcome(process: Apex.ProvisioningProcessView): string {
  return process.endTime && (process.failed ?? 0) > 0 ? 'Failed' : ALL;
}
