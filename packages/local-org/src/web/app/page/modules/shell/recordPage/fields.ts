import type { FieldDescribe, LayoutSection, ObjectDescribe, RecordData } from '../../../runtime/model';
import { texts } from '../../../runtime/texts';

/** One field as the record page shows it. */
export interface ShownField {
  readonly name: string;
  readonly label: string;
  readonly text: string;
  /** Exactly one of the kinds is true. */
  readonly isDate: boolean;
  readonly isDateTime: boolean;
  readonly isLink: boolean;
  readonly isText: boolean;
  readonly empty: boolean;
  readonly url: string;
}

const SYSTEM = new Set([
  'Id',
  'CreatedById',
  'CreatedDate',
  'LastModifiedById',
  'LastModifiedDate',
  'SystemModstamp',
  'IsDeleted',
  'LastViewedDate',
  'LastReferencedDate',
]);

/** Kept by the platform for itself. */
const OF_THE_PLATFORM = new Set(['Id', 'IsDeleted', 'SystemModstamp', 'LastViewedDate', 'LastReferencedDate']);

export const isSystem = (name: string): boolean => SYSTEM.has(name);

/** Fields under their headings: those of the layout where there is one, and what it leaves out is left out. */
export function inSections(
  fields: readonly ShownField[],
  layout: readonly LayoutSection[] | undefined,
): readonly { readonly label: string; readonly fields: readonly ShownField[] }[] {
  const byName = new Map(fields.map((field) => [field.name, field]));
  const sections = layout
    ? layout.map(({ label, fields: names }) => ({ label, fields: names.flatMap((name) => byName.get(name) ?? []) }))
    : [
        { label: texts().information, fields: fields.filter((field) => !isSystem(field.name)) },
        { label: 'System Information', fields: fields.filter((field) => isSystem(field.name) && !OF_THE_PLATFORM.has(field.name)) },
      ];
  return sections.filter((section) => section.fields.length > 0);
}

/** References of a record: field, target object and id. Polymorphic fields are told apart by the id's key prefix. */
export function references(
  about: ObjectDescribe,
  record: RecordData,
): readonly { field: string; targets: readonly string[]; id: string }[] {
  return about.fields.flatMap((field) => {
    const id = record[field.name];
    return field.type === 'reference' && typeof id === 'string' ? [{ field: field.name, targets: field.referenceTo, id }] : [];
  });
}

/** Turns a record into rows to show: its name first, then in the order of the describe; named references as links. */
export function shownFields(
  about: ObjectDescribe,
  record: RecordData,
  names: ReadonlyMap<string, { readonly name: string; readonly url: string }>,
): readonly ShownField[] {
  const visible = about.fields.filter((field) => field.name in record);
  return [...visible.filter((field) => field.nameField), ...visible.filter((field) => !field.nameField)].map((field) =>
    shown(field, record[field.name], names),
  );
}

function shown(
  field: FieldDescribe,
  value: unknown,
  names: ReadonlyMap<string, { readonly name: string; readonly url: string }>,
): ShownField {
  const empty = value === null || value === undefined || value === '';
  const link = typeof value === 'string' ? names.get(value) : undefined;
  const isLink = field.type === 'reference' && link !== undefined;
  const isDate = !empty && field.type === 'date';
  const isDateTime = !empty && field.type === 'datetime';
  return {
    name: field.name,
    // a name is shown, not the id
    label: isLink ? field.label.replace(/ ID$/, '') : field.label,
    text: empty ? '—' : isLink ? link.name : textOf(field, value),
    isDate,
    isDateTime,
    isLink,
    isText: !isDate && !isDateTime && !isLink,
    empty,
    url: isLink ? link.url : '',
  };
}

function textOf(field: FieldDescribe, value: unknown): string {
  if (typeof value === 'boolean') return value ? texts().yes : texts().no;
  if (typeof value === 'object' && value !== null) {
    const parts = Object.entries(value)
      .filter(([name, part]) => name !== 'attributes' && part !== null && part !== '')
      .map(([, part]) => String(part));
    return parts.join(', ');
  }
  const text = String(value);
  return field.picklistValues?.find((option) => option.value === text)?.label ?? text;
}
