import { Worker } from 'node:worker_threads';
import { APEX_THREAD } from '../host/lane';
import type { Installation } from './installation';
import { run } from './run';

/** What the command worker is started with, and what it answers with. */
export interface CommandData {
  readonly argv: readonly string[];
  readonly installation: Installation;
}

const IN_A_WORKER = new Set(['test', 'check', 'exec']);

/** Runs one command and sets the exit code. Commands that run Apex get a thread of their own: only a thread can have a large stack. */
export async function main(argv: readonly string[], installation: Installation): Promise<void> {
  const [command = ''] = argv.filter((word) => !word.startsWith('--'));
  if (IN_A_WORKER.has(command) && !argv.includes('--help')) process.exitCode = await runInWorker({ argv, installation });
  else {
    const code = await run(argv, installation, async (name) => (name === 'start' ? (await import('./start')).start : undefined));
    // An open port and a running engine would keep a failed start alive.
    process.exit(code);
  }
}

function runInWorker(data: CommandData): Promise<number> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(data.installation.commandEntry), {
      workerData: data,
      resourceLimits: APEX_THREAD,
    });
    let exitCode = 3;
    worker.on('message', (code: number) => {
      exitCode = code;
    });
    worker.on('error', reject);
    worker.on('exit', () => resolve(exitCode));
  });
}
