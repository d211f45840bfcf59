import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PREPARED_ORG, serve } from './served-org';
import { endSpares } from './spare-orgs';
import { craneSecret } from './target-project';

/** Compiles and deploys the repository's project before the first test: the orgs of all tests start from copies of its database. */
export default async function prepareOrg(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'prepared-org-'));
  const db = join(folder, 'org.db');
  const org = await serve({ db });
  await org.stop();
  await endSpares();
  process.env[PREPARED_ORG] = db;
  process.env['LOCAL_ORG_SECRETS'] = craneSecret();
  return () => rmSync(folder, { recursive: true, force: true });
}
