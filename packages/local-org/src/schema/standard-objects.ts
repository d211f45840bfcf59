import type { FieldDeclaration, ObjectDeclaration } from './declare';
import { fieldDraft, labelOf, type FieldDraft, type ObjectDraft } from './draft';
import type { PicklistValue } from './model';
import { STANDARD_OBJECTS } from './standard';
import { auditFields, idField } from './system-fields';

/** Features that local-org.json may switch on: those that bring objects or fields, and those that bring rules. */
export const FEATURES: ReadonlySet<string> = new Set([
  ...STANDARD_OBJECTS.flatMap((object) => [object.feature ?? [], ...object.fields.map((field) => field.feature ?? [])].flat()),
  'UnifiedEmployeePersona',
]);

const DECLARED = new Set(STANDARD_OBJECTS.map((object) => object.name.toLowerCase()));

/** True for standard objects that the local org knows, also where their feature is off. */
export function isDeclared(name: string): boolean {
  return DECLARED.has(name.toLowerCase());
}

/** Drafts of the standard objects that the org's features switch on. */
export function standardObjects(features: ReadonlySet<string>): ObjectDraft[] {
  const on = (feature: string | readonly string[] | undefined): boolean =>
    feature === undefined || [feature].flat().some((name) => features.has(name));
  return STANDARD_OBJECTS.filter((declaration) => on(declaration.feature)).map((declaration) => ({
    name: declaration.name,
    label: declaration.label ?? labelOf(declaration.name),
    labelPlural: declaration.labelPlural ?? `${declaration.label ?? labelOf(declaration.name)}s`,
    kind: 'standard',
    keyPrefix: declaration.prefix,
    setup: declaration.setup ?? false,
    sharingModel: declaration.sharing ?? 'ReadWrite',
    queryable: true,
    createable: allows(declaration, 'create'),
    updateable: allows(declaration, 'update'),
    deletable: allows(declaration, 'delete'),
    fields: [idField(), ...declaration.fields.filter((field) => on(field.feature)).map(toField), ...auditFields(declaration.audit)],
    validationRules: [],
    recordTypes: [],
    ...(declaration.share ? { share: declaration.share } : {}),
  }));
}

function allows(declaration: ObjectDeclaration, right: 'create' | 'update' | 'delete'): boolean {
  return declaration.allows?.includes(right) ?? true;
}

function toField(field: FieldDeclaration): FieldDraft {
  const has = (flag: Parameters<typeof field.flags.has>[0]): boolean => field.flags.has(flag);
  const auto = has('auto');
  const implied = fieldDraft(field.name, field.type, { length: field.length });
  const reference = field.type === 'reference';
  return {
    ...implied,
    label: field.label ?? labelOf(field.name),
    scale: field.scale ?? 0,
    nillable: !(has('required') || auto),
    createable: !(auto || has('readOnly') || has('updateOnly')),
    updateable: !(auto || has('readOnly') || has('createOnly')),
    filterable: implied.filterable && !has('noFilter'),
    sortable: implied.sortable && !has('noSort'),
    groupable: implied.groupable && !has('noGroup'),
    unique: has('unique'),
    caseSensitive: has('caseSensitive'),
    idLookup: has('idLookup'),
    autoNumber: auto,
    displayFormat: field.displayFormat ?? null,
    nameField: has('name'),
    // A read-only field that is never null is the platform's to fill.
    defaultedOnCreate: has('defaulted') || auto || (has('readOnly') && has('required')),
    defaultValue: field.initial ?? null,
    restrictedPicklist: has('restricted'),
    picklist: field.values.map(picklistValue),
    referenceTo: field.targets,
    relationshipName: reference ? (field.relationship ?? field.name.replace(/Id$/, '')) : null,
    childRelationshipName: field.child ?? null,
    deleteRule: field.deleteRule ?? (has('masterDetail') ? 'cascade' : 'setNull'),
    masterDetail: has('masterDetail'),
    writeOnce: has('masterDetail') && has('createOnly'),
  };
}

function picklistValue(entry: string): PicklistValue {
  const bar = entry.indexOf('|');
  const value = bar < 0 ? entry : entry.slice(0, bar);
  return { value, label: bar < 0 ? entry : entry.slice(bar + 1), active: true, isDefault: false };
}
