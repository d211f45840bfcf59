import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const script = join(import.meta.dirname, '../../scripts/postinstall.mjs');

it('postinstall never fails an installation, and says what it could not prepare and why', () => {
  const root = mkdtempSync(join(tmpdir(), 'postinstall-'));
  const scripts = join(root, 'local-org/scripts');
  mkdirSync(scripts, { recursive: true });
  cpSync(script, join(scripts, 'postinstall.mjs'));
  writeFileSync(join(root, 'sfdx-project.json'), '{}');
  const run = () =>
    spawnSync(process.execPath, [join(scripts, 'postinstall.mjs')], { encoding: 'utf8', env: { ...process.env, INIT_CWD: root } });
  const bare = run();
  expect(bare.status).toBe(0);
  expect(bare.stderr).toContain('@salesforce/code-analyzer-pmd-engine is not installed');
  expect(bare.stderr).toContain('rolldown, lwc, lightning-base-components is not installed');
  for (const name of ['rolldown', 'lwc', 'lightning-base-components', '@salesforce/code-analyzer-pmd-engine']) {
    mkdirSync(join(root, 'node_modules', name), { recursive: true });
    writeFileSync(join(root, 'node_modules', name, 'package.json'), '{}');
  }
  const broken = run();
  expect(broken.status).toBe(0);
  expect(broken.stderr).toContain('could not be prepared');
  expect(broken.stderr).toContain('the installation is complete');
  expect(existsSync(join(root, 'local-org/.local-org'))).toBe(false);
  rmSync(root, { recursive: true, force: true });
});
