import payloads from './payloads.json';
import { known } from './vocabulary';

/**
 * Fixtures of component tests are what the controllers of the console answered when e2e/engine/payloads.test.ts recorded them, with changes. They are typed
 * by the classes of Apex and their codes are looked up: a field that Apex does not send does not compile, and a cause that does not exist is an error.
 */
const recorded: {
  readonly neverSaved: Apex.ProvisioningSettingsView;
  readonly settings: Apex.ProvisioningSettingsView;
  readonly history: readonly Apex.ProvisioningSettingsVersion[];
  readonly inputs: readonly Apex.ProvisioningSettingsInput[];
  readonly findings: readonly Apex.ProvisioningFinding[];
  readonly effects: readonly Apex.ProvisioningSettingsEffect[];
  readonly userPreview: Apex.EmployeeUserPreview;
  readonly runPreview: Apex.RunPreview;
  readonly nobodyLooked: Apex.RunForecast;
  readonly preflight: Apex.PreflightView;
  readonly forecast: Apex.RunForecast;
  readonly started: Apex.ProvisioningProcessView;
  readonly process: Apex.ProvisioningProcessView;
  readonly causes: readonly Apex.RunCauseView[];
  readonly processEvents: readonly Apex.ProvisioningProcessEvent[];
  readonly dryItems: readonly Apex.ProvisioningItemView[];
  readonly items: readonly Apex.ProvisioningItemView[];
  readonly employees: Apex.EmployeeListPage;
  readonly links: Apex.EmployeeLinkPage;
  readonly diagnosis: Apex.EmployeeDiagnosis;
  readonly importFields: readonly Apex.EmployeeImportFieldView[];
  readonly hireForm: Apex.EmployeeImportForm;
  readonly importResults: readonly Apex.EmployeeImportResult[];
} = payloads;

/** Two people would fail, and who they are. */
export function aFinding(changes: Partial<Apex.ProvisioningFinding> = {}): Apex.ProvisioningFinding {
  return known({ severity: 'severity' }, { ...recorded.preflight.populationFindings[0], ...changes });
}

/** What the settings lack: nobody is given a profile. */
export function anError(): Apex.ProvisioningFinding {
  return recorded.findings[0];
}

/** A run over everybody that has ended. */
export function aProcess(changes: Partial<Apex.ProvisioningProcessView> = {}): Apex.ProvisioningProcessView {
  const process = { ...recorded.process, ...stateFor(changes), ...changes };
  return known({ status: 'status', mode: 'mode', scope: 'scope', startedBy: 'trigger', guard: 'guard' }, process);
}

/** What Apex says that a run with another status is at, where a test does not say. */
function stateFor({ status, guard }: Partial<Apex.ProvisioningProcessView>): Partial<Apex.ProvisioningProcessView> {
  if (guard) return { state: 'Parked', stateText: 'Waits for a decision' };
  return status === undefined || status === recorded.process.status ? {} : { state: status, stateText: status };
}

/** The same run in the middle. */
export function aLiveProcess(changes: Partial<Apex.ProvisioningProcessView> = {}): Apex.ProvisioningProcessView {
  return aProcess({ status: 'Processing', processed: 20, failed: 0, endTime: null, canCancel: true, canRetry: false, ...changes });
}

/** The same run when it has just been started. */
export function aStartedProcess(changes: Partial<Apex.ProvisioningProcessView> = {}): Apex.ProvisioningProcessView {
  return aProcess({ ...recorded.started, ...changes });
}

/** Somebody who failed. */
export function anItem(changes: Partial<Apex.ProvisioningItemView> = {}): Apex.ProvisioningItemView {
  return known({ outcome: 'outcome', cause: 'cause' }, { ...recorded.items[0], ...changes });
}

/** Somebody whom a dry run would give a user. */
export function aDryItem(changes: Partial<Apex.ProvisioningItemView> = {}): Apex.ProvisioningItemView {
  return anItem({ ...recorded.dryItems[0], ...changes });
}

export function aCause(changes: Partial<Apex.RunCauseView> = {}): Apex.RunCauseView {
  return known({ cause: 'cause' }, { ...recorded.causes[0], ...changes });
}

/** That the run was started. */
export function anEvent(changes: Partial<Apex.ProvisioningProcessEvent> = {}): Apex.ProvisioningProcessEvent {
  return { ...recorded.processEvents[0]!, ...changes };
}

/** Before a run: nobody has been provisioned yet, and nothing stands in the way. */
export function aPreview(changes: Partial<Apex.RunPreview> = {}): Apex.RunPreview {
  return { ...recorded.runPreview, findings: [], ...changes };
}

/** What a dry run foresaw. */
export function aForecast(changes: Partial<Apex.RunForecast> = {}): Apex.RunForecast {
  return known({ origin: 'origin' }, { ...recorded.forecast, ...changes });
}

export function nobodyLooked(changes: Partial<Apex.RunForecast> = {}): Apex.RunForecast {
  return { ...recorded.nobodyLooked, ...changes };
}

/** A check of everybody that has ended. */
export function aPreflight(changes: Partial<Apex.PreflightView> = {}): Apex.PreflightView {
  return known({ status: 'check' }, { ...recorded.preflight, ...changes });
}

/** What the page starts from before anything was saved. */
export function blankSettings(): Apex.ProvisioningSettingsData {
  return certainly(recorded.neverSaved.blank);
}

/** Settings that are complete. */
export function someSettings(changes: Partial<Apex.ProvisioningSettingsData> = {}): Apex.ProvisioningSettingsData {
  return { ...certainly(recorded.settings.settings), ...changes };
}

function certainly(settings: Apex.ProvisioningSettingsData | null): Apex.ProvisioningSettingsData {
  if (!settings) throw new Error('jest/payloads.json lacks settings: record it anew');
  return settings;
}

export function aView(changes: Partial<Apex.ProvisioningSettingsView> = {}): Apex.ProvisioningSettingsView {
  return { ...recorded.settings, options: someOptions(), ...changes };
}

export function anEffect(changes: Partial<Apex.ProvisioningSettingsEffect> = {}): Apex.ProvisioningSettingsEffect {
  return { ...recorded.effects[0], ...changes };
}

/** The versions of the settings, newest first. */
export function aHistory(): readonly Apex.ProvisioningSettingsVersion[] {
  return recorded.history;
}

export function aUserPreview(changes: Partial<Apex.EmployeeUserPreview> = {}): Apex.EmployeeUserPreview {
  return { ...recorded.userPreview, ...changes };
}

/** People who failed and wait. */
export function somePeople(changes: Partial<Apex.EmployeeListPage> = {}): Apex.EmployeeListPage {
  return { ...recorded.employees, ...changes };
}

/** Pairs of employees and users who look alike. */
export function somePairs(changes: Partial<Apex.EmployeeLinkPage> = {}): Apex.EmployeeLinkPage {
  return { ...recorded.links, ...changes };
}

/** Why somebody is not given a user: the one who exists is an administrator. */
export function aDiagnosis(changes: Partial<Apex.EmployeeDiagnosis> = {}): Apex.EmployeeDiagnosis {
  return { ...recorded.diagnosis, ...changes };
}

const choice = (value: string, label: string, license: string | null = null): Apex.ProvisioningChoice => ({
  value,
  label,
  license,
  type: null,
});

export function someOptions(changes: Partial<Apex.ProvisioningSettingsOptions> = {}): Apex.ProvisioningSettingsOptions {
  return {
    sources: [choice('Employee2', 'Employee')],
    profiles: [
      choice('00e000000000002AAA', 'Standard User', 'Salesforce'),
      choice('00e000000000006AAA', 'Unified Employee', 'Unified Employee'),
    ],
    permissionSets: [choice('PS:Employee_Access', 'Employee Access', 'Unified Employee'), choice('PS:Sales', 'Sales')],
    personRecordTypes: [],
    emailEncodings: [choice('UTF-8', 'Unicode (UTF-8)')],
    employeeStatuses: [choice('Active', 'Active'), choice('Onboarding', 'Onboarding')],
    matchingRules: [
      choice('EmployeeNumber', 'Employee number'),
      choice('FederationId', 'Federation ID'),
      choice('Email', 'Email'),
      choice('Username', 'Username'),
    ],
    inputs: recorded.inputs,
    userFields: [choice('Department', 'Department'), choice('Title', 'Title')],
    employeePaths: [choice('Department__c', 'Department'), choice('Contact.Title', 'Contact: Title')],
    ...changes,
  };
}

/** What a row of an import may hold. */
export const importFields = (): readonly Apex.EmployeeImportFieldView[] => recorded.importFields;

/** What somebody new is asked for. */
export const aHireForm = (): Apex.EmployeeImportForm => recorded.hireForm;

/** A row of each kind: created, created without an address, unchanged, updated, failed for two reasons. */
export const importResults = (): readonly Apex.EmployeeImportResult[] => recorded.importResults;
