import { FALLBACK_LANGUAGES, LANGUAGES } from '../schema/standard/values';
import { finding } from '../schema/parsed';
import type { Draft } from './draft';
import type { Diagnostic, LabelTexts, OrgMetadata, Translation } from './model';
import type { MetadataFile } from './readers';
import { nodesOf, textOf } from './xml';

/** Text of a label for a user of that language: its translation, else the text it was written with. Undefined for no such label. */
export function labelText(texts: LabelTexts, name: string, language: string): string | undefined {
  return translatedText(texts, name, language) ?? texts.labels.get(name);
}

/** The translation that a user of that language sees; undefined where there is none. */
export function translatedText({ translations }: LabelTexts, name: string, language: string): string | undefined {
  return inLanguage(translations, language, (translation) => translation.labels.get(name));
}

/** What users of each language see instead of the label's own text, by language. Empty for a label without a translation. */
export function translationsOf(texts: LabelTexts, name: string): Record<string, string> {
  const languages = new Set([...texts.translations.keys(), ...Object.keys(FALLBACK_LANGUAGES)]);
  const found = [...languages].map((language) => [language, translatedText(texts, name, language)] as const);
  return Object.fromEntries(found.filter((pair): pair is [string, string] => pair[1] !== undefined));
}

/** The label of a tab or application for a user of that language. */
export function navigationLabel(
  { translations }: Pick<OrgMetadata, 'translations'>,
  kind: 'tabs' | 'applications',
  item: { readonly name: string; readonly label: string },
  language: string,
): string {
  return inLanguage(translations, language, (translation) => translation[kind].get(item.name)) ?? item.label;
}

/** True when users of that language see labels of the project in it. */
export function isTranslated({ translations }: LabelTexts, language: string): boolean {
  return inLanguage(translations, language, () => true) ?? false;
}

function inLanguage<T, R>(translations: ReadonlyMap<string, T>, language: string, pick: (translation: T) => R | undefined): R | undefined {
  for (const one of [language, FALLBACK_LANGUAGES[language] ?? '']) {
    const translation = translations.get(one);
    const found = translation && pick(translation);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Parts of a translation file: the type of component they name, and which of those there are. */
const PARTS: Readonly<Record<string, { kind: keyof Translation; type: string; exists(draft: Draft, name: string): boolean }>> = {
  customLabels: { kind: 'labels', type: 'CustomLabel', exists: (draft, name) => draft.labels.has(name) },
  customTabs: { kind: 'tabs', type: 'CustomTab', exists: (draft, name) => draft.tabs.some((tab) => tab.name === name) },
  customApplications: {
    kind: 'applications',
    type: 'CustomApplication',
    exists: (draft, name) => draft.applications.some((application) => application.name === name),
  },
};

/** `translations/<language>.translation-meta.xml`. Read last: an entry without its component is what a deployment refuses. */
export function readTranslations(draft: Draft, file: MetadataFile): void {
  const language = file.name;
  if (!LANGUAGES.some((one) => one.startsWith(`${language}|`))) {
    draft.diagnostics.push(
      finding(file.path, `The local org has no language ${language}: this translation has no effect in it`, 'warning'),
    );
    return;
  }
  reportOtherParts(draft, file);
  const translation = draft.translations.get(language) ?? { labels: new Map(), tabs: new Map(), applications: new Map() };
  draft.translations.set(language, translation);
  for (const [part, { kind, type, exists }] of Object.entries(PARTS)) {
    for (const entry of nodesOf(file.node, part)) {
      const name = textOf(entry, 'name');
      const text = textOf(entry, 'label');
      if (name === null) draft.diagnostics.push(finding(file.path, `In field: name - an entry of ${part} has no name`));
      else if (!exists(draft, name)) draft.diagnostics.push(located(file, name, `In field: name - no ${type} named ${name} found`));
      else if (translation[kind].has(name)) draft.diagnostics.push(located(file, name, `The ${type} ${name} is translated more than once`));
      // A retrieved file lists untranslated components too, with nothing but a comment in them.
      else if (text !== null) translation[kind].set(name, text);
    }
  }
}

/** False, with a finding, for a language that no user of the local org can have. */
export function isKnownLanguage(draft: Draft, file: MetadataFile, language: string): boolean {
  if (LANGUAGES.some((one) => one.startsWith(`${language}|`))) return true;
  draft.diagnostics.push(finding(file.path, `The local org has no language ${language}: this translation has no effect in it`, 'warning'));
  return false;
}

function reportOtherParts(draft: Draft, file: MetadataFile): void {
  const others = Object.keys(file.node).filter((part) => !(part in PARTS) && !part.startsWith('@') && part !== '#text');
  if (others.length === 0) return;
  const message = `The local org translates custom labels, tabs and applications only: ${others.join(', ')} has no effect in it`;
  draft.diagnostics.push(finding(file.path, message, 'warning'));
}

/** A finding at the last element that names the component: of two, the second is the one too many. */
export function located(file: MetadataFile, name: string, message: string): Diagnostic {
  const before = file.text.slice(0, Math.max(0, file.text.lastIndexOf(`<name>${name}</name>`))).split('\n');
  return { ...finding(file.path, message), line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
