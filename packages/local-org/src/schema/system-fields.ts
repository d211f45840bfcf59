import { fieldDraft, type FieldDraft } from './draft';
import type { ObjectDeclaration } from './declare';

const READ_ONLY = { createable: false, updateable: false, nillable: false, defaultedOnCreate: true } as const;

export const idField = (): FieldDraft => fieldDraft('Id', 'id', { ...READ_ONLY, length: 18, idLookup: true, label: 'Record ID' });

const userReference = (name: string, label: string): FieldDraft =>
  fieldDraft(name, 'reference', { ...READ_ONLY, label, length: 18, referenceTo: ['User'], relationshipName: name.slice(0, -2) });

const OF_SHARES: ReadonlySet<string> = new Set(['IsDeleted', 'LastModifiedDate', 'LastModifiedById']);

/** The fields that the platform keeps itself, in describe order. */
export function auditFields(kind: ObjectDeclaration['audit']): FieldDraft[] {
  if (kind === 'none') return [];
  if (kind === 'share') return auditFields('data').filter((field) => OF_SHARES.has(field.name));
  const stamp = fieldDraft('SystemModstamp', 'datetime', { ...READ_ONLY, label: 'System Modstamp' });
  if (kind === 'stamp') return [stamp];
  const deleted = fieldDraft('IsDeleted', 'boolean', { ...READ_ONLY, label: 'Deleted' });
  return [
    ...(kind === 'data' ? [deleted] : []),
    fieldDraft('CreatedDate', 'datetime', READ_ONLY),
    userReference('CreatedById', 'Created By ID'),
    fieldDraft('LastModifiedDate', 'datetime', READ_ONLY),
    userReference('LastModifiedById', 'Last Modified By ID'),
    stamp,
  ];
}

/** Owner of a record: a user or a queue. */
export const ownerField = (): FieldDraft =>
  fieldDraft('OwnerId', 'reference', {
    label: 'Owner ID',
    length: 18,
    nillable: false,
    defaultedOnCreate: true,
    referenceTo: ['Group', 'User'],
    relationshipName: 'Owner',
  });

export const recordTypeField = (): FieldDraft =>
  fieldDraft('RecordTypeId', 'reference', {
    label: 'Record Type ID',
    length: 18,
    referenceTo: ['RecordType'],
    relationshipName: 'RecordType',
    defaultedOnCreate: true,
  });

/** "Last viewed" stamps: present and always null, because nothing records views. */
export const viewFields = (): FieldDraft[] =>
  ['LastViewedDate', 'LastReferencedDate'].map((name) => fieldDraft(name, 'datetime', { createable: false, updateable: false }));
