import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { buildApp } from './app';
import { buildVendor } from './vendor';

/**
 * Entry of the child process that compiles the browser side: `build-lwc [--vendor-only] ROOT OUT_DIR`.
 * One line of progress per build on stderr, one line of JSON on stdout; exit code 1 with the message when a component does not compile.
 */
export async function runBuild(args: readonly string[]): Promise<number> {
  const [root, outDir] = args.filter((arg) => !arg.startsWith('--'));
  if (!root || !outDir) {
    process.stderr.write('usage: build-lwc [--vendor-only] ROOT OUT_DIR\n');
    return 1;
  }
  const place = { root: path.resolve(root), outDir: path.resolve(outDir) };
  const start = performance.now();
  try {
    const vendor = await buildVendor(place);
    process.stderr.write(progress('Base components', vendor.built, start));
    const app = args.includes('--vendor-only') ? null : await buildApp(place);
    if (app) process.stderr.write(progress('Components and shell', app.built, start));
    process.stdout.write(`${JSON.stringify({ vendor: vendor.directory, app: app?.directory ?? null })}\n`);
    return 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

function progress(what: string, built: boolean, start: number): string {
  return `${what}: ${built ? `compiled in ${((performance.now() - start) / 1000).toFixed(1)} s` : 'up to date'}\n`;
}
