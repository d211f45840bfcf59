/** Small classes with one error each, and as many without: what both compilers have to agree about. */
import { join } from 'node:path';
import { mkdirSync, writeFileSync } from '../files.mjs';
import { CLASSES } from './corpus/classes.mjs';
import { MEMBERS, SHARED } from './corpus/members.mjs';
import { RECORDS } from './corpus/records.mjs';
import { VALUES } from './corpus/values.mjs';
import { writeSnippets } from './snippets.mjs';

const API_VERSION = 67;
const DECLARATION = /\b(class|interface|enum|trigger) \$/;

/** Source of a class or trigger of this name: a declaration is taken as it is, members are put into a public class. */
function source(text, name) {
  const whole = DECLARATION.test(text) ? text.replaceAll('$', name) : `public class ${name} { ${text} }`;
  return whole.replaceAll('{name}', name);
}

/**
 * Writes the corpus into a folder: `cases`, each with the paths of what is to be refused and accepted, single `snippets`, and the
 * `sources` of them all.
 * The fourth part of a case, `exception`, says why the compilers may differ there.
 */
export function writeCorpus(folder) {
  mkdirSync(folder, { recursive: true });
  const sources = { classes: [], triggers: [] };
  const write = (body, name) => {
    const isTrigger = body.startsWith('trigger ');
    const path = join(folder, `${name}.${isTrigger ? 'trigger' : 'cls'}`);
    writeFileSync(path, body);
    sources[isTrigger ? 'triggers' : 'classes'].push({ name, path, source: body, apiVersion: API_VERSION });
    return path;
  };
  for (const text of SHARED) write(text, /class (\w+)/.exec(text)[1]);
  const cases = [...VALUES, ...MEMBERS, ...CLASSES, ...RECORDS].map(([title, refused, accepted, exception = null], i) => ({
    title,
    refused: write(source(refused, `Refused${i}`), `Refused${i}`),
    accepted: write(source(accepted, `Accepted${i}`), `Accepted${i}`),
    exception,
  }));
  return { cases, snippets: writeSnippets(write, source), sources };
}
