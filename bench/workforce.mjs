/** People for the benchmarks, loaded as a client loads them: Person Account, then Employee2, 200 a call. */
export const API = '/services/apexrest/provisioning/v1';
const DATA = '/services/data/v67.0';
const PAGE = 2000;
const OPEN = ['Queued', 'Initializing', 'Processing'];

export const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** Employee numbers that no other call gives. */
export const numbersOf = (series, size) => Array.from({ length: size }, (_, i) => `${series}${1_000_000 + i}`);

/** Their ids. */
export async function insertAll(org, records) {
  return save(org, 'POST', records);
}

export async function updateAll(org, records) {
  return save(org, 'PATCH', records);
}

async function save(org, method, records) {
  const ids = [];
  for (let from = 0; from < records.length; from += 200) {
    const rows = await org.call(method, `${DATA}/composite/sobjects`, { allOrNone: true, records: records.slice(from, from + 200) });
    const refused = rows.find((row) => !row.success);
    if (refused) throw new Error(JSON.stringify(refused));
    ids.push(...rows.map((row) => row.id));
  }
  return ids;
}

/** Every row of a query over records with this number prefix; `key` is the number field. */
export async function rowsOf(org, fields, object, key, series) {
  const rows = [];
  for (let last = series; ;) {
    const page = await org.query(
      `SELECT ${fields} FROM ${object} WHERE ${key} > '${last}' AND ${key} LIKE '${series}%' ORDER BY ${key} LIMIT ${PAGE}`,
    );
    rows.push(...page);
    if (page.length < PAGE) return rows;
    last = page.at(-1)[key];
  }
}

/** People who wait for a user; `emailOf` gives null for somebody without an address, `moreOf` further fields of the account. */
export async function addEmployees(
  org,
  series,
  size,
  emailOf = (i) => `person.${series.toLowerCase()}.${i}@north.example`,
  moreOf = () => ({}),
) {
  const [recordType] = await org.query("SELECT Id FROM RecordType WHERE SobjectType = 'Account' AND IsPersonType = true");
  const numbers = numbersOf(series, size);
  await insertAll(
    org,
    numbers.map((number, i) => ({
      attributes: { type: 'Account' },
      RecordTypeId: recordType.Id,
      AccountNumber: number,
      FirstName: 'Scale',
      LastName: `Person ${i}`,
      PersonEmail: emailOf(i),
      ...moreOf(i),
    })),
  );
  const accounts = await rowsOf(org, 'AccountNumber, PersonContactId', 'Account', 'AccountNumber', series);
  const contacts = new Map(accounts.map((row) => [row.AccountNumber, row.PersonContactId]));
  await insertAll(
    org,
    numbers.map((number) => ({
      attributes: { type: 'Employee2' },
      ContactId: contacts.get(number),
      EmployeeNumber: number,
      EmployeeStatus: 'Active',
      StatusStartDate: '2026-01-05T08:00:00.000Z',
    })),
  );
}

/** Users from before, found by their employee number. */
export async function addUsers(org, numbers) {
  const [profile] = await org.query("SELECT Id FROM Profile WHERE Name = 'Standard User'");
  await insertAll(
    org,
    numbers.map((number) => ({
      attributes: { type: 'User' },
      Username: `before.${number.toLowerCase()}@north.example`,
      Email: `before.${number.toLowerCase()}@north.example`,
      LastName: `Before ${number}`,
      Alias: number.slice(-8),
      CommunityNickname: `before.${number}`,
      EmployeeNumber: number,
      ProfileId: profile.Id,
      TimeZoneSidKey: 'GMT',
      LocaleSidKey: 'en_US',
      LanguageLocaleKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
    })),
  );
}

export async function saveSettings(org, extra = {}) {
  await org.call('PUT', `${API}/settings`, {
    profile: 'Standard User',
    emailEncoding: 'UTF-8',
    employeeStatus: 'Active',
    permissionSets: ['Bench_Provisioned'],
    usernameSuffix: 'northwind.example',
    ...extra,
  });
}

/**
 * Waits until the process is over, looking every `interval` milliseconds by a query, as the reference's jobs are watched: what the watcher costs
 * the org must not differ. Gives the process and the moment of its end; throws when it did not finish.
 */
export async function ended(org, id, interval) {
  for (;;) {
    const [row] = await org.query(`SELECT Status__c, Guard__c FROM ProvisioningProcess__c WHERE Id = '${id}'`);
    if (!OPEN.includes(row.Status__c) || row.Guard__c !== null) break;
    await pause(interval);
  }
  const at = performance.now();
  const run = await org.call('GET', `${API}/processes/${id}`);
  if (run.status !== 'Finished') throw new Error(JSON.stringify(run));
  return { run, at };
}

/** The process when it has finished. */
export async function finished(org, id, interval = 100) {
  return (await ended(org, id, interval)).run;
}

/** Waits until no asynchronous job waits or runs, looking every `interval` milliseconds. */
export async function idle(org, interval) {
  while ((await org.query("SELECT Id FROM AsyncApexJob WHERE Status IN ('Queued', 'Preparing', 'Processing') LIMIT 1")).length > 0)
    await pause(interval);
}
