import type { FieldDescribe, LayoutSection, ObjectDescribe, RecordData } from './model';
import { texts } from './texts';

export type InputKind = 'text' | 'email' | 'tel' | 'url' | 'number' | 'date' | 'datetime' | 'checkbox' | 'textarea' | 'picklist' | 'lookup';

/** A field as a form asks for it. */
export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly kind: InputKind;
  readonly required: boolean;
  readonly maxLength: number | null;
  readonly step: string | null;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly targets: readonly string[];
}

export interface FormSection {
  readonly key: string;
  readonly label: string;
  readonly fields: readonly FormField[];
}

const KINDS: Readonly<Record<string, InputKind>> = {
  string: 'text',
  email: 'email',
  phone: 'tel',
  url: 'url',
  int: 'number',
  double: 'number',
  currency: 'number',
  percent: 'number',
  date: 'date',
  datetime: 'datetime',
  boolean: 'checkbox',
  textarea: 'textarea',
  picklist: 'picklist',
  reference: 'lookup',
};

/** What a form asks for, in the order of the layout where there is one. What the user may not write it does not ask for. */
export function formSections(about: ObjectDescribe, layout: readonly LayoutSection[] | undefined, isNew: boolean): readonly FormSection[] {
  const writable = about.fields.filter((field) => KINDS[field.type] && (isNew ? field.createable : field.updateable) === true);
  const byName = new Map(writable.map((field) => [field.name, field]));
  if (!layout) return [{ key: 'all', label: texts().information, fields: writable.map((field) => formField(field)) }];
  const placed = new Set(layout.flatMap((section) => section.fields));
  const sections = layout.map(({ label, fields }, index) => ({
    key: String(index),
    label,
    fields: fields.flatMap((name) => byName.get(name) ?? []).map((field) => formField(field)),
  }));
  // without them nothing could be saved
  const missing = isNew ? writable.filter((field) => isRequired(field) && !placed.has(field.name)) : [];
  const all =
    missing.length === 0
      ? sections
      : [...sections, { key: 'required', label: texts().required, fields: missing.map((field) => formField(field)) }];
  return all.filter(({ fields }) => fields.length > 0);
}

const isRequired = ({ nillable, defaultedOnCreate, type }: FieldDescribe): boolean =>
  nillable === false && defaultedOnCreate !== true && type !== 'boolean';

function formField(field: FieldDescribe): FormField {
  const kind = KINDS[field.type] ?? 'text';
  const required = isRequired(field);
  const empty = { value: '', label: '--None--' };
  const options = kind === 'picklist' ? [...(required ? [] : [empty]), ...(field.picklistValues ?? [])] : [];
  return {
    name: field.name,
    label: kind === 'lookup' ? field.label.replace(/ ID$/, '') : field.label,
    kind,
    required,
    maxLength: ['text', 'email', 'tel', 'url', 'textarea'].includes(kind) && field.length ? field.length : null,
    step: kind === 'number' ? (10 ** -(field.scale ?? 0)).toFixed(field.scale ?? 0) : null,
    options: options.map(({ value, label }) => ({ value, label })),
    targets: field.referenceTo,
  };
}

/** What a REST resource takes for what a person entered. */
export function sentValue(kind: InputKind, value: string | boolean): unknown {
  if (typeof value === 'boolean') return value;
  if (value === '') return null;
  return kind === 'number' ? Number(value) : value;
}

/** Only what is another value than before: two people who edit different fields do not overwrite each other. */
export function changesOf(
  fields: readonly FormField[],
  values: ReadonlyMap<string, string | boolean>,
  before: RecordData | null,
): RecordData {
  const entries = fields.flatMap(({ name, kind }): [string, unknown][] => {
    const value = values.get(name);
    if (value === undefined) return [];
    const sent = sentValue(kind, value);
    const old = before === null ? (kind === 'checkbox' ? undefined : null) : (before[name] ?? null);
    return Object.is(sent, old) ? [] : [[name, sent]];
  });
  return Object.fromEntries(entries);
}
