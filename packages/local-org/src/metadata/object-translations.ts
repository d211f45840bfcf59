import { finding } from '../schema/parsed';
import type { Draft } from './draft';
import type { MetadataFile } from './readers';
import { isKnownLanguage, located } from './translations';
import { nodesOf, textOf, type XmlNode } from './xml';

/** Parts of a translated field that have an effect: the rest of the file is told about. */
const KNOWN = ['name', 'label'];

/** `objectTranslations/<Object>-<language>/<Field>.fieldTranslation-meta.xml`. Read after the fields. */
export function readFieldTranslation(draft: Draft, file: MetadataFile): void {
  const folder = /(?:^|\/)objectTranslations\/([^/]+)-([^/-]+)\/[^/]+$/.exec(file.path);
  if (!folder) {
    draft.diagnostics.push(
      finding(file.path, 'This file must lie in the folder of its object and language, objectTranslations/<Object>-<language>/'),
    );
    return;
  }
  const [, object = '', language = ''] = folder;
  if (isKnownLanguage(draft, file, language)) translateField(draft, file, object, language, file.node);
}

/** `objectTranslations/<Object>-<language>/<Object>-<language>.objectTranslation-meta.xml`. */
export function readObjectTranslation(draft: Draft, file: MetadataFile): void {
  const [, object = '', language = ''] = /^(.+)-([^-]+)$/.exec(file.name) ?? [];
  if (language === '') {
    draft.diagnostics.push(finding(file.path, 'An object translation is named <Object>-<language>.objectTranslation-meta.xml'));
    return;
  }
  if (!isKnownLanguage(draft, file, language)) return;
  for (const field of nodesOf(file.node, 'fields')) translateField(draft, file, object, language, field);
  reportOthers(draft, file, file.node, ['fields']);
}

function translateField(draft: Draft, file: MetadataFile, object: string, language: string, node: XmlNode): void {
  const name = textOf(node, 'name') ?? '';
  const fields = draft.objects.get(object)?.fields;
  const at = fields?.findIndex((field) => field['fullName'] === name) ?? -1;
  const field = fields?.[at];
  if (!fields || !field) {
    draft.diagnostics.push(located(file, name, `In field: name - no CustomField named ${object}.${name} found`));
    return;
  }
  const label = textOf(node, 'label');
  if (label !== null) fields[at] = { ...field, $translations: { ...(field['$translations'] as object | undefined), [language]: label } };
  reportOthers(draft, file, node, KNOWN);
}

function reportOthers(draft: Draft, file: MetadataFile, node: XmlNode, known: readonly string[]): void {
  const others = Object.keys(node).filter((part) => !known.includes(part) && !part.startsWith('@') && part !== '#text');
  if (others.length === 0) return;
  const message = `The local org translates the labels of fields only: ${others.join(', ')} has no effect in it`;
  draft.diagnostics.push(finding(file.path, message, 'warning'));
}
