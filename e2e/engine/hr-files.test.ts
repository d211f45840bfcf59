import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root, serve, type ServedOrg } from './served-org';
import { API, apex, saveSettings } from './workforce';

interface Result {
  readonly outcome: string;
  readonly code: string | null;
  readonly message: string | null;
}
type Load = (rows: readonly object[], mapping: object) => Promise<readonly Result[]>;

const ROWS_A_CALL = 200;
const folder = mkdtempSync(join(tmpdir(), 'hr-files-'));
execFileSync(process.execPath, [join(root, 'sample-data/hr-files.mjs'), folder]);
let org: ServedOrg;

interface File {
  readonly text: string;
  readonly mapping: object;
  readonly outcomes: Readonly<Record<string, number>>;
}
const BIG = 'people-with-byte-order-mark';
const NAMES = 'full-names';
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const file = (name: string): File => ({ text: read(`${name}.csv`), ...(JSON.parse(read(`${name}.json`)) as Omit<File, 'text'>) });

beforeAll(async () => {
  org = await serve({ db: join(folder, 'org.db') });
  await saveSettings(org);
});
afterAll(async () => {
  await org.stop();
  rmSync(folder, { recursive: true, force: true });
});

const byApi =
  (more: object = {}): Load =>
  async (employees, mapping) =>
    (await org.call<readonly Result[]>('integration', 'POST', `${API}/employees`, { employees, mapping, ...more })).body;
const byPage =
  (isDryRun: boolean): Load =>
  async (rows, mapping) => {
    const params = { rows: JSON.stringify(rows), mapping: JSON.stringify(mapping), isDryRun };
    return (await apex<readonly Result[]>(org, 'admin', 'EmployeeImportController', 'importRows', params)).returnValue;
  };

/** How many rows of the file came to which outcome, or to which code when they failed. */
async function outcomes(text: string, delimiter: string, mapping: object, load: Load): Promise<Record<string, number>> {
  const rows = parse<object>(text, { bom: true, columns: true, delimiter, relax_column_count: true });
  const counts: Record<string, number> = {};
  for (let i = 0; i < rows.length; i += ROWS_A_CALL) {
    for (const { outcome, code } of await load(rows.slice(i, i + ROWS_A_CALL), mapping)) {
      const key = outcome === 'Failed' ? String(code) : outcome;
      counts[key] = (counts[key] ?? 0) + 1;
    }
  }
  return counts;
}

test.each([BIG, 'numbers-used-again', NAMES])(
  'R52: %s is loaded with its mapping as the only input, and again without a change',
  async (name) => {
    const { text, mapping, outcomes: expected } = file(name);
    const delimiter = text.includes(';') ? ';' : ',';
    const { Created: created, ...failed } = expected;
    expect(await outcomes(text, delimiter, mapping, byApi())).toEqual(expected);
    expect(await outcomes(text, delimiter, mapping, byPage(true))).toEqual({ Unchanged: created, ...failed });
    expect(await outcomes(text, delimiter, mapping, byPage(false))).toEqual({ Unchanged: created, ...failed });
  },
);

test('R52: whoever comes without an address is imported and told so', async () => {
  const { text, mapping } = file(BIG);
  const rows = parse<object>(text, { bom: true, columns: true }).slice(400, 600);
  const results = await byApi({ dryRun: true })(rows, mapping);
  expect(results.filter(({ code }) => code === 'NO_ADDRESS').map(({ outcome }) => outcome)).toEqual(['Unchanged']);
});

test('R52: the mapping is remembered for whoever imports next', async () => {
  const { mapping } = file(NAMES);
  expect((await org.call('integration', 'GET', `${API}/imports/mapping`)).body).toEqual({
    columns: {},
    dates: 'ISO',
    values: {},
    emptyCells: 'Keep',
  });
  expect(await org.call('integration', 'PUT', `${API}/imports/mapping`, mapping)).toMatchObject({ status: 200, body: mapping });
  expect((await org.call('admin', 'GET', `${API}/imports/mapping`)).body).toEqual({ ...mapping, emptyCells: 'Keep' });
  const statuses = [];
  for (const alias of ['operator', 'auditor', 'nobody']) {
    for (const method of ['GET', 'PUT'])
      statuses.push((await org.call(alias, method, `${API}/imports/mapping`, method === 'GET' ? undefined : {})).status);
  }
  expect(statuses).toEqual([403, 403, 403, 403, 403, 403]);
});
