/**
 * Joins the marks of what only a real org can confirm, `[org 8]`, to the questions of docs/first-org-checklist.md. Wrong are: a mark without a number, a number
 * without a question, a probe in scripts/first-org that the question of its number does not link, a question that links a probe that is not there.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const CHECKLIST = 'docs/first-org-checklist.md';
const MARKING = [
  'force-app',
  'employee2',
  'employee2-trigger',
  'connected-apps',
  'connected-apps-flow',
  'translations',
  'packages',
  'e2e',
  'docs',
  'scripts',
  'ARCHITECTURE.md',
  'README.md',
];
const MARK = /\[org(?: (\d+(?:, \d+)*))?\]/g;

const read = (file) => readFileSync(join(root, file), 'utf8');

/** Text of each question by its number. */
function questions() {
  const sections = read(CHECKLIST).split(/^### /m).slice(1);
  return new Map(sections.map((section) => [section.match(/^(\d+)\./)?.[1], section]));
}

/** Committed files and those about to be. */
function files() {
  const list = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '--', ...MARKING], {
    cwd: root,
    encoding: 'utf8',
  });
  return list.split('\n').filter((file) => /\.(cls|trigger|ts|mjs|md|apex|html)$/.test(file) && existsSync(join(root, file)));
}

function problems() {
  const known = questions();
  const found = [];
  for (const file of files()) {
    const text = read(file);
    for (const { 0: mark, 1: numbers, index } of text.matchAll(MARK)) {
      const place = `${file}:${text.slice(0, index).split('\n').length}`;
      if (numbers === undefined) found.push(`${place}: ${mark} names no question of ${CHECKLIST}`);
      for (const number of numbers?.split(', ') ?? []) {
        if (!known.has(number)) found.push(`${place}: ${mark}, and ${CHECKLIST} has no question ${number}`);
      }
    }
  }
  const probes = readdirSync(join(root, 'scripts/first-org'));
  for (const probe of probes) {
    if (!known.get(String(parseInt(probe, 10)))?.includes(`scripts/first-org/${probe}`))
      found.push(`${CHECKLIST}: ${probe} is linked by no question of its number`);
  }
  for (const [, probe] of read(CHECKLIST).matchAll(/scripts\/first-org\/(\d+-[\w-]+\.apex)\)/g)) {
    if (!probes.includes(probe)) found.push(`${CHECKLIST}: there is no probe ${probe}`);
  }
  return found;
}

const found = problems();
for (const problem of found) console.error(problem);
process.exitCode = found.length === 0 ? 0 : 1;
