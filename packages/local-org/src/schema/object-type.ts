import type { ObjectDraft } from './draft';
import type { ChildRelationship, Field, ObjectType } from './model';

/** The finished, immutable object. Field lookups are case-insensitive, as on the platform. */
export function objectType(draft: ObjectDraft, links: ReadonlyMap<string, Links>): ObjectType {
  const fields: readonly Field[] = draft.fields.map((field, slot) => ({ ...field, slot }));
  const byName = new Map(fields.map((field) => [field.name.toLowerCase(), field]));
  const byDeclaredName = new Map(fields.map((field) => [field.name, field.slot]));
  const byRelationship = new Map(
    fields.flatMap((field) => (field.relationshipName === null ? [] : [[field.relationshipName.toLowerCase(), field] as const])),
  );
  const { children, references } = links.get(draft.name) ?? NO_LINKS;
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
    references,
    validationRules: draft.validationRules,
    recordTypes: draft.recordTypes,
    fieldSets: draft.fieldSets ?? [],
    publishImmediately: draft.publishImmediately ?? false,
    sharingRules: draft.sharingRules ?? [],
    ...(draft.share ? { share: draft.share } : {}),
  };
}

/** The lookups that lead to one object. */
interface Links {
  readonly children: readonly ChildRelationship[];
  readonly references: ObjectType['references'];
}

const NO_LINKS: Links = { children: [], references: [] };

/** Users are never deleted, and record types only by deployments: their many references need not be followed. */
const UNFOLLOWED = new Set(['CreatedById', 'LastModifiedById', 'OwnerId', 'RecordTypeId']);

/** The lookups of all objects, by the object that they lead to. */
export function linksOf(all: Iterable<ObjectDraft>): ReadonlyMap<string, Links> {
  const links = new Map<string, { children: ChildRelationship[]; references: { childObject: string; field: string }[] }>();
  const to = (parent: string) => {
    const found = links.get(parent) ?? { children: [], references: [] };
    links.set(parent, found);
    return found;
  };
  for (const { name: childObject, fields } of all) {
    for (const { name: field, referenceTo, childRelationshipName, deleteRule } of fields) {
      for (const parent of new Set(referenceTo)) {
        const { children, references } = to(parent);
        if (!UNFOLLOWED.has(field)) references.push({ childObject, field });
        if (childRelationshipName !== null)
          children.push({ name: childRelationshipName, childObject, field, cascadeDelete: deleteRule === 'cascade' });
      }
    }
  }
  return links;
}
