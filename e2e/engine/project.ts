import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './served-org';

/** The repository's project, in a folder of its own, with that many seats of every user license. */
export function projectWithSeats(folder: string, seats: number): string {
  mkdirSync(folder);
  // shared, so that nothing is compiled twice; a fresh clone has none yet
  mkdirSync(join(root, '.local-org'), { recursive: true });
  for (const name of ['force-app', 'employee2', 'sfdx-project.json', '.local-org']) symlinkSync(join(root, name), join(folder, name));
  const project = JSON.parse(readFileSync(join(root, 'local-org.json'), 'utf8')) as { licenses: { name: string; seats: number }[] };
  const licenses = project.licenses.map((license) => ({ ...license, seats }));
  writeFileSync(join(folder, 'local-org.json'), JSON.stringify({ ...project, licenses }));
  return folder;
}
