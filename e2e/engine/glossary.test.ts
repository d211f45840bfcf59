import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readProject } from 'local-org/project';
import { expect, it } from 'vitest';
import { root } from './served-org';

const { metadata } = readProject(root);
const german = metadata.translations.get('de')!.labels;
const rows = [...readFileSync(join(root, 'docs/glossary.md'), 'utf8').matchAll(/^\| (.+?) +\| (.+?) +\|/gm)]
  .map(([, english, translation]) => `${english} | ${translation}`)
  .filter((row) => row !== 'English | German' && !row.startsWith('--'));
/** Labels that say what a run is at, whom it concerns, how it was started and what became of a person. */
const FAMILIES = /^(Process_Status|Process_State|Process_Scope|Process_Trigger|Outcome)_\w+$/;
const pairs = (names: string[]): string[] => names.map((name) => `${metadata.labels.get(name)} | ${german.get(name)}`);

it('the glossary holds every word for a run and its people, as the labels have it in both languages', () => {
  const words = pairs([...metadata.labels.keys()].filter((name) => FAMILIES.test(name)));
  expect([...new Set(words)].filter((word) => !rows.includes(word))).toEqual([]);
});

it('the glossary holds no word that no label has', () => {
  const words = new Set(pairs([...metadata.labels.keys()]));
  expect(rows.filter((row) => !words.has(row))).toEqual([]);
});
