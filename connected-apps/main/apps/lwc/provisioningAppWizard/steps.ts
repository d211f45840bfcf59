import { labels } from './labels';

/** A step of the wizard. */
export interface WizardStep {
  readonly name: string;
  readonly label: string;
}

const WELCOME: WizardStep = { name: 'welcome', label: labels.appsStepWelcome };
const RUNS: readonly WizardStep[] = [
  { name: 'collect', label: labels.appsStepCollect },
  { name: 'analyze', label: labels.appsStepAnalyze },
  { name: 'review', label: labels.appsStepReview },
  { name: 'commit', label: labels.appsStepCommit },
  { name: 'process', label: labels.appsStepProcess },
];
const OWN: readonly WizardStep[] = [
  { name: 'credential', label: labels.appsStepCredential },
  { name: 'connector', label: labels.appsStepConnector },
  { name: 'operations', label: labels.appsStepOperations },
  { name: 'approval', label: labels.appsStepApproval },
  { name: 'linking', label: labels.appsStepLinking },
  { name: 'reconciliation', label: labels.appsStepReconciliation },
];

/** The steps in their order. Where the platform does the work, it is configured there. */
export function stepsOf(engine: string | null): readonly WizardStep[] {
  return engine === 'Platform' ? [WELCOME, { name: 'platform', label: labels.appsStepPlatform }, ...RUNS] : [WELCOME, ...OWN, ...RUNS];
}

export const isRun = (name: string): boolean => RUNS.some((step) => step.name === name);

/** What the reconciliation has behind it, by how far it came. */
const BEHIND: Readonly<Record<string, readonly string[]>> = {
  Collected: ['collect'],
  Analyzed: ['collect', 'analyze'],
  Completed: ['collect', 'analyze', 'review', 'commit'],
};

/** Whether a step of the runs is done; where the accounts are known, nothing is left but to process them. */
export function isRunDone(name: string, view: Apex.AppSettingsView): boolean {
  if (name === 'process') return view.settings?.enabled ?? false;
  return Boolean(view.accountsKnown) || (BEHIND[view.reconciled ?? ''] ?? []).includes(name);
}
