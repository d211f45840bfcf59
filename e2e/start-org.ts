import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { spawnOrg, whenReady } from 'local-org/serve';

const project = resolve(import.meta.dirname, '..');

/** Starts the product as `npm start` does, on a database of its own, and waits until it says that it is ready. */
export default async function startOrg(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'e2e-org-'));
  const org = await spawnOrg({ project, db: join(folder, 'org.db'), port: Number(new URL(process.env.E2E_BASE_URL!).port) });
  await whenReady(org);
  return async () => {
    await org.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
