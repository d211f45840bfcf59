import type { ObjectMetadata } from '../metadata/model';
import { fieldDraft, labelOf, type FieldDraft, type ObjectDraft } from './draft';
import type { SharingModel } from './model';
import { node, text, type Parsed } from './parsed';
import { assignPrefixes } from './prefixes';
import { auditFields, idField, ownerField, viewFields } from './system-fields';

/** Drafts of the project's own objects with their standard fields; custom fields are added afterwards. */
export function customObjects(objects: readonly ObjectMetadata[]): ObjectDraft[] {
  const names = (suffix: string): string[] => objects.map((o) => o.apiName).filter((name) => name.endsWith(suffix));
  const prefixes = new Map([
    ...assignPrefixes(names('__c'), 'a'),
    ...assignPrefixes(names('__e'), 'e'),
    ...assignPrefixes(names('__mdt'), 'm'),
  ]);
  return objects.flatMap((object) => {
    const keyPrefix = prefixes.get(object.apiName);
    return keyPrefix === undefined ? [] : [customObject(object, keyPrefix)];
  });
}

function customObject(object: ObjectMetadata, keyPrefix: string): ObjectDraft {
  const { apiName, definition } = object;
  const label = text(definition, 'label') ?? labelOf(apiName);
  const kind = kindOf(apiName, definition);
  const data = kind === 'custom' || kind === 'setting';
  const detail = object.fields.some((field) => text(field, 'type') === 'MasterDetail');
  return {
    name: apiName,
    label,
    labelPlural: text(definition, 'pluralLabel') ?? label,
    kind,
    keyPrefix,
    setup: false,
    sharingModel: kind === 'custom' ? sharingOf(definition, detail) : 'None',
    queryable: kind !== 'event',
    createable: kind !== 'metadata',
    updateable: data,
    deletable: data,
    fields: FIELDS[kind](definition, detail),
    validationRules: [],
    recordTypes: [],
    // The default of a new event (Platform Events Developer Guide, "Platform Event Fields").
    publishImmediately: kind === 'event' && text(definition, 'publishBehavior') !== 'PublishAfterCommit',
  };
}

const FIELDS: Readonly<Record<'custom' | 'setting' | 'metadata' | 'event', (definition: Parsed, detail: boolean) => FieldDraft[]>> = {
  custom: (definition, detail) => [
    idField(),
    ...(detail ? [] : [ownerField()]),
    nameField(node(definition, 'nameField')),
    ...auditFields('data'),
    ...viewFields(),
  ],
  setting: () => [
    idField(),
    fieldDraft('Name', 'string', { length: 80, nameField: true, nillable: true, defaultedOnCreate: true }),
    fieldDraft('SetupOwnerId', 'reference', {
      label: 'Location',
      length: 18,
      nillable: false,
      defaultedOnCreate: true,
      referenceTo: ['Organization', 'Profile', 'User'],
      relationshipName: 'SetupOwner',
    }),
    ...auditFields('data'),
  ],
  // Object Reference, Custom Metadata Type__mdt.
  metadata: () => [
    idField(),
    readOnlyText('DeveloperName', 40),
    readOnlyText('MasterLabel', 40, 'Label'),
    readOnlyText('Language', 40),
    { ...readOnlyText('NamespacePrefix', 15), nillable: true },
    { ...readOnlyText('Label', 40), nameField: true },
    readOnlyText('QualifiedApiName', 70),
    ...auditFields('stamp'),
  ],
  // Platform Events Developer Guide, standard fields of an event.
  event: () => [
    fieldDraft('ReplayId', 'string', { length: 1000, createable: false, updateable: false }),
    fieldDraft('EventUuid', 'string', { length: 36, createable: false, updateable: false }),
    ...auditFields('setup').filter((field) => field.name === 'CreatedDate' || field.name === 'CreatedById'),
  ],
};

function readOnlyText(name: string, length: number, label?: string): FieldDraft {
  return fieldDraft(name, 'string', {
    length,
    createable: false,
    updateable: false,
    nillable: false,
    ...(label === undefined ? {} : { label }),
  });
}

function nameField(definition: Parsed): FieldDraft {
  const auto = text(definition, 'type') === 'AutoNumber';
  return fieldDraft('Name', 'string', {
    label: text(definition, 'label') ?? 'Name',
    length: 80,
    nameField: true,
    idLookup: true,
    autoNumber: auto,
    displayFormat: auto ? (text(definition, 'displayFormat') ?? '{0}') : null,
    createable: !auto,
    updateable: !auto,
    // A text name left out takes the record's id (Object Reference, Name of custom objects).
    nillable: !auto,
    defaultedOnCreate: true,
  });
}

function kindOf(apiName: string, definition: Parsed): 'custom' | 'setting' | 'metadata' | 'event' {
  if (apiName.endsWith('__mdt')) return 'metadata';
  if (apiName.endsWith('__e')) return 'event';
  return text(definition, 'customSettingsType') === null ? 'custom' : 'setting';
}

function sharingOf(definition: Parsed, detail: boolean): SharingModel {
  if (detail) return 'ControlledByParent';
  const model = text(definition, 'sharingModel');
  return model === 'Private' || model === 'Read' || model === 'ControlledByParent' ? model : 'ReadWrite';
}

/** The organization-wide default that a standard object's own file sets, if any. */
export function declaredSharing(definition: Parsed): SharingModel | null {
  const model = text(definition, 'sharingModel');
  if (model === 'Private' || model === 'Read' || model === 'ControlledByParent') return model;
  return model === 'ReadWrite' ? 'ReadWrite' : null;
}
