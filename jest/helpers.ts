import '@sa11y/jest';
import { createElement } from 'lwc';

type Component = Parameters<typeof createElement>[1]['is'];
export type Mounted = HTMLElement & Record<string, unknown>;

/** Puts a component into the page, with its public properties set. */
export function mount(tag: string, is: unknown, properties: Readonly<Record<string, unknown>> = {}): Mounted {
  const element = createElement(tag, { is: is as Component }) as unknown as Mounted;
  Object.assign(element, properties);
  document.body.appendChild(element);
  return element;
}

/** Lets promises and renderings that are due happen. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}

/** All elements inside a component that match, through its shadow root. */
export function all<T extends HTMLElement = Mounted>(element: Element, selector: string): T[] {
  return [...((element.shadowRoot as ShadowRoot).querySelectorAll(selector) as NodeListOf<T>)];
}

/** The only element that matches; none or several is an error. */
export function one<T extends HTMLElement = Mounted>(element: Element, selector: string): T {
  const found = all<T>(element, selector);
  if (found.length !== 1) throw new Error(`${found.length} elements match ${selector}`);
  return found[0] as T;
}

/** The base component with this label. */
export function labelled(element: Element, tag: string, label: string): Mounted {
  const found = all(element, tag).filter((candidate) => candidate.label === label);
  if (found.length !== 1) throw new Error(`${found.length} ${tag} are labelled ${label}`);
  return found[0] as Mounted;
}

/** Text that a person sees inside a component's own template, pieces joined by one space. */
export function textOf(element: Element): string {
  const pieces: string[] = [];
  const visit = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) pieces.push(node.textContent ?? '');
    node.childNodes.forEach(visit);
  };
  (element.shadowRoot as ShadowRoot).childNodes.forEach(visit);
  return pieces.join(' ').replace(/\s+/g, ' ').trim();
}

/** An error as a call to Apex rejects: our controllers put JSON into the message. */
export function refusal(
  message: string,
  findings: readonly Partial<Apex.ProvisioningFinding>[] = [],
  processId: string | null = null,
  reason: string | null = null,
): unknown {
  return {
    status: 500,
    body: { message: JSON.stringify({ message, reason, findings, processId }), exceptionType: 'System.AuraHandledException' },
  };
}

export function aFinding(changes: Partial<Apex.ProvisioningFinding> = {}): Apex.ProvisioningFinding {
  return {
    code: null,
    field: null,
    severity: 'warning',
    message: 'Twelve people have no email.',
    fix: 'Add one.',
    count: 12,
    sample: [],
    ...changes,
  };
}

export function aProcess(changes: Partial<Apex.ProvisioningProcessView> = {}): Apex.ProvisioningProcessView {
  return {
    id: 'a01000000000001AAA',
    name: 'PROC-00001',
    status: 'Finished',
    startedBy: 'Manual',
    mode: 'Live',
    scope: 'All',
    total: 2500,
    processed: 2500,
    created: 2431,
    linked: 40,
    updated: 0,
    skipped: 0,
    failed: 29,
    known: 0,
    emailConfirmations: null,
    startTime: '2026-11-20T10:00:00.000Z',
    endTime: '2026-11-20T10:02:00.000Z',
    heartbeat: null,
    requestedBy: 'Ada Admin',
    settingsVersion: 'Version 1',
    requestedByUsername: 'admin@northwind.example',
    runsAs: 'engine@northwind.example',
    parentId: null,
    guard: null,
    statusMessage: null,
    waitsFor: null,
    canCancel: false,
    canResume: false,
    canRetry: false,
    ...changes,
  };
}

export function aLiveProcess(changes: Partial<Apex.ProvisioningProcessView> = {}): Apex.ProvisioningProcessView {
  return aProcess({ status: 'Processing', processed: 1250, failed: 0, endTime: null, canCancel: true, ...changes });
}

export function anItem(changes: Partial<Apex.ProvisioningItemView> = {}): Apex.ProvisioningItemView {
  return {
    id: 'a02000000000001AAA',
    employeeId: '0Em000000000001AAA',
    employeeNumber: 'E100001',
    name: 'Zoë O’Neil',
    outcome: 'Failed',
    cause: 'EMAIL_MISSING',
    causeLabel: 'No email address',
    code: null,
    message: 'The employee has no email address.',
    field: 'Email',
    retryable: true,
    attempt: 1,
    userId: null,
    valuesBefore: null,
    plannedUsername: null,
    resolvedBy: null,
    howToFix: 'Add an email, then run again.',
    ...changes,
  };
}

export function aCause(changes: Partial<Apex.RunCauseView> = {}): Apex.RunCauseView {
  return { cause: 'EMAIL_MISSING', label: 'No email address', howToFix: 'Add an email.', count: 12, retryable: true, ...changes };
}

export function aPreview(changes: Partial<Apex.RunPreview> = {}): Apex.RunPreview {
  return { eligible: 2500, ready: true, findings: [], liveProcess: null, ...changes };
}

export function aForecast(changes: Partial<Apex.RunForecast> = {}): Apex.RunForecast {
  return {
    origin: 'DryRun',
    processName: 'PROC-00002',
    lookedAt: '2026-11-20T10:00:00.000Z',
    people: 2500,
    failing: 12,
    findings: [aFinding({ message: '12 employees would fail: no email.' })],
    isChecking: false,
    checked: null,
    total: null,
    canCheck: true,
    ...changes,
  };
}

/** What the server gives the page to start from while nobody has saved settings. */
export function blankSettings(): Apex.ProvisioningSettingsData {
  return {
    version: null,
    sourceName: 'Employee2',
    profileId: null,
    profileName: null,
    emailEncoding: null,
    employeeStatus: null,
    permissionSets: [],
    usernameSuffix: null,
    timeZone: null,
    locale: null,
    language: null,
    matchByEmployeeNumber: true,
    matchByFederationId: true,
    matchByEmail: false,
    matchByUsername: false,
    automaticProvisioning: false,
    nativeEngineOff: false,
    welcomeEmail: false,
    updateOnChange: false,
    seatReserve: 0,
    maximumCreates: null,
    maximumChanges: null,
    maximumLockouts: null,
    failureRatePercent: null,
    failureRateFloor: null,
    minimumPopulation: null,
    personRecordType: null,
    leaverStatuses: [],
    leaverAction: null,
    retentionDays: 90,
    dryRunRetentionDays: 7,
    notificationRecipients: [],
    fieldMappings: [],
  };
}

/** Settings that are complete: the blank ones, and a choice wherever one is asked for. */
export function someSettings(changes: Partial<Apex.ProvisioningSettingsData> = {}): Apex.ProvisioningSettingsData {
  return {
    ...blankSettings(),
    profileId: '00e000000000001AAA',
    profileName: 'Standard User',
    emailEncoding: 'UTF-8',
    employeeStatus: 'Active',
    permissionSets: ['PS:Employee_Access'],
    usernameSuffix: 'northwind.example',
    ...changes,
  };
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
      choice('00e000000000001AAA', 'Standard User', 'Salesforce'),
      choice('00e000000000002AAA', 'Unified Employee User', 'Unified Employee'),
    ],
    permissionSets: [choice('PS:Employee_Access', 'Employee Access', 'Unified Employee'), choice('PS:Sales', 'Sales')],
    personRecordTypes: [],
    emailEncodings: [choice('UTF-8', 'Unicode (UTF-8)')],
    employeeStatuses: [choice('Active', 'Active'), choice('Onboarding', 'Onboarding')],
    timeZones: [choice('Europe/Berlin', 'Berlin')],
    locales: [choice('en_US', 'English (United States)')],
    languages: [choice('en_US', 'English')],
    userFields: [choice('Department', 'Department'), choice('Title', 'Title')],
    employeePaths: [choice('Department__c', 'Department'), choice('Contact.Title', 'Contact: Title')],
    ...changes,
  };
}

export function aView(changes: Partial<Apex.ProvisioningSettingsView> = {}): Apex.ProvisioningSettingsView {
  return {
    settings: someSettings(),
    blank: null,
    versionNumber: 3,
    versionName: 'V3',
    savedAt: '2026-11-20T10:00:00.000Z',
    savedBy: 'Ada Admin',
    canEdit: true,
    canTakeOver: false,
    canRun: true,
    sourceLabel: 'Employee',
    recipients: [],
    ...changes,
  };
}

export function aPreflight(changes: Partial<Apex.PreflightView> = {}): Apex.PreflightView {
  return {
    hasSettings: true,
    canCheck: true,
    eligible: 2500,
    findings: [aFinding({ severity: 'info', message: 'The license Salesforce has 10 of 20 seats left.', fix: null })],
    status: 'Finished',
    statusMessage: null,
    total: 2500,
    checked: 2500,
    startTime: '2026-11-20T10:00:00.000Z',
    endTime: '2026-11-20T10:01:00.000Z',
    isOutdated: false,
    populationFindings: [aFinding({ message: '12 employees would fail: no email.' })],
    ...changes,
  };
}

export function anEffect(changes: Partial<Apex.ProvisioningSettingsEffect> = {}): Apex.ProvisioningSettingsEffect {
  return {
    field: 'UsernameSuffix__c',
    label: 'Username Suffix',
    before: 'a.example',
    after: 'b.example',
    count: 12,
    message: 'Applies to 12 employees who wait for a user.',
    ...changes,
  };
}
