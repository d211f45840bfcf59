import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { STAGES } from './page-list';

const root = resolve(import.meta.dirname, '..');
const states = STAGES.flatMap((stage) => stage.states);

/** Names of the tabs that show a page of ours; a tab of an object shows the platform's. */
function tabs(): string[] {
  const { packageDirectories } = JSON.parse(readFileSync(join(root, 'sfdx-project.json'), 'utf8')) as {
    packageDirectories: { path: string }[];
  };
  return packageDirectories.flatMap(({ path }) =>
    readdirSync(join(root, path), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.tab-meta.xml'))
      .filter((file) => !readFileSync(join(root, path, file), 'utf8').includes('<customObject>true</customObject>'))
      .map((file) => /([^/\\]+)\.tab-meta\.xml$/.exec(file)![1]!),
  );
}

test('every tab is in the list of pages', () => {
  const shown = new Set(states.map(({ at }) => /^n\/(\w+)/.exec(at)?.[1]).filter((tab) => tab !== undefined));
  expect(tabs().filter((tab) => !shown.has(tab))).toEqual([]);
});

test('every state has its accessibility tree, and every picture of the list is there', () => {
  const trees = readdirSync(join(import.meta.dirname, 'accessibility')).sort();
  expect(trees).toEqual(states.map(({ name }) => `${name}.txt`).sort());
  const missing = states.filter(({ picture }) => picture !== undefined && !existsSync(join(root, `docs/images/${picture}.png`)));
  expect(missing.map(({ name }) => name)).toEqual([]);
});
