import { LANGUAGES } from '../schema/standard/values';
import { finding, type Draft } from './draft';
import type { Diagnostic, LabelTexts } from './model';
import type { MetadataFile } from './readers';
import { nodesOf, textOf } from './xml';

/** Languages whose custom translations default to those of another. Source: Metadata API Developer Guide, "Translations". */
const FALLBACK: Readonly<Record<string, string>> = { es_MX: 'es' };

/** Text of a label for a user of that language: its translation, else the text it was written with. Undefined for no such label. */
export function labelText(texts: LabelTexts, name: string, language: string): string | undefined {
  return translatedText(texts, name, language) ?? texts.labels.get(name);
}

/** The translation that a user of that language sees; undefined where there is none. */
export function translatedText({ translations }: LabelTexts, name: string, language: string): string | undefined {
  const fallback = FALLBACK[language];
  return translations.get(language)?.get(name) ?? (fallback === undefined ? undefined : translations.get(fallback)?.get(name));
}

/** What users of each language see instead of the label's own text, by language. Empty for a label without a translation. */
export function translationsOf(texts: LabelTexts, name: string): Record<string, string> {
  const languages = new Set([...texts.translations.keys(), ...Object.keys(FALLBACK)]);
  const found = [...languages].map((language) => [language, translatedText(texts, name, language)] as const);
  return Object.fromEntries(found.filter((pair): pair is [string, string] => pair[1] !== undefined));
}

/** True when users of that language see labels of the project in it. */
export function isTranslated({ translations }: LabelTexts, language: string): boolean {
  return translations.has(language) || translations.has(FALLBACK[language] ?? '');
}

/** `translations/<language>.translation-meta.xml`. Read after the labels: an entry without its label is what a deployment refuses. */
export function readTranslations(draft: Draft, file: MetadataFile): void {
  const language = file.name;
  if (!LANGUAGES.some((one) => one.startsWith(`${language}|`))) {
    draft.diagnostics.push(
      finding(file.path, `The local org has no language ${language}: this translation has no effect in it`, 'warning'),
    );
    return;
  }
  reportOtherParts(draft, file);
  const texts = draft.translations.get(language) ?? new Map<string, string>();
  draft.translations.set(language, texts);
  for (const entry of nodesOf(file.node, 'customLabels')) {
    const name = textOf(entry, 'name');
    const text = textOf(entry, 'label');
    if (name === null) draft.diagnostics.push(finding(file.path, 'In field: name - a translated custom label has no name'));
    else if (!draft.labels.has(name)) draft.diagnostics.push(located(file, name, `In field: name - no CustomLabel named ${name} found`));
    else if (texts.has(name)) draft.diagnostics.push(located(file, name, `The custom label ${name} is translated more than once`));
    // A retrieved file lists untranslated labels too, with nothing but a comment in them.
    else if (text !== null) texts.set(name, text);
  }
}

function reportOtherParts(draft: Draft, file: MetadataFile): void {
  const others = Object.keys(file.node).filter((part) => part !== 'customLabels' && !part.startsWith('@') && part !== '#text');
  if (others.length === 0) return;
  const message = `The local org translates custom labels only: ${others.join(', ')} has no effect in it`;
  draft.diagnostics.push(finding(file.path, message, 'warning'));
}

/** A finding at the last element that names the label: of two, the second is the one too many. */
function located(file: MetadataFile, name: string, message: string): Diagnostic {
  const before = file.text.slice(0, Math.max(0, file.text.lastIndexOf(`<name>${name}</name>`))).split('\n');
  return { ...finding(file.path, message), line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
