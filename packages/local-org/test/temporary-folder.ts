import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whatever tests leave in the temporary folder goes with the run: projects, databases, logs. */
export default function temporaryFolder(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'local-org-tests-'));
  process.env['TMPDIR'] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
