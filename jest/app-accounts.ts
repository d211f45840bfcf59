/** An account whose user nobody knows. */
export const anAccount = (changes: Partial<Apex.AppAccountView> = {}): Apex.AppAccountView => ({
  id: 'alm1',
  externalUserId: 'f09b',
  externalUsername: 'm.moraes',
  externalEmail: 'maria@partner.example',
  externalFirstName: 'Maria L.',
  externalLastName: 'Moraes',
  status: 'Active',
  linkState: 'orphaned',
  manualOverride: false,
  userId: null,
  username: null,
  name: null,
  drift: 'UNKNOWN',
  lastRequest: null,
  candidates: [],
  ...changes,
});

export const aCandidate = (changes: Partial<Apex.AppCandidate> = {}): Apex.AppCandidate => ({
  userId: '0051',
  username: 'marialuiza.moraes@northwind.example',
  name: 'Maria Luiza Moraes',
  score: 42,
  reasons: ['SAME_LAST_NAME', 'FIRST_NAME_ALIKE', 'EMAIL_DIFFERS'],
  ...changes,
});

/** Somebody whose title differs at the target. */
export const aDrift = (changes: Partial<Apex.AppDriftView> = {}): Apex.AppDriftView => ({
  accountId: 'alm2',
  userId: '0052',
  kind: 'ATTRIBUTES',
  here: { title: 'Senior Technician' },
  there: { title: 'Technician' },
  name: 'Amos Smith',
  externalUserId: '7d11',
  mirrorId: null,
  ...changes,
});

/** Analyzed, and not stored. */
export const aReconciliation = (changes: Partial<Apex.AppReconciliationView> = {}): Apex.AppReconciliationView => ({
  phase: 'Analyzed',
  process: null,
  found: 1212,
  pages: 13,
  incomplete: false,
  started: '2026-11-27T09:02:00.000Z',
  links: { linked: 1178, orphaned: 21, duplicate: 6, ignored: 7 },
  drift: { ATTRIBUTES: 14, MISSING: 26, ACTIVE_THERE: 2, UNKNOWN: 21 },
  canProcess: true,
  reason: null,
  ...changes,
});

export const aRow = (changes: Partial<Apex.AppRowResult> = {}): Apex.AppRowResult => ({
  id: 'alm1',
  outcome: 'Done',
  code: null,
  message: null,
  ...changes,
});
