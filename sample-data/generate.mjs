/**
 * Writes the sample workforce of the local org: 2,500 people in the provisioning status and some in others, and the users that some of them
 * already have.
 * Seeded: the same files come out on every machine. Run: `npm run sample-data`.
 *
 * Column headers are field names; `ContactId=Account.AccountNumber:PersonContactId` means that the cells hold an Account's
 * AccountNumber and the loader replaces them by that Account's PersonContactId.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import * as faker from '@faker-js/faker';

const PEOPLE = 2500;
/** People in a status that gives no user: on leave, not started yet, or gone. */
const AWAY = { Leave: 14, Inactive: 12, Terminated: 14 };
const DEPARTMENTS = ['Engineering', 'Logistics', 'Sales', 'Customer Care', 'Finance', 'People', 'Legal', 'Facilities'];
const LOCATIONS = ['Berlin', 'Dublin', 'Paris', 'Madrid', 'Prague', 'Istanbul', 'Tokyo', 'São Paulo'];
const DOMAINS = ['northwind.example', 'northwind-labs.example', 'nw-logistics.example'];
/** Locale and share of the workforce, in people per hundred. */
const LOCALES = [
  ['fakerEN', 24], ['fakerEN_IE', 6], ['fakerDE', 8], ['fakerFR', 7], ['fakerES', 6], ['fakerPT_BR', 5], ['fakerPL', 5], ['fakerCS_CZ', 4],
  ['fakerSV', 3], ['fakerTR', 4], ['fakerVI', 4], ['fakerHU', 3], ['fakerEL', 3], ['fakerRU', 3], ['fakerUK', 3], ['fakerJA', 4],
  ['fakerZH_CN', 3], ['fakerKO', 2], ['fakerAR', 2], ['fakerHE', 1],
]; // prettier-ignore
/** Surnames with an apostrophe: the classic that breaks string-built queries and e-mail addresses. */
const APOSTROPHES = ["O'Brien", "O'Connor", "D'Angelo", "L'Écuyer", "N'Diaye", "O'Shaughnessy"];

const base = faker.fakerEN;
base.seed(20261122);
for (const [name] of LOCALES) faker[name].seed(20261122);

const numberOf = (i) => (i < PEOPLE ? `E${String(100001 + i)}` : `E${String(190001 + i - PEOPLE)}`);
const mailbox = (text) =>
  text
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9._-]/g, '')
    .toLowerCase()
    .replace(/^[._-]+|[._-]+$/g, '');

function person(i, locale) {
  const local = faker[locale];
  const firstName = local.person.firstName();
  const lastName = i % 97 === 0 ? APOSTROPHES[(i / 97) % APOSTROPHES.length] : local.person.lastName();
  const latin = mailbox(`${firstName}.${lastName}`);
  // People whose name is in another script get the mailbox their IT department would give them.
  const local_part = latin.length > 6 && !/^\.|\.$/.test(latin) ? latin : `staff.${numberOf(i).toLowerCase()}`;
  return { number: numberOf(i), firstName, lastName, mailbox: local_part, domain: DOMAINS[i % DOMAINS.length] };
}

const localeOf = LOCALES.flatMap(([name, share]) => Array(share).fill(name));
const people = Array.from({ length: PEOPLE }, (_, i) => person(i, localeOf[(i * 37) % 100]));

// Namesakes: two people of one name, each with a mailbox of its own, so that only the number tells them apart.
for (let i = 60; i < PEOPLE; i += 250) Object.assign(people[i], { firstName: people[i - 1].firstName, lastName: people[i - 1].lastName });
const statuses = Object.entries(AWAY).flatMap(([status, many]) => Array(many).fill(status));
people.push(...statuses.map((status, at) => ({ ...person(PEOPLE + at, localeOf[(at * 37) % 100]), status })));

// Two people with one mailbox in different companies: their usernames collide, the second gets its employee number.
for (let i = 40; i < PEOPLE; i += 83) people[i].mailbox = people[i - 1].mailbox;
for (let i = 40; i < PEOPLE; i += 83) if (people[i].domain === people[i - 1].domain) people[i].domain = DOMAINS[(i + 1) % DOMAINS.length];
const seen = new Set();
for (const p of people) {
  while (seen.has(`${p.mailbox}@${p.domain}`)) p.mailbox += String(base.number.int({ min: 2, max: 99 }));
  seen.add(`${p.mailbox}@${p.domain}`);
  p.email = `${p.mailbox}@${p.domain}`;
}
// Some records came without an e-mail address, as records do.
for (let i = 17; i < PEOPLE; i += 61) people[i].email = '';

const jobs = ['Engineer', 'Analyst', 'Designer', 'Planner', 'Technician', 'Consultant', 'Specialist', 'Coordinator'];
const accounts = people.map((p) => ({
  'RecordTypeId=RecordType.DeveloperName:Id': 'PersonAccount',
  AccountNumber: p.number,
  FirstName: p.firstName,
  LastName: p.lastName,
  PersonEmail: p.email,
  PersonTitle: base.helpers.arrayElement(jobs),
  PersonDepartment: base.helpers.arrayElement(DEPARTMENTS),
  PersonMailingCity: base.helpers.arrayElement(LOCATIONS),
}));
const employees = people.map((p) => ({
  'ContactId=Account.AccountNumber:PersonContactId': p.number,
  EmployeeNumber: p.number,
  EmployeeStatus: p.status ?? 'Active',
  StatusStartDate: base.date.between({ from: '2014-01-01', to: '2026-10-31' }).toISOString().slice(0, 10) + 'T08:00:00.000Z',
  EmployeeType: base.helpers.weightedArrayElement([
    { value: 'Permanent', weight: 80 }, { value: 'Contractor', weight: 12 }, { value: 'Intern', weight: 4 }, { value: 'Temporary', weight: 4 },
  ]), // prettier-ignore
  EmploymentType: base.helpers.weightedArrayElement([
    { value: 'Full-Time', weight: 85 },
    { value: 'Part-Time', weight: 15 },
  ]),
}));

const users = [];
function user(username, p, extra = {}) {
  users.push({
    Username: username,
    Email: p.email || `${p.mailbox}@${p.domain}`,
    FirstName: p.firstName.slice(0, 40),
    LastName: p.lastName.slice(0, 80),
    Alias: `u${users.length + 1}`,
    CommunityNickname: `nickname${users.length + 1}`,
    EmployeeNumber: p.number,
    'ProfileId=Profile.Name:Id': 'Unified Employee',
    TimeZoneSidKey: 'Europe/Berlin',
    LocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
    IsActive: 'true',
    ...extra,
  });
}
const withEmail = people.filter((p) => p.email);
const pick = (from, count) => withEmail.slice(from, from + count);
// 40 people who already work in the org: found by employee number and linked.
for (const p of pick(200, 40)) user(`legacy.${p.mailbox}@${p.domain}`, p);
// 6 whose user was deactivated: never reactivated, never doubled.
for (const p of pick(400, 6)) user(`former.${p.mailbox}@${p.domain}`, p, { IsActive: 'false' });
// 4 with two users each: nobody guesses which one it is.
for (const p of pick(600, 4)) for (const n of [1, 2]) user(`twin${n}.${p.mailbox}@${p.domain}`, p);
// 3 administrators: an administrator is never linked automatically.
for (const p of pick(800, 3)) user(`it.${p.mailbox}@${p.domain}`, p, { 'ProfileId=Profile.Name:Id': 'System Administrator' });
// 4 people whose username, and the one tried next, belong to others (with the username suffix northwind.example).
for (const p of pick(1000, 4)) {
  const taken = [`${p.mailbox}@northwind.example`, `${p.mailbox}.${p.number.toLowerCase()}@northwind.example`];
  for (const name of taken) user(name, p, { EmployeeNumber: '' });
}

for (const [object, rows] of Object.entries({ Account: accounts, User: users, Employee2: employees })) {
  writeFileSync(join(import.meta.dirname, `${object}.csv`), stringify(rows, { header: true }));
  console.log(`${object}.csv: ${rows.length} rows`);
}
