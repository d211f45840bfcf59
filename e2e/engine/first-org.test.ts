import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openOrg, type OpenedOrg } from 'local-org/org';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from './served-org';

const PROBES = join(root, 'scripts/first-org');
const MARK = 'ANSWER: ';

/** What the probes answer in a local org without people, one after another: only probe 12 leaves a job behind. */
const ANSWERS: Readonly<Record<string, readonly RegExp[]>> = {
  '02-employee2.apex': [/^Employee2 with the key prefix \w{3}$/],
  '05-system-mode.apex': [/^WITH .* Manage Internal Users: system mode writes users$/],
  '06-whose-jobs.apex': [/^there are no jobs; /],
  '08-user-login.apex': [
    /^active standard users without a row: \d+$/,
    /^users with a row who never signed in: 0$/,
    /^nobody else has signed in; /,
  ],
  '09-email-change.apex': [/^the old address stays$/],
  '10-seats.apex': [/^every license has free seats; /],
  '11-lock-user.apex': [/^yes$/],
  '12-stack-depth.apex': [/^taken as 707\w{15}$/],
  '14-instanceof-id.apex': [/: true$/, /: true$/, /: true$/, /^"nobody" .*: false$/, /^"" .*: false$/],
  '15-cursor.apex': [/^a cursor over \d+ users$/, /^fetched 1$/, /^System\.InvalidParameterValueException: /],
  '16-person-account.apex': [/^active record type PersonAccount$/],
  '17-native-engine.apex': [/^EmpUserProvisioningProcess is not here$/],
  '19-language.apex': [
    /^null as Long < 1: /,
    /^null as Decimal < 1: /,
    /^null as Time < 1: /,
    /^of a key that stands twice counts /,
    /^initialisers of the child first$/,
  ],
  '20-refusals.apex': [
    /^System\.QueryException: .* 4000 characters$/,
    /^System\.QueryException: No such column/,
    /^\d rows of SELECT Id FROM EmployeeSource__mdt$/,
    /^STRING_TOO_LONG: /,
    /^FIELD_INTEGRITY_EXCEPTION: Account Description: /,
    /^FIELD_INTEGRITY_EXCEPTION: Status Start Date: /,
  ],
  '21-notification.apex': [/^under the bell, /],
};

let org: OpenedOrg;

beforeAll(() => {
  const cacheDir = join(root, '.local-org/cache');
  mkdirSync(cacheDir, { recursive: true });
  org = openOrg({ root, dbFile: ':memory:', cacheDir });
}, 240_000);

afterAll(() => org.close());

function counts(): number[] {
  const count = (object: string) => org.data.countText(`SELECT COUNT() FROM ${object}`, new Map(), { mode: 'system', sharing: false });
  return org.step({ userId: org.users[0]!.userId, commit: false }, () => [count('User'), count('Account')]);
}

test('every probe has its answers here', () => {
  expect(readdirSync(PROBES)).toEqual(Object.keys(ANSWERS));
});

test.each(Object.entries(ANSWERS))('the probe %s compiles, gives its answers and leaves nothing behind', (probe, expected) => {
  const before = counts();
  const { debugLog, ...ending } = org.exec(readFileSync(join(PROBES, probe), 'utf8'), org.users[0]!.userId);
  expect(ending).toMatchObject({ compiled: true, success: true, compileProblem: null, exceptionMessage: null });
  const answers = debugLog.filter((line) => line.startsWith(MARK)).map((line) => line.slice(MARK.length));
  expect(answers).toEqual(expected.map((answer) => expect.stringMatching(answer) as unknown));
  expect(counts()).toEqual(before);
});
