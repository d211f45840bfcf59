/** Runs Salesforce's Apex compiler front end, which prettier-plugin-apex brings as a Java library. */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { mkdirSync, readdirSync, writeFileSync } from '../files.mjs';

const here = import.meta.dirname;
const library = resolve(here, '../../../node_modules/prettier-plugin-apex/vendor/apex-ast-serializer/lib/apex-jorje-lsp.jar');
/** Short runs: the second compiler of the JVM and its parallel collector cost more than they bring. */
const QUICK = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];

function java(args) {
  const run = spawnSync('java', [...QUICK, ...args], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.error?.code === 'ENOENT') throw new Error('not run: no Java');
  if (run.status !== 0) throw new Error(`not run: ${(run.stderr || run.error?.message || '').slice(-1500)}`);
  return run.stdout;
}

/** Messages by path of `paths`, `{ line, column, message }` each. `symbols` are the lines of types.tsv and objects.tsv. */
export function frontEndMessages(symbols, paths, scratch) {
  const classes = join(scratch, 'front-end');
  mkdirSync(classes, { recursive: true });
  const sources = readdirSync(here).filter((name) => name.endsWith('.java')).map((name) => join(here, name)); // prettier-ignore
  java(['-m', 'jdk.compiler/com.sun.tools.javac.Main', '-nowarn', '-proc:none', '-cp', library, '-d', classes, ...sources]);
  for (const [name, lines] of Object.entries({ ...symbols, 'sources.txt': paths }))
    writeFileSync(join(scratch, name), `${lines.join('\n')}\n`);
  const messages = new Map();
  for (const line of java(['-cp', `${library}:${classes}`, 'FrontEnd', scratch, join(scratch, 'sources.txt')]).split('\n')) {
    const [kind, path, row, column, message] = line.split('\t');
    if (kind === 'file') messages.set(path, []);
    else if (kind === 'error') messages.get(path).push({ line: Number(row), column: Number(column), message });
  }
  const lost = paths.filter((path) => !messages.has(path));
  if (lost.length > 0) throw new Error(`not run: the front end says nothing about ${lost.join(', ')}`);
  return messages;
}
