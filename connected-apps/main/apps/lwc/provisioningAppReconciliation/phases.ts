import type { Step } from 'c/provisioningStepPath';
import { labels } from './labels';

/** The platform's states of a reconciliation, in their order. */
const PHASES = ['New', 'Collecting', 'Collected', 'Analyzing', 'Analyzed', 'Committing', 'Completed'] as const;
const WORDS: Readonly<Record<string, string>> = {
  New: labels.appsPhaseNew,
  Collecting: labels.appsPhaseCollecting,
  Collected: labels.appsPhaseCollected,
  Analyzing: labels.appsPhaseAnalyzing,
  Analyzed: labels.appsPhaseAnalyzed,
  Committing: labels.appsPhaseCommitting,
  Completed: labels.appsPhaseCompleted,
  Failed: labels.appsPhaseFailed,
};
/** Where a step stood when it failed. */
const FAILED_AT: Readonly<Record<string, string>> = { AppCollect: 'Collecting', AppAnalyze: 'Analyzing', AppCommit: 'Committing' };

export const phaseLabel = (phase: string): string => WORDS[phase] ?? phase;

/** The path with what is done, current and open. */
export function stepsOf(view: Apex.AppReconciliationView): readonly Step[] {
  const phase = view.phase === 'Failed' ? (FAILED_AT[view.process?.scope ?? ''] ?? 'New') : (view.phase ?? 'New');
  const current = PHASES.findIndex((name) => name === phase);
  return PHASES.map((name, index) => ({
    name,
    label: index === current && view.phase === 'Failed' ? `${phaseLabel(name)}: ${labels.appsPhaseFailed}` : phaseLabel(name),
    state: index < current || phase === 'Completed' ? 'done' : index === current ? 'current' : 'open',
    opens: false,
  }));
}

/** The step that comes next; null while one is at work. After the end, and after a failure, all begins anew. */
export function nextKind(view: Apex.AppReconciliationView): 'Collect' | 'Analyze' | 'Commit' | null {
  if (isAtWork(view)) return null;
  if (view.phase === 'Collected') return 'Analyze';
  return view.phase === 'Analyzed' ? 'Commit' : 'Collect';
}

const OPEN = ['Queued', 'Initializing', 'Processing'];

export const isOpen = (process: Apex.ProvisioningProcessView | null | undefined): boolean => OPEN.includes(process?.status ?? '');
/** A step is on its way, or waits for a person at a guard. */
export const isAtWork = (view: Apex.AppReconciliationView): boolean => isOpen(view.process);
