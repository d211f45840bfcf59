/**
 * Thirty days of the sample org, as `npm start -- --scenario history` shows them: people arrive, are corrected, move, leave and return, and runs by
 * hand and by themselves follow them. Everything is asked for through REST by the sample users, so that each run has really happened.
 */
const API = '/services/apexrest/provisioning/v1';

const SETTINGS = {
  profile: 'Unified Employee',
  emailEncoding: 'UTF-8',
  employeeStatus: 'Active',
  permissionSets: ['Travel_Desk_User'],
  usernameSuffix: 'northwind.example',
  timeZone: 'Europe/Berlin',
};
/** From the day on which the first run went well. */
const EVERYDAY = {
  ...SETTINGS,
  automaticProvisioning: true,
  updateOnChange: true,
  leaverStatuses: ['Terminated'],
  leaverAction: 'Deactivate',
  maximumLockouts: 12,
};

/** Who is hired, a handful at a time. */
const JOINERS = [
  ['Amara', 'Okafor'], ['Jonas', 'Lindqvist'], ['Mei', 'Tanaka'], ['Pablo', 'Serrano'], ['Ines', 'Carvalho'], ['Tomasz', 'Wrona'],
  ['Leila', 'Haddad'], ['Oliver', 'Brandt'], ['Sofia', 'Marino'], ['Nils', 'Berg'], ['Priya', 'Raman'], ['Hugo', 'Lefevre'],
  ['Anna', 'Kowalska'], ['Daniel', 'Weiss'], ['Yara', 'Costa'], ['Emil', 'Novak'],
]; // prettier-ignore

export default async function history(org) {
  const admin = await org.as('admin');
  const operator = await org.as('operator');
  const hr = await org.as('integration');
  const world = { org, admin, operator, hr, hired: 0 };

  org.say('day 1, settings');
  await admin.call('PUT', `${API}/settings`, SETTINGS);
  await org.runJobs();

  await nextDay(org);
  org.say('day 2, the first run');
  const first = await run(world, operator, { mode: 'Live' });

  await nextDay(org);
  org.say('day 3, addresses are added and who failed is tried again');
  await addAddresses(world, 25);
  await operator.call('POST', `${API}/processes/${first.id}/retry`, {});
  await org.runJobs();
  await admin.call('PUT', `${API}/settings`, EVERYDAY);
  // runs start by themselves once one over everybody has finished with these settings
  await run(world, operator, { mode: 'Live' });

  for (let day = 4; day <= 30; day++) {
    await nextDay(org);
    org.say(`day ${day} of 30`);
    await EVENTS[day]?.(world);
    await org.runJobs();
  }

  await org.advance('20h');
  org.say('today, too many leavers at once, and a check');
  await setStatus(world, between('E100300', 'E100339'), 'Terminated');
  await run(world, operator, { mode: 'Live', scope: 'Leavers' });
  await admin.call('POST', `${API}/check`, {});
  await org.runJobs();
  await org.advance('4h');
}

/** What happens on which day. */
const EVENTS = {
  5: (world) => hire(world, 4),
  6: (world) => leave(world, 'E100010', 'E100014'),
  8: (world) => marry(world, 'E100020', 'E100026'),
  9: (world) => hire(world, 3, { email: '' }),
  12: (world) => leave(world, 'E100050', 'E100057'),
  13: (world) => hire(world, 3),
  15: (world) => comeBack(world, 'E100050', 'E100052'),
  17: (world) => setStatus(world, between('E100060', 'E100066'), 'Leave'),
  19: (world) => hire(world, 4),
  21: (world) => marry(world, 'E100070', 'E100073'),
  23: (world) => leave(world, 'E100080', 'E100085'),
  25: (world) => run(world, world.operator, { mode: 'DryRun', scope: 'Leavers' }),
  26: (world) => hire(world, 2),
  28: (world) => run(world, world.operator, { mode: 'DryRun' }),
};

/** A night, in which the daily runs go, and a morning. */
async function nextDay(org) {
  for (const half of ['12h', '12h']) {
    await org.advance(half);
    await org.runJobs();
  }
}

/** Starts a run and lets it go to its end, or to the guard that parks it. */
async function run({ org }, who, body) {
  const started = await who.call('POST', `${API}/processes`, body);
  await org.runJobs();
  return started;
}

async function hire(world, many, more = {}) {
  const joiners = JOINERS.slice(world.hired, world.hired + many);
  const employees = joiners.map(([firstName, lastName], at) => ({
    employeeNumber: `E2${String(world.hired + at + 1).padStart(5, '0')}`,
    firstName,
    lastName,
    email: `${firstName}.${lastName}@northwind.example`.toLowerCase(),
    status: 'Active',
    statusStartDate: '2026-01-01T08:00:00Z',
    ...more,
  }));
  world.hired += many;
  const verdicts = await world.hr.call('POST', `${API}/employees`, { employees });
  const refused = verdicts.find(({ outcome }) => outcome !== 'Created');
  if (refused) throw new Error(`A new employee was refused: ${JSON.stringify(refused)}`);
}

async function leave(world, from, to) {
  await setStatus(world, between(from, to), 'Terminated');
  await run(world, world.operator, { mode: 'Live', scope: 'Leavers' });
}

async function comeBack(world, from, to) {
  await setStatus(world, between(from, to), 'Active');
  await run(world, world.operator, { mode: 'Live', scope: 'Returns' });
}

/** New last names, which reach the users by the daily run over changes. */
async function marry({ admin }, from, to) {
  const people = await admin.query(`SELECT AccountNumber, Id, LastName FROM Account WHERE ${between(from, to, 'AccountNumber')}`);
  await update(admin, people.map(({ Id, LastName }) => ({ attributes: { type: 'Account' }, Id, LastName: `${LastName}-Vega` }))); // prettier-ignore
}

async function addAddresses({ admin }, many) {
  const people = await admin.query(
    `SELECT Id, AccountNumber FROM Account WHERE IsPersonAccount = true AND PersonEmail = null ORDER BY AccountNumber LIMIT ${many}`,
  );
  await update(
    admin,
    people.map(({ Id, AccountNumber }) => ({
      attributes: { type: 'Account' },
      Id,
      PersonEmail: `${AccountNumber.toLowerCase()}@northwind.example`,
    })),
  );
}

async function setStatus({ admin }, condition, status) {
  const employees = await idsOf(admin, condition);
  await update(admin, employees.map((Id) => ({ attributes: { type: 'Employee2' }, Id, EmployeeStatus: status }))); // prettier-ignore
}

const between = (from, to, field = 'EmployeeNumber') => `${field} >= '${from}' AND ${field} <= '${to}'`;

async function idsOf(who, condition) {
  const rows = await who.query(`SELECT Id FROM Employee2 WHERE ${condition} ORDER BY EmployeeNumber`);
  return rows.map(({ Id }) => Id);
}

async function update(who, records) {
  const results = await who.call('PATCH', 'composite/sobjects', { allOrNone: true, records });
  const refused = results.find(({ success }) => !success);
  if (refused) throw new Error(`A change of the sample data was refused: ${JSON.stringify(refused.errors)}`);
}
