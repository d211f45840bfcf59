import { createHash } from 'node:crypto';
import type { Diagnostic, ObjectMetadata, OrgMetadata, ProjectFile } from '../metadata/model';
import { customField } from './custom-fields';
import { customObjects, declaredSharing } from './custom-objects';
import type { FieldDraft, ObjectDraft } from './draft';
import type { ObjectType, Schema } from './model';
import { objectType } from './object-type';
import { bool, text, type Parsed } from './parsed';
import { standardObjects } from './standard-objects';
import { recordTypeField } from './system-fields';

/**
 * All objects of the org: the standard ones its features switch on and the project's own. Pure. What the local org cannot
 * represent (formula fields, roll-up summaries) is left out and named in `diagnostics`, so that using it fails loudly.
 */
export function buildSchema(metadata: OrgMetadata, project: ProjectFile): Schema {
  const features = new Set(project.features);
  const diagnostics: Diagnostic[] = [];
  const drafts = new Map<string, ObjectDraft>();
  for (const draft of [...standardObjects(features), ...customObjects([...metadata.objects.values()])]) {
    drafts.set(draft.name.toLowerCase(), draft);
  }
  for (const source of metadata.objects.values()) {
    const draft = drafts.get(source.apiName.toLowerCase());
    if (draft) extend(draft, source, metadata, diagnostics);
    else diagnostics.push(unknownObject(source));
  }
  if (features.has('PersonAccounts')) addPersonAccounts(drafts);
  dropDanglingReferences(drafts, diagnostics);
  const objects = [...drafts.values()].map((draft) => objectType(draft, drafts));
  return assemble(objects, features, diagnostics, hashOf(metadata, project));
}

function extend(draft: ObjectDraft, source: ObjectMetadata, metadata: OrgMetadata, diagnostics: Diagnostic[]): void {
  const sharing = draft.kind === 'standard' ? declaredSharing(source.definition) : null;
  if (sharing !== null) draft.sharingModel = sharing;
  for (const parsed of source.fields) {
    const name = text(parsed, 'fullName') ?? '';
    // Files of standard fields only carry labels, help and history tracking.
    if (!name.endsWith('__c')) continue;
    const field = customField(parsed, metadata.globalValueSets);
    if ('unsupported' in field) diagnostics.push(unsupported(parsed, `${draft.name}.${name}`, field.unsupported));
    else draft.fields.push(draft.kind === 'metadata' ? { ...field, createable: false, updateable: false } : field);
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
  for (const recordType of source.recordTypes) {
    const developerName = text(recordType, 'fullName') ?? '';
    const label = text(recordType, 'label') ?? developerName;
    draft.recordTypes.push({ developerName, label, active: bool(recordType, 'active'), personType: false });
  }
  if (draft.recordTypes.length > 0) draft.fields.push(recordTypeField());
}

/**
 * Person accounts: a record type of Account, and every custom field of Contact again on Account with the suffix `__pc`
 * (Salesforce Help, "Person Accounts: considerations").
 */
function addPersonAccounts(drafts: Map<string, ObjectDraft>): void {
  const account = drafts.get('account');
  const contact = drafts.get('contact');
  if (!account || !contact) return;
  if (account.recordTypes.length === 0) account.fields.push(recordTypeField());
  account.recordTypes.push({ developerName: 'PersonAccount', label: 'Person Account', active: true, personType: true });
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

/** A lookup to an object that does not exist here (a feature that is off) does not exist either. */
function dropDanglingReferences(drafts: Map<string, ObjectDraft>, diagnostics: Diagnostic[]): void {
  for (const draft of drafts.values()) {
    draft.fields = draft.fields.flatMap((field): FieldDraft[] => {
      if (field.type !== 'reference') return [field];
      const known = field.referenceTo.filter((name) => drafts.has(name.toLowerCase()));
      if (known.length > 0) return [{ ...field, referenceTo: known }];
      if (field.custom) {
        diagnostics.push({
          path: `objects/${draft.name}`,
          line: 1,
          column: 1,
          severity: 'error',
          message: `${draft.name}.${field.name} refers to ${field.referenceTo.join(', ')}, which does not exist in this org`,
        });
      }
      return [];
    });
  }
}

function assemble(objects: readonly ObjectType[], features: ReadonlySet<string>, diagnostics: readonly Diagnostic[], hash: string): Schema {
  const byName = new Map(objects.map((object) => [object.name.toLowerCase(), object]));
  const byPrefix = new Map(objects.map((object) => [object.keyPrefix, object]));
  return {
    objects,
    features,
    hash,
    diagnostics,
    object: (name) => byName.get(name.toLowerCase()),
    objectByPrefix: (prefix) => byPrefix.get(prefix),
  };
}

function unsupported(parsed: Parsed, field: string, what: string): Diagnostic {
  const path = text(parsed, '$path') ?? field;
  return {
    path,
    line: 1,
    column: 1,
    severity: 'warning',
    message: `The local org does not support ${what}: ${field} does not exist in it`,
  };
}

function unknownObject(source: ObjectMetadata): Diagnostic {
  const parts = [source.definition, ...source.fields, ...source.validationRules, ...source.recordTypes, ...source.fieldSets];
  const path = parts.map((part) => text(part, '$path')).find((found) => found !== null) ?? `objects/${source.apiName}`;
  const message = `Entity of type '${source.apiName}' is not available in this organization`;
  return { path, line: 1, column: 1, severity: 'error', message };
}

function hashOf(metadata: OrgMetadata, project: ProjectFile): string {
  return createHash('sha256').update(metadata.hash).update(JSON.stringify(project.features)).digest('hex');
}
