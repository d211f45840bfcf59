import type { ObjectDraft } from './draft';
import type { ChildRelationship, Field, ObjectType } from './model';

/** The finished, immutable object. Field lookups are case-insensitive, as on the platform. */
export function objectType(draft: ObjectDraft, all: ReadonlyMap<string, ObjectDraft>): ObjectType {
  const fields: readonly Field[] = draft.fields.map((field, slot) => ({ ...field, slot }));
  const byName = new Map(fields.map((field) => [field.name.toLowerCase(), field]));
  const byDeclaredName = new Map(fields.map((field) => [field.name, field.slot]));
  const byRelationship = new Map(
    fields.flatMap((field) => (field.relationshipName === null ? [] : [[field.relationshipName.toLowerCase(), field] as const])),
  );
  const children = childrenOf(draft.name, all);
  const childByName = new Map(children.map((child) => [child.name.toLowerCase(), child]));
  const { name, label, labelPlural, keyPrefix, kind, setup, sharingModel, queryable, createable, updateable, deletable } = draft;
  return {
    ...{ name, label, labelPlural, keyPrefix, kind, setup, sharingModel, queryable, createable, updateable, deletable },
    fields,
    fieldNames: fields.map((field) => field.name),
    // Most names come as they are declared.
    slotOf: (field) => byDeclaredName.get(field) ?? byName.get(field.toLowerCase())?.slot ?? -1,
    field: (field) => byName.get(field.toLowerCase()),
    parentField: (relationship) => byRelationship.get(relationship.toLowerCase()),
    children,
    child: (relationship) => childByName.get(relationship.toLowerCase()),
    references: referencesTo(name, all),
    validationRules: draft.validationRules,
    recordTypes: draft.recordTypes,
    fieldSets: draft.fieldSets ?? [],
    publishImmediately: draft.publishImmediately ?? false,
  };
}

/** Users are never deleted, and record types only by deployments: their many references need not be followed. */
const UNFOLLOWED = new Set(['CreatedById', 'LastModifiedById', 'OwnerId', 'RecordTypeId']);

function referencesTo(parent: string, all: ReadonlyMap<string, ObjectDraft>): { childObject: string; field: string }[] {
  return [...all.values()].flatMap((draft) =>
    draft.fields
      .filter((field) => !UNFOLLOWED.has(field.name) && field.referenceTo.includes(parent))
      .map((field) => ({ childObject: draft.name, field: field.name })),
  );
}

function childrenOf(parent: string, all: ReadonlyMap<string, ObjectDraft>): ChildRelationship[] {
  const children: ChildRelationship[] = [];
  for (const draft of all.values()) {
    for (const field of draft.fields) {
      if (field.childRelationshipName === null || !field.referenceTo.includes(parent)) continue;
      children.push({
        name: field.childRelationshipName,
        childObject: draft.name,
        field: field.name,
        cascadeDelete: field.deleteRule === 'cascade',
      });
    }
  }
  return children;
}
