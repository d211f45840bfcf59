import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Lane } from '../../src/host/port';
import { compilePages } from '../../src/web/server/compile-pages';

const packageFolder = mkdtempSync(join(tmpdir(), 'compile-pages-'));
afterEach(() => rmSync(packageFolder, { recursive: true, force: true }));

/** Runs a program in the compiler's place and gives how its end is told. */
async function told(program: string): Promise<{ end: string; steps: readonly string[] }> {
  mkdirSync(join(packageFolder, 'bin'), { recursive: true });
  writeFileSync(join(packageFolder, 'bin/build-lwc.mjs'), program);
  const steps: string[] = [];
  const step = (text: string): void => void steps.push(text);
  const { done } = compilePages({ lane: {} as Lane, port: 0, root: '.', cacheDir: '.', packageFolder, step }, packageFolder);
  const end = await done.then(() => 'done', (error: Error) => error.message); // prettier-ignore
  return { end, steps };
}

describe('the page compiler', () => {
  it('is done when it exits with 0, and its warnings are shown', async () => {
    expect(await told('')).toEqual({ end: 'done', steps: [] });
    expect(await told(`console.error('Old browserslist')`)).toEqual({ end: 'done', steps: ['Old browserslist'] });
  });

  it('explains itself when it refuses a component', async () => {
    expect(await told(`process.stderr.write('Unknown label c.Nope\\n'); process.exitCode = 1;`)).toMatchObject({
      end: 'Unknown label c.Nope',
    });
  });

  it.each([
    [
      'is killed',
      `process.kill(process.pid, 'SIGKILL')`,
      /^The page compiler ended with signal SIGKILL.*out of memory.*Start the org again/,
    ],
    [
      'is stopped',
      `process.kill(process.pid, 'SIGTERM')`,
      /^The page compiler ended with signal SIGTERM, so there are no pages\. Start the org/,
    ],
    ['exits without a word', 'process.exit(7)', /^The page compiler ended with exit code 7 and without a word.*--headless/],
  ])('has its end explained when it %s', async (_, end, message) => {
    expect((await told(end)).end).toMatch(message);
  });

  it('does not pass a warning off as the reason of its end', async () => {
    const program = `process.stderr.write('Old browserslist\\n', () => process.kill(process.pid, 'SIGKILL')); setInterval(() => {}, 1000);`;
    expect((await told(program)).end).toMatch(/^The page compiler ended with signal SIGKILL/);
  });

  it('has its progress shown, apart from its complaints', async () => {
    expect(await told(`console.log('Base components: up to date'); console.error('Nope.'); process.exitCode = 1;`)).toEqual({
      end: 'Nope.',
      steps: ['Base components: up to date'],
    });
  });
});
