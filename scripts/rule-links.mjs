/**
 * Joins docs/rules.md to the tests: which test files cite which rule. Without arguments it checks, with `--write` it rewrites the links.
 * Wrong are: a rule without a test, a number that is no rule, a link to a test that does not cite the rule.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const page = join(root, 'docs/rules.md');
const TESTS = ['force-app/test', 'employee2/test', 'employee2-trigger/test', 'connected-apps/test', 'connected-apps-flow/test', 'e2e'];
const CITING = [
  ...TESTS,
  'force-app/main',
  'employee2/main',
  'employee2-trigger/main',
  'connected-apps/main',
  'connected-apps-flow/main',
  'docs',
  'ARCHITECTURE.md',
  'scripts',
];
const CITATION = /\bR\d{1,2}\b/g;
const TEXT = /\.(cls|trigger|ts|mjs|md|html|xml)$/;

/** Paths under the folders, committed or about to be. */
function filesIn(folders) {
  const list = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '--', ...folders], {
    cwd: root,
    encoding: 'utf8',
  });
  return list.split('\n').filter((file) => TEXT.test(file) && existsSync(join(root, file)));
}

const citationsOf = (file) => new Set(readFileSync(join(root, file), 'utf8').match(CITATION) ?? []);

/** Test files by the rule they cite. */
function testsByRule() {
  const tests = new Map();
  for (const file of filesIn(TESTS)) {
    for (const rule of citationsOf(file)) tests.set(rule, [...(tests.get(rule) ?? []), file]);
  }
  return tests;
}

const linkTo = (file) => `[${basename(file).replace(/\.(cls|test\.ts|spec\.ts|ts)$/, '')}](../${file})`;
/** Also a line that waits for its links: `Tests:` and nothing else. */
const isLinks = (line) => /^Tests:(\s|$)/.test(line);

/** The page's rules in order, each with its heading and the files that its links name. */
function rulesOf(text) {
  return text
    .split(/^### /m)
    .slice(1)
    .map((section) => ({
      rule: section.match(/^R\d+/)?.[0] ?? '',
      lines: section.split('\n').filter(isLinks).length,
      linked: [...(section.split('\n').find(isLinks) ?? '').matchAll(/\]\(\.\.\/([^)]+)\)/g)].map(([, file]) => file),
    }));
}

function problems(text) {
  const rules = rulesOf(text);
  const known = new Set(rules.map(({ rule }) => rule));
  const tests = testsByRule();
  const found = [];
  for (const { rule, linked, lines } of rules) {
    if (!tests.has(rule)) found.push(`docs/rules.md: no test cites ${rule}`);
    if (linked.length === 0) found.push(`docs/rules.md: ${rule} has no links to its tests`);
    if (lines > 1) found.push(`docs/rules.md: ${rule} has more than one line of tests`);
    for (const file of linked) {
      if (!tests.get(rule)?.includes(file)) found.push(`docs/rules.md: ${rule} links ${file}, which is gone or does not cite it`);
    }
  }
  for (const file of filesIn(CITING)) {
    for (const rule of citationsOf(file)) if (!known.has(rule)) found.push(`${file}: there is no rule ${rule}`);
  }
  return found;
}

/** The page with a line of links at the end of every rule. */
function linked(text) {
  const tests = testsByRule();
  const [head, ...sections] = text.split(/^(?=##+ )/m);
  return [head, ...sections.map((section) => withLinks(section, tests))].join('');
}

function withLinks(section, tests) {
  const rule = section.match(/^### (R\d+)/)?.[1];
  if (rule === undefined) return section;
  const words = section
    .split('\n')
    .filter((line) => !isLinks(line))
    .join('\n')
    .trimEnd();
  return `${words}\n\nTests: ${(tests.get(rule) ?? []).map(linkTo).join(', ')}\n\n`;
}

const text = readFileSync(page, 'utf8');
if (process.argv.includes('--write')) {
  writeFileSync(page, `${linked(text).trimEnd()}\n`);
} else {
  const found = problems(text);
  for (const problem of found) console.error(problem);
  if (found.length > 0) console.error('Mend the citation, or write the links again: node scripts/rule-links.mjs --write');
  process.exitCode = found.length === 0 ? 0 : 1;
}
