import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** The words that Apex sends are read where Apex has them: values of picklists, and constants of classes. */
const MAIN = path.resolve(__dirname, '../force-app/main');
const FILES = readdirSync(MAIN, { recursive: true }).map((file) => String(file).replaceAll('\\', '/'));

const picklist = (field: string): readonly string[] => all(`/${field}.field-meta.xml`, /<value>\s*<fullName>(\w+)<\/fullName>/g);
const constants = (name: string): readonly string[] => all(`/${name}.cls`, /\bstatic final String \w+ = '(\w+)'/g);

function all(ending: string, pattern: RegExp): readonly string[] {
  const file = FILES.find((candidate) => candidate.endsWith(ending));
  const text = file === undefined ? '' : readFileSync(path.join(MAIN, file), 'utf8');
  const words = [...text.matchAll(pattern)].map((match) => match[1] ?? '');
  if (words.length === 0) throw new Error(`${ending} has no words that a fixture may use`);
  return words;
}

const WORDS = {
  status: picklist('ProvisioningProcess__c/fields/Status__c'),
  mode: picklist('ProvisioningProcess__c/fields/Mode__c'),
  scope: picklist('ProvisioningProcess__c/fields/Scope__c'),
  trigger: picklist('ProvisioningProcess__c/fields/Trigger__c'),
  outcome: picklist('ProvisioningProcessItem__c/fields/Outcome__c'),
  cause: constants('ProvisioningCauses'),
  guard: constants('RunGuards'),
  severity: constants('ProvisioningFinding'),
  check: constants('PreflightStore'),
  /** A check, or the mode of the run that looked. */
  origin: [...constants('RunForecast'), ...picklist('ProvisioningProcess__c/fields/Mode__c')],
};

/** The view itself, once the words in these of its fields are words of that kind. */
export function known<V extends object>(kinds: Partial<Record<keyof V, keyof typeof WORDS>>, view: V): V {
  for (const [field, kind] of Object.entries(kinds) as [keyof V, keyof typeof WORDS][]) {
    const word = view[field] as unknown as string | null;
    if (word !== null && !WORDS[kind].includes(word))
      throw new Error(`Apex sends no ${String(kind)} ${word}; it knows ${WORDS[kind].join(', ')}`);
  }
  return view;
}
