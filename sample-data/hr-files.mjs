/**
 * Makes files in the shapes in which HR systems hand their people over, each with the mapping that reads it and what comes of it: a file with a
 * byte order mark, dates of the United States and statuses of its own; one that uses its numbers again for other people; one with names as
 * "Last, First" and a row that ends too early. Seeded: the same files come out on every machine. Run: `node sample-data/hr-files.mjs [folder]`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Faker, en } from '@faker-js/faker';
import { stringify } from 'csv-stringify/sync';

const faker = new Faker({ locale: [en], seed: 20261130 });
const HIRED = { from: '2010-01-01T00:00:00Z', to: '2026-06-30T00:00:00Z' };
const american = (date) => `${date.getUTCMonth() + 1}/${date.getUTCDate()}/${date.getUTCFullYear()}`;
const iso = (date) => date.toISOString().slice(0, 10);
const STATUSES = ['Active', 'Future Start', 'Leave of Absence', 'Terminated for Cause', 'Voluntarily Terminated'];
const MEANINGS = {
  'Future Start': 'Inactive',
  'Leave of Absence': 'Leave',
  'Terminated for Cause': 'Terminated',
  'Voluntarily Terminated': 'Terminated',
};

/** Everybody has an address of their own. */
function human(i) {
  const firstName = faker.person.firstName();
  const lastName = faker.person.lastName();
  const mailbox = `${firstName}.${lastName}.${i}`.toLowerCase().replace(/[^a-z0-9.]/g, '');
  return { firstName, lastName, email: `${mailbox}@people.example`, hired: faker.date.between(HIRED) };
}

const text = (rows, more) => stringify(rows, { header: true, record_delimiter: 'windows', ...more });

/** 3,000 people; every 500th has no address and is imported nevertheless. */
function bigFile() {
  const rows = Array.from({ length: 3000 }, (_, i) => {
    const { firstName, lastName, email, hired } = human(i);
    return {
      EmpID: `HR${String(i + 1)}`,
      FirstName: firstName,
      LastName: lastName,
      ADEmail: i % 500 === 0 ? '' : email,
      StartDate: american(hired),
      EmployeeStatus: STATUSES[i % STATUSES.length],
      'Cost Center': faker.commerce.department(),
    };
  });
  return {
    name: 'people-with-byte-order-mark.csv',
    text: text(rows, { bom: true }),
    mapping: {
      columns: {
        EmpID: 'employeeNumber',
        FirstName: 'firstName',
        LastName: 'lastName',
        ADEmail: 'email',
        StartDate: 'statusStartDate',
        EmployeeStatus: 'status',
      },
      dates: 'm/d/yyyy',
      values: { status: MEANINGS },
    },
    outcomes: { Created: 3000 },
  };
}

/** 1,000 rows with 624 numbers: the others give a number to somebody else. */
function fileOfUsedNumbers() {
  const rows = Array.from({ length: 1000 }, (_, i) => {
    const { firstName, lastName, email, hired } = human(10_000 + i);
    return {
      WorkerID: String(30_000 + (i < 624 ? i : (i * 7) % 624)),
      FirstName: `${firstName} ${i}`,
      LastName: `${lastName} ${i}`,
      Email: email,
      HireDate: iso(hired),
      WorkerStatus: 'active',
    };
  });
  return {
    name: 'numbers-used-again.csv',
    text: text(faker.helpers.shuffle(rows), { delimiter: ';' }),
    mapping: {
      columns: {
        WorkerID: 'employeeNumber',
        FirstName: 'firstName',
        LastName: 'lastName',
        Email: 'email',
        HireDate: 'statusStartDate',
        WorkerStatus: 'status',
      },
    },
    outcomes: { Created: 624, DIFFERENT_PERSON: 376 },
  };
}

/** 311 people as "Last, First"; of one the row ends before its status. */
function fileOfFullNames() {
  const rows = Array.from({ length: 311 }, (_, i) => {
    const { firstName, lastName, email, hired } = human(20_000 + i);
    return {
      Employee_Name: `${lastName}, ${firstName}`,
      EmpID: String(10_001 + i),
      Email: email,
      DateofHire: american(hired),
      EmploymentStatus: STATUSES[i % STATUSES.length],
    };
  });
  const lines = text(rows).split('\r\n');
  lines[200] = lines[200].split(',').slice(0, -1).join(',');
  return {
    name: 'full-names.csv',
    text: lines.join('\r\n'),
    mapping: {
      columns: {
        Employee_Name: ['lastName', 'firstName'],
        EmpID: 'employeeNumber',
        Email: 'email',
        DateofHire: 'statusStartDate',
        EmploymentStatus: 'status',
      },
      dates: { statusStartDate: 'M/D/YYYY' },
      values: { EmploymentStatus: MEANINGS },
    },
    outcomes: { Created: 310, REQUIRED_FIELD_MISSING: 1 },
  };
}

/** Beside each file a JSON with the mapping that reads it, and how many rows come to which outcome, or to which code when they fail. */
const folder = process.argv[2] ?? 'hr-files';
mkdirSync(folder, { recursive: true });
for (const { name, text: csv, ...expected } of [bigFile(), fileOfUsedNumbers(), fileOfFullNames()]) {
  writeFileSync(join(folder, name), csv);
  writeFileSync(join(folder, name.replace('.csv', '.json')), JSON.stringify(expected, null, 2));
}
