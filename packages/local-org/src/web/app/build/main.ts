import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { buildApp } from './app';
import { buildVendor } from './vendor';

/** Base components alone: what an installation prepares. */
const VENDOR_ONLY = '--vendor-only';

/**
 * Entry of the child process that compiles the browser side: `build-lwc [--vendor-only] ROOT OUT_DIR`.
 * One line of progress per build on stdout; exit code 1 and what is wrong on stderr when a component does not compile.
 */
export async function runBuild(args: readonly string[]): Promise<number> {
  const [root, outDir] = args.filter((arg) => arg !== VENDOR_ONLY);
  if (!root || !outDir) {
    process.stderr.write('usage: build-lwc [--vendor-only] ROOT OUT_DIR\n');
    return 1;
  }
  const place = { root: path.resolve(root), outDir: path.resolve(outDir) };
  const start = performance.now();
  try {
    const vendor = await buildVendor(place);
    process.stdout.write(progress('Base components', vendor.built, start));
    if (args.includes(VENDOR_ONLY)) return 0;
    const app = await buildApp(place);
    process.stdout.write(progress('Components and shell', app.built, start));
    return 0;
  } catch (error) {
    process.stderr.write(`${problemsOf(error).join('\n')}\n`);
    return 1;
  }
}

/** Texts of what the bundler found, without its own stack: it says nothing about the component. */
function problemsOf(error: unknown): readonly string[] {
  const found = error instanceof Error && 'errors' in error && Array.isArray(error.errors) ? (error.errors as readonly unknown[]) : [error];
  return found.map((one) => (one instanceof Error ? one.message : String(one)));
}

function progress(what: string, built: boolean, start: number): string {
  return `${what}: ${built ? `compiled in ${((performance.now() - start) / 1000).toFixed(1)} s` : 'up to date'}\n`;
}
