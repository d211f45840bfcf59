import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { ServerOptions } from './options';

export interface Compiling {
  /** Resolves when the pages are there; rejects with what the compiler said. */
  readonly done: Promise<void>;
  stop(): void;
}

/** Compiles the project's components in a process of its own: the build keeps a core busy for seconds and must not hold up requests. */
export function compilePages(options: ServerOptions, webFolder: string): Compiling {
  const command = join(options.packageFolder, 'bin', 'build-lwc.mjs');
  const child = spawn(process.execPath, [command, options.root, webFolder], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => options.step?.(text.trim()));
  child.stderr.setEncoding('utf8').on('data', (text: string) => said.push(text));
  const done = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      const words = said.join('').trim();
      if (code !== 0) return reject(new Error(whyItEnded(code, signal, words)));
      if (words !== '') options.step?.(words);
      resolve();
    });
  });
  // Whoever waits for the pages hears of a fault; a server that never opened has nobody who waits.
  done.catch(() => undefined);
  return { done, stop: () => child.kill() };
}

/** A compiler that refuses a component says why and exits with 1; anything else came from outside, and a warning that it gave before explains nothing. */
function whyItEnded(code: number | null, signal: NodeJS.Signals | null, said: string): string {
  if (signal === null && said !== '') return said;
  const how = signal === null ? `exit code ${code} and without a word` : `signal ${signal}`;
  const memory = signal === 'SIGKILL' ? ' A machine that runs out of memory ends programs this way.' : '';
  return `The page compiler ended with ${how}, so there are no pages.${memory} Start the org again to compile once more, or with --headless to do without pages.`;
}
