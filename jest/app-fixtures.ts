/** Fixtures of the pages of connected apps, typed by what Apex declares. */

/** A target that works. */
export function anApp(changes: Partial<Apex.AppView> = {}): Apex.AppView {
  return {
    id: 'aA0000000000001AAA',
    name: 'Expense Cloud',
    kind: 'Target',
    engine: 'Package',
    provisioning: 'On',
    reason: null,
    accounts: { linked: 1178, duplicate: 6, orphaned: 21, ignored: 0 },
    requests: { New: 0, Requested: 0, Failed: 0, ToApprove: 0 },
    lastReconciled: null,
    ...changes,
  };
}

/** The page of that app, for somebody who may do everything. */
export function anAppDetail(app: Partial<Apex.AppView> = {}, changes: Partial<Apex.AppDetail> = {}): Apex.AppDetail {
  return {
    app: anApp(app),
    stateSince: '2026-11-20T10:00:00.000Z',
    nextProbe: null,
    connector: 'SCIM',
    namedCredential: 'Expense_Cloud',
    permissionSets: ['Expense Cloud Access'],
    schedule: 'None',
    version: 3,
    userProvisioning: true,
    canManage: true,
    canProcess: true,
    ...changes,
  };
}

/** Settings that are complete and off. */
export function someAppSettings(changes: Partial<Apex.AppSettings> = {}): Apex.AppSettings {
  return {
    enabled: false,
    engine: 'Package',
    connector: 'SCIM',
    namedCredential: 'Expense_Cloud',
    operations: ['Create', 'Update', 'EnableAndDisable', 'SuspendAndRestore'],
    deactivation: 'Inactive',
    deleteAfterDays: 30,
    mapping: [
      { target: 'userName', paths: ['Username'], constant: null },
      { target: 'userType', paths: [], constant: 'Employee' },
    ],
    onUpdate: ['Username', 'Email'],
    approval: { decidedBy: 'None', users: [], days: null },
    linking: { salesforce: 'Username', target: 'userName', filter: null },
    reconFilter: null,
    schedule: 'None',
    deactivateAfterHours: 0,
    permissionSets: ['Expense_Cloud_Access'],
    maximumCreates: 500,
    maximumDeactivations: null,
    deactivationPercent: 10,
    failureRatePercent: 20,
    minimumCollected: null,
    version: 3,
    ...changes,
  };
}

export function anAppSettingsView(
  settings: Partial<Apex.AppSettings> = {},
  changes: Partial<Apex.AppSettingsView> = {},
): Apex.AppSettingsView {
  return {
    settings: someAppSettings(settings),
    isTested: true,
    accountsKnown: false,
    platform: null,
    mirrorProblem: null,
    platformEngineOn: false,
    step: null,
    reconciled: null,
    figures: null,
    canManage: true,
    ...changes,
  };
}

/** The platform's own engine, enabled for an app. */
export const aPlatformConfig = (changes: Partial<Apex.AppPlatformConfig> = {}): Apex.AppPlatformConfig => ({
  isThere: true,
  enabled: true,
  name: 'Travel Desk',
  operations: ['Create', 'Update'],
  onUpdate: ['Email'],
  namedCredential: 'Travel',
  reconFilter: null,
  notes: 'Ask Kim first.',
  lastReconciled: '2026-11-01T10:00:00.000Z',
  setupUrl: '/app/mgmt/forceconnectedapps/forceAppDetail.apexp?applicationId=0H41',
  ...changes,
});

const choice = (value: string, label: string, type: string | null = null): Apex.ProvisioningChoice => ({
  value,
  label,
  license: null,
  type,
});

export function someAppOptions(): Apex.AppSettingsOptions {
  return {
    connectors: [choice('SCIM', 'SCIM 2.0'), choice('Mock', 'Mock target')],
    credentials: [choice('Expense_Cloud', 'Expense Cloud', 'https://expense.example/scim/v2'), choice('Other', 'Other')],
    permissionSets: [choice('Expense_Cloud_Access', 'Expense Cloud Access')],
    userFields: [choice('Username', 'Username (Username)'), choice('Email', 'Email (Email)')],
    approvers: [choice('005000000000001AAA', 'Ada Lima (ada@northwind.example)')],
  };
}

/** A test that found everything well. */
export function aConnectionTest(changes: Partial<Apex.AppConnectionTest> = {}): Apex.AppConnectionTest {
  return {
    reachable: true,
    authenticated: true,
    status: '200',
    milliseconds: 84,
    capabilities: { filter: true, or: true, patch: false, bulk: false, pageSize: 100 },
    problem: null,
    fix: null,
    ...changes,
  };
}
