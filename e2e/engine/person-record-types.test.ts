import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { projectOf } from './project';
import { serve } from './served-org';
import { API, apex, saveSettings } from './workforce';

const folder = mkdtempSync(join(tmpdir(), 'record-types-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The customer's record type for people who work here. */
const staff = (active: boolean): Record<string, string> => ({
  'objects/PersonAccount/recordTypes/Staff.recordType-meta.xml': `<?xml version="1.0" encoding="UTF-8"?>
<RecordType xmlns="http://soap.sforce.com/2006/04/metadata">
    <fullName>Staff</fullName>
    <active>${active}</active>
    <label>Staff</label>
</RecordType>
`,
});
const person = (employeeNumber: string) => ({
  employees: [{ employeeNumber, lastName: 'Hopper', status: 'Active', statusStartDate: '2026-01-01' }],
});
type Errors = { errorCode: string; message: string; fields: string[] }[];

test('R24, R34: where an org has several record types for people, somebody chooses, and people get that one', async () => {
  const db = join(folder, 'org.db');
  let org = await serve({ db, project: projectOf(join(folder, 'several'), { files: staff(true) }) });
  expect(await org.call('integration', 'POST', `${API}/employees`, person('N0'))).toMatchObject({
    status: 409,
    body: [{ errorCode: 'NOT_POSSIBLE' }],
  });
  await expect(saveSettings(org)).rejects.toThrow('"fields":["personRecordType"]');

  await saveSettings(org, { personRecordType: 'Staff' });
  const loaded = await org.call('integration', 'POST', `${API}/employees`, person('N1'));
  expect(loaded.status, JSON.stringify(loaded.body)).toBe(200);
  expect(await org.query('SELECT RecordType.DeveloperName FROM Account')).toMatchObject([{ RecordType: { DeveloperName: 'Staff' } }]);
  await org.stop();

  // the administrator deactivates it: the check says so, no run is stopped, nobody gets another one in silence
  org = await serve({ db, project: projectOf(join(folder, 'gone'), { files: staff(false) }) });
  const check = (await apex<{ findings: { field: string; severity: string }[] }>(org, 'admin', 'PreflightController', 'getPreflight'))
    .returnValue;
  expect(check.findings.filter(({ field }) => field === 'personRecordType')).toMatchObject([{ severity: 'warning' }]);
  const refused = await org.call<Errors>('integration', 'POST', `${API}/employees`, person('N2'));
  expect([refused.status, refused.body[0]?.message]).toEqual([409, expect.stringContaining('Staff is not an active record type')]);
  await saveSettings(org);
  expect((await org.call('integration', 'POST', `${API}/employees`, person('N2'))).status).toBe(200);
  await org.stop();
}, 240_000);
