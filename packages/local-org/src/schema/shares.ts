import { fieldDraft, type FieldDraft, type ObjectDraft } from './draft';
import type { ObjectType, Schema, SharedWith } from './model';
import { assignPrefixes } from './prefixes';
import { auditFields, idField } from './system-fields';

/** Share objects of custom objects that are private or open to read; there is none for details and for what everybody edits (Apex Developer Guide, "Sharing a Record Using Apex"). */
export function customShares(drafts: readonly ObjectDraft[], reasons: ReadonlyMap<string, readonly SharingReason[]>): ObjectDraft[] {
  const shared = drafts.filter((draft) => draft.kind === 'custom' && (draft.sharingModel === 'Private' || draft.sharingModel === 'Read'));
  const nameOf = (draft: ObjectDraft): string => draft.name.replace(/__c$/, '__Share');
  // The platform gives all of them one prefix; here each has its own, so that an id tells its object.
  const prefixes = assignPrefixes(shared.map(nameOf), 's');
  return shared.map((draft) => {
    const name = nameOf(draft);
    const label = `Share: ${draft.label}`;
    return {
      name,
      label,
      labelPlural: label,
      kind: 'standard',
      keyPrefix: prefixes.get(name) ?? '',
      setup: false,
      sharingModel: 'ControlledByParent',
      queryable: true,
      createable: true,
      updateable: true,
      deletable: true,
      fields: fieldsOf(draft.name, reasons.get(draft.name) ?? []),
      validationRules: [],
      recordTypes: [],
      share: { of: draft.name, parent: 'ParentId', level: 'AccessLevel' },
    };
  });
}

export interface SharingReason {
  readonly name: string;
  readonly label: string;
}

function fieldsOf(parent: string, reasons: readonly SharingReason[]): FieldDraft[] {
  const value = (name: string, label: string) => ({ value: name, label, active: true, isDefault: false });
  return [
    idField(),
    fieldDraft('ParentId', 'reference', {
      label: 'Parent ID',
      length: 18,
      nillable: false,
      updateable: false,
      referenceTo: [parent],
      relationshipName: 'Parent',
      childRelationshipName: 'Shares',
      deleteRule: 'cascade',
      masterDetail: true,
      writeOnce: true,
    }),
    fieldDraft('AccessLevel', 'picklist', {
      label: 'Access Level',
      length: 40,
      nillable: false,
      restrictedPicklist: true,
      picklist: [value('Read', 'Read Only'), value('Edit', 'Read/Write'), value('All', 'Owner')],
    }),
    fieldDraft('UserOrGroupId', 'reference', {
      label: 'User/Group ID',
      length: 18,
      nillable: false,
      updateable: false,
      referenceTo: ['Group', 'User'],
      relationshipName: 'UserOrGroup',
    }),
    fieldDraft('RowCause', 'picklist', {
      label: 'Row Cause',
      length: 40,
      updateable: false,
      restrictedPicklist: true,
      defaultedOnCreate: true,
      defaultValue: 'Manual',
      picklist: [
        value('Owner', 'Owner'),
        value('Manual', 'Manual Sharing'),
        value('Rule', 'Sharing Rule'),
        ...reasons.map((reason) => value(reason.name, reason.label)),
      ],
    }),
    ...auditFields('share'),
  ];
}

const known = new WeakMap<Schema, ReadonlyMap<string, ObjectType>>();

/** The object that holds with whom the records of an object are shared, and where. */
export function sharesOf(schema: Schema, object: ObjectType): { readonly type: ObjectType; readonly share: SharedWith } | null {
  let all = known.get(schema);
  if (!all) known.set(schema, (all = new Map(schema.objects.flatMap((one) => (one.share ? [[one.share.of, one] as const] : [])))));
  const type = all.get(object.name);
  return type?.share ? { type, share: type.share } : null;
}
