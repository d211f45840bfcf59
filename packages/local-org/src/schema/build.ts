import { createHash } from 'node:crypto';
import type { Diagnostic, ObjectMetadata, OrgMetadata, ProjectFile } from '../metadata/model';
import { checkGrants, isStandardName } from './check-grants';
import { customFields, unreadDefault } from './custom-fields';
import { customObjects, declaredSharing } from './custom-objects';
import type { FieldDraft, ObjectDraft } from './draft';
import { fieldSet } from './field-sets';
import type { Field, ObjectType, RecordTypeInfo, Schema } from './model';
import { linksOf, objectType } from './object-type';
import { bool, text, type Parsed } from './parsed';
import { customShares, type SharingReason } from './shares';
import { addSharingRules } from './sharing-rules';
import { FEATURES, isDeclared, standardObjects } from './standard-objects';
import { recordTypeField } from './system-fields';

/**
 * All objects of the org: the standard ones its features switch on and the project's own. Pure. What the local org cannot
 * represent (formula fields, roll-up summaries) is left out and named in `diagnostics`, so that using it fails loudly.
 */
export function buildSchema(metadata: OrgMetadata, project: ProjectFile): Schema {
  const features = new Set(project.features);
  const diagnostics: Diagnostic[] = [];
  const unsupportedFields = new Set<string>();
  const drafts = new Map<string, ObjectDraft>();
  for (const draft of [...standardObjects(features), ...customObjects([...metadata.objects.values()])]) {
    drafts.set(draft.name.toLowerCase(), draft);
  }
  for (const source of metadata.objects.values()) {
    if (features.has('PersonAccounts') && isPersonAccount(source)) continue;
    const draft = drafts.get(source.apiName.toLowerCase());
    if (draft) extend(draft, source, metadata, { diagnostics, unsupportedFields });
    else diagnostics.push(unknownObject(source));
  }
  if (features.has('PersonAccounts')) addPersonAccounts(drafts, [...metadata.objects.values()].find(isPersonAccount)?.recordTypes ?? []);
  for (const share of customShares([...drafts.values()], reasonsOf(metadata))) drafts.set(share.name.toLowerCase(), share);
  openWildcards(drafts);
  dropDanglingReferences(drafts, { diagnostics, unsupportedFields });
  addSharingRules(drafts, metadata, diagnostics);
  const links = linksOf(drafts.values());
  const objects = [...drafts.values()].map((draft) => objectType(draft, links));
  const schema = assemble(objects, { features, diagnostics, unsupportedFields, hash: hashOf(metadata, project, objects) });
  diagnostics.push(...checkFeatures(project), ...checkGrants(metadata, schema.object));
  return schema;
}

/** What could not be had, gathered while the schema is built. */
interface Losses {
  readonly diagnostics: Diagnostic[];
  readonly unsupportedFields: Set<string>;
}

function extend(draft: ObjectDraft, source: ObjectMetadata, metadata: OrgMetadata, losses: Losses): void {
  const sharing = draft.kind === 'standard' ? declaredSharing(source.definition) : null;
  if (sharing !== null) draft.sharingModel = sharing;
  for (const parsed of source.fields) {
    const name = text(parsed, 'fullName') ?? '';
    // Files of standard fields only carry labels, help and history tracking.
    if (!name.endsWith('__c')) continue;
    const fields = customFields(parsed, metadata.globalValueSets);
    if ('unsupported' in fields) {
      losses.diagnostics.push(
        warning(parsed, `The local org does not support ${fields.unsupported}: ${draft.name}.${name} does not exist in it`),
      );
      losses.unsupportedFields.add(`${draft.name}.${name}`.toLowerCase());
      continue;
    }
    const formula = unreadDefault(parsed);
    if (formula !== null) {
      losses.diagnostics.push(warning(parsed, `The local org does not evaluate the default value of ${draft.name}.${name}: ${formula}`));
    }
    for (const field of fields) draft.fields.push(draft.kind === 'metadata' ? { ...field, createable: false, updateable: false } : field);
  }
  for (const rule of source.validationRules) {
    draft.validationRules.push({
      name: text(rule, 'fullName') ?? '',
      active: bool(rule, 'active'),
      formula: text(rule, 'errorConditionFormula') ?? '',
      message: text(rule, 'errorMessage') ?? '',
      errorField: text(rule, 'errorDisplayField'),
    });
  }
  draft.fieldSets = source.fieldSets.map(fieldSet);
  for (const recordType of source.recordTypes) draft.recordTypes.push(recordTypeOf(recordType, false));
  if (draft.recordTypes.length > 0) draft.fields.push(recordTypeField());
}

function recordTypeOf(parsed: Parsed, personType: boolean): RecordTypeInfo {
  const developerName = text(parsed, 'fullName') ?? '';
  return { developerName, label: text(parsed, 'label') ?? developerName, active: bool(parsed, 'active'), personType };
}

/** Not an object: the folder of the record types of Account that make a person (Metadata API, `PersonAccount.<record type>`). */
const isPersonAccount = (source: ObjectMetadata): boolean => source.apiName.toLowerCase() === 'personaccount';

/**
 * Person accounts: record types of Account, one of them the platform's own, and every custom field of Contact again on Account with the suffix `__pc`
 * (Salesforce Help, "Person Accounts: considerations").
 */
function addPersonAccounts(drafts: Map<string, ObjectDraft>, declared: readonly Parsed[]): void {
  const account = drafts.get('account');
  const contact = drafts.get('contact');
  if (!account || !contact) return;
  if (account.recordTypes.length === 0) account.fields.push(recordTypeField());
  const own = declared.map((parsed) => recordTypeOf(parsed, true));
  if (!own.some(({ developerName }) => developerName === 'PersonAccount')) {
    own.unshift({ developerName: 'PersonAccount', label: 'Person Account', active: true, personType: true });
  }
  account.recordTypes.push(...own);
  for (const field of contact.fields) {
    if (!field.custom || field.masterDetail) continue;
    account.fields.push({
      ...field,
      name: field.name.replace(/__c$/, '__pc'),
      relationshipName: field.relationshipName?.replace(/__r$/, '__pr') ?? null,
      childRelationshipName: null,
    });
  }
}

/** Apex sharing reasons by object (Metadata API Developer Guide, SharingReason). */
function reasonsOf(metadata: OrgMetadata): Map<string, SharingReason[]> {
  return new Map(
    [...metadata.objects.values()].map((source) => [
      source.apiName,
      source.sharingReasons.map((parsed) => {
        const name = (text(parsed, 'fullName') ?? '').replace(/(__c)?$/, '__c');
        return { name, label: text(parsed, 'label') ?? name };
      }),
    ]),
  );
}

/** `*` stands for every object whose records people work with. */
function openWildcards(drafts: Map<string, ObjectDraft>): void {
  const targets = [...drafts.values()]
    .filter(
      (draft) =>
        draft.name === 'User' || (draft.kind !== 'event' && !draft.share && draft.fields.some((field) => field.name === 'IsDeleted')),
    )
    .map((draft) => draft.name);
  for (const draft of drafts.values()) {
    draft.fields = draft.fields.map((field) => (field.referenceTo.includes('*') ? { ...field, referenceTo: targets } : field));
  }
}

/** A lookup to an object that does not exist here (a feature that is off) does not exist either. */
function dropDanglingReferences(drafts: Map<string, ObjectDraft>, losses: Losses): void {
  for (const draft of drafts.values()) {
    draft.fields = draft.fields.flatMap((field): FieldDraft[] => {
      if (field.type !== 'reference') return [field];
      const known = field.referenceTo.filter((name) => drafts.has(name.toLowerCase()));
      if (known.length > 0) return [{ ...field, referenceTo: known }];
      if (field.custom) losses.diagnostics.push(danglingReference(draft.name, field));
      losses.unsupportedFields.add(`${draft.name}.${field.name}`.toLowerCase());
      return [];
    });
  }
}

function assemble(objects: readonly ObjectType[], facts: Pick<Schema, 'features' | 'diagnostics' | 'unsupportedFields' | 'hash'>): Schema {
  const byName = new Map(objects.map((object) => [object.name.toLowerCase(), object]));
  const byPrefix = new Map(objects.map((object) => [object.keyPrefix, object]));
  return {
    ...facts,
    objects,
    object: (name) => byName.get(name.toLowerCase()),
    objectByPrefix: (prefix) => byPrefix.get(prefix),
  };
}

function warning(parsed: Parsed, message: string): Diagnostic {
  return { path: text(parsed, '$path') ?? '', line: 1, column: 1, severity: 'warning', message };
}

/** A standard object that the local org lacks is its own gap; a custom one, or one of a feature that is off, is missing on the platform too. */
function danglingReference(object: string, field: FieldDraft): Diagnostic {
  const gap = field.referenceTo.some((name) => isStandardName(name) && !isDeclared(name));
  const message = `${object}.${field.name} refers to ${field.referenceTo.join(', ')}, which does not exist in ${gap ? 'the local org' : 'this org'}`;
  return { path: `objects/${object}`, line: 1, column: 1, severity: gap ? 'warning' : 'error', message };
}

function checkFeatures(project: ProjectFile): Diagnostic[] {
  const unknown = project.features.filter((name) => !FEATURES.has(name));
  const known = [...FEATURES].sort().join(', ');
  return unknown.map((name) => ({
    path: 'local-org.json',
    line: 1,
    column: 1,
    severity: 'error',
    message: `Unknown feature "${name}"; known are ${known}`,
  }));
}

function unknownObject(source: ObjectMetadata): Diagnostic {
  const parts = [source.definition, ...source.fields, ...source.validationRules, ...source.recordTypes, ...source.fieldSets];
  const path = parts.map((part) => text(part, '$path')).find((found) => found !== null) ?? `objects/${source.apiName}`;
  const place = { path, line: 1, column: 1 };
  return isStandardName(source.apiName) && !isDeclared(source.apiName)
    ? {
        ...place,
        severity: 'warning',
        message: `The local org does not know the standard object ${source.apiName}: this file has no effect in it`,
      }
    : { ...place, severity: 'error', message: `Entity of type '${source.apiName}' is not available in this organization` };
}

/** The objects themselves are part of it: a new version of the local org may know more of them than the last. */
function hashOf(metadata: OrgMetadata, project: ProjectFile, objects: readonly ObjectType[]): string {
  const hash = createHash('sha256').update(metadata.hash).update(project.features.join());
  for (const object of objects) {
    hash.update(`\n${object.name} ${object.keyPrefix} ${object.sharingModel} ${object.setup} ${object.publishImmediately ?? false}`);
    hash.update(object.fields.map(fingerprint).join());
  }
  return hash.digest('hex');
}

function fingerprint(field: Field): string {
  const { name, label, type, length, precision, scale, nillable, createable, updateable, unique, idLookup, referenceTo, deleteRule } =
    field;
  const facts = [name, label, type, length, precision, scale, nillable, createable, updateable, unique, idLookup, referenceTo, deleteRule];
  return [...facts, field.relationshipName, field.childRelationshipName, field.filterable, field.sortable, field.groupable].join(' ');
}
