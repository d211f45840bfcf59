import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';
import type { EngineLane } from '../host/lane';
import { isDevelopmentFile, projectFolders } from '../metadata';
import { say } from './output';

/** Quiet time after a change before the project is read: an editor writes a file in several steps. */
const SETTLE_MS = 40;

/** Keeps what is served in line with the files of the project while the org runs: classes, triggers, objects, rights. Components are built by a start. */
export function watchProject(root: string, lane: EngineLane): void {
  let timer: NodeJS.Timeout | null = null;
  let running = false;
  let again = false;
  const reload = async (): Promise<void> => {
    again = running;
    if (running) return;
    running = true;
    do {
      again = false;
      await reloadOnce(lane);
    } while (again);
    running = false;
  };
  const changed = (path: string): void => {
    if (isDevelopmentFile(path)) return;
    if (timer) clearTimeout(timer);
    timer = setTimeout(() => void reload(), SETTLE_MS);
  };
  const folders = projectFolders(root).filter((folder) => existsSync(join(root, folder)));
  for (const folder of folders) watch(join(root, folder), { recursive: true }, (_event, name) => changed(`${folder}/${name ?? ''}`));
  say(`Watching ${folders.join(', ')}`);
}

async function reloadOnce(lane: EngineLane): Promise<void> {
  const started = performance.now();
  try {
    await lane.reload();
    const { leftOut } = await lane.ready;
    for (const line of leftOutText(leftOut)) say(line);
    say(`Served as it stands now, after ${Math.round(performance.now() - started)} ms`);
  } catch (error) {
    say(`Served as it was before the change. ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** All else is served: who calls one of these gets its error. */
export function leftOutText(leftOut: readonly string[]): string[] {
  if (leftOut.length === 0) return [];
  const head = `${leftOut.length} ${leftOut.length === 1 ? 'file does' : 'files do'} not compile; all else runs:`;
  return [head, ...leftOut.map((line) => `  ${line}`), ''];
}
