import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const bin = resolve(import.meta.dirname, '../../bin/local-org.mjs');
const root = mkdtempSync(join(tmpdir(), 'exec-'));

beforeAll(() => {
  mkdirSync(join(root, 'force-app'));
  writeFileSync(join(root, 'sfdx-project.json'), '{"packageDirectories":[{"path":"force-app"}]}');
  const users = [
    { alias: 'admin', username: 'admin@exec.example', profile: 'System Administrator', permissionSets: [], persona: 'Administrator' },
  ];
  writeFileSync(join(root, 'local-org.json'), JSON.stringify({ licenses: [{ name: 'Salesforce', seats: 5 }], users }));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Runs `local-org exec` as a user does. `answer` is the whole standard output, which has to be one JSON document. */
function exec(source: string | null, ...flags: string[]) {
  const file = source === null ? [] : ['-'];
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, 'exec', ...file, '--json', ...flags], {
    cwd: root,
    input: source ?? '',
    encoding: 'utf8',
  });
  return { status, stderr, answer: JSON.parse(stdout) as { ok: boolean; error: string | null; result: { debugLog: string[] } | null } };
}

describe('exec --json', () => {
  it('puts one document on the standard output, and what the code says on the other', () => {
    const { status, answer, stderr } = exec(`System.debug('{"mine": 1}'); System.debug(LoggingLevel.ERROR, 'loud');`);
    expect(status).toBe(0);
    expect(answer).toMatchObject({ ok: true, error: null, result: { debugLog: ['{"mine": 1}', 'loud'] } });
    expect(stderr).toBe('{"mine": 1}\nloud\n');
  });

  it.each([
    ['does not compile', `System.debug('never'); Integer i = zz;`, 'Line 1, column 36: Variable does not exist: zz', []],
    [
      'throws',
      `System.debug('before'); Integer i = 1 / 0;`,
      'System.MathException: Divide by 0\nAnonymousBlock: line 1, column 1',
      ['before'],
    ],
  ])('does so for code that %s', (_, source, error, debugLog) => {
    const { status, answer, stderr } = exec(source);
    expect(status).toBe(1);
    expect(answer).toMatchObject({ ok: false, error, result: { debugLog } });
    expect(stderr).toBe([...debugLog, error, ''].join('\n'));
  });

  it.each([
    ['no file at all', [], /exec needs a file/],
    ['a file that is not there', ['nowhere.apex'], /nowhere\.apex cannot be read: .*no such file.*Name a file of anonymous Apex, or - /],
    ['a folder', ['.'], /cannot be read: .*directory/],
    ['an unknown option', ['--nonsense'], /--nonsense/],
  ])('does so for %s, which is not a defect of the local org', (_, words, message) => {
    const { status, answer } = exec(null, ...words);
    expect(status).toBe(1);
    expect(answer.ok).toBe(false);
    expect(answer.error).toMatch(message);
  });
});
