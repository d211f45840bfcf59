import { Decimal } from '../kernel/values';
import { fieldDraft, labelOf, type FieldDraft } from './draft';
import type { Field, PicklistValue } from './model';
import { bool, node, nodes, number, text, type Parsed } from './parsed';

export type ValueSets = ReadonlyMap<string, readonly Parsed[]>;
/** A field, or why the local org cannot have it. */
type FieldResult = FieldDraft | { unsupported: string };

const TYPES: Readonly<Record<string, Field['type']>> = {
  AutoNumber: 'string',
  Checkbox: 'boolean',
  Currency: 'currency',
  Date: 'date',
  DateTime: 'datetime',
  Email: 'email',
  EncryptedText: 'encryptedstring',
  Hierarchy: 'reference',
  Html: 'textarea',
  LongTextArea: 'textarea',
  Lookup: 'reference',
  MasterDetail: 'reference',
  MetadataRelationship: 'reference',
  MultiselectPicklist: 'multipicklist',
  Number: 'double',
  Percent: 'percent',
  Phone: 'phone',
  Picklist: 'picklist',
  Text: 'string',
  TextArea: 'textarea',
  Time: 'time',
  Url: 'url',
};
/** What metadata relationships may lead to on the platform and cannot here. */
const METADATA_TARGETS = new Set(['FieldDefinition', 'EntityParticle']);
/** Lengths of types whose metadata carries none (Metadata API Developer Guide, CustomField). */
const FIXED_LENGTH: Readonly<Record<string, number>> = {
  Email: 80,
  Phone: 40,
  TextArea: 255,
  Url: 255,
  Picklist: 255,
  MultiselectPicklist: 4099,
  Lookup: 18,
  MasterDetail: 18,
  Hierarchy: 18,
  MetadataRelationship: 18,
  AutoNumber: 30,
};

/**
 * Reads one CustomField of the metadata. A geolocation is three fields: the compound, which stores nothing, and its two numbers
 * `X__Latitude__s` and `X__Longitude__s` (Salesforce Help, "Geolocation Custom Field").
 */
export function customFields(parsed: Parsed, valueSets: ValueSets): FieldDraft[] | { unsupported: string } {
  if (text(parsed, 'type') === 'Location') return geolocation(parsed);
  const field = customField(parsed, valueSets);
  return 'unsupported' in field ? field : [field];
}

function geolocation(parsed: Parsed): FieldDraft[] {
  const name = text(parsed, 'fullName') ?? '';
  const label = text(parsed, 'label') ?? labelOf(name);
  const scale = number(parsed, 'scale') ?? 0;
  const part = (which: 'Latitude' | 'Longitude'): FieldDraft =>
    fieldDraft(name.replace(/__c$/, `__${which}__s`), 'double', {
      label: `${label} (${which})`,
      custom: true,
      precision: scale + 3,
      scale,
    });
  const compound = fieldDraft(name, 'location', { label, createable: false, updateable: false, sortable: false });
  return [part('Latitude'), part('Longitude'), compound];
}

function customField(parsed: Parsed, valueSets: ValueSets): FieldResult {
  const name = text(parsed, 'fullName') ?? '';
  const kind = text(parsed, 'type') ?? '';
  if (text(parsed, 'formula') !== null) return { unsupported: 'formula fields' };
  if (kind === 'MetadataRelationship' && METADATA_TARGETS.has(text(parsed, 'referenceTo') ?? '')) {
    return { unsupported: `relationships to ${text(parsed, 'referenceTo')}` };
  }
  // Objects are referred to by their API names.
  const toObject = kind === 'MetadataRelationship' && text(parsed, 'referenceTo') === 'EntityDefinition';
  const type = toObject ? 'string' : TYPES[kind];
  if (type === undefined) return { unsupported: `fields of type ${kind === '' ? '(none)' : kind}` };
  const values = type === 'picklist' || type === 'multipicklist' ? picklistOf(parsed, valueSets) : [];
  if (values === null)
    return {
      unsupported: `the value set of this picklist, ${text(node(parsed, 'valueSet'), 'valueSetName')}, which the project does not contain`,
    };
  const initial = defaultOf(parsed, type, values);
  const auto = kind === 'AutoNumber';
  const required = bool(parsed, 'required') || kind === 'MasterDetail' || type === 'boolean' || auto;
  const externalId = bool(parsed, 'externalId');
  return fieldDraft(name, type, {
    label: text(parsed, 'label') ?? labelOf(name),
    ...(parsed['$translations'] ? { translations: parsed['$translations'] as Record<string, string> } : {}),
    length: number(parsed, 'length') ?? (toObject ? 70 : FIXED_LENGTH[kind]) ?? 0,
    ...precision(parsed, type),
    nillable: !required,
    createable: !auto,
    unique: bool(parsed, 'unique'),
    caseSensitive: bool(parsed, 'caseSensitive'),
    externalId,
    // External ids and unique fields serve upsert and record lookup alike.
    idLookup: externalId || bool(parsed, 'unique'),
    autoNumber: auto,
    displayFormat: auto ? (text(parsed, 'displayFormat') ?? '{0}') : null,
    defaultedOnCreate: auto || type === 'boolean' || initial !== null,
    defaultValue: initial,
    restrictedPicklist: bool(node(parsed, 'valueSet'), 'restricted'),
    picklist: values,
    ...reference(parsed, name, kind),
    updateable: !auto && !(kind === 'MasterDetail' && !bool(parsed, 'reparentableMasterDetail')),
  });
}

function precision(parsed: Parsed, type: Field['type']): Partial<FieldDraft> {
  if (type !== 'double' && type !== 'currency' && type !== 'percent') return {};
  return { precision: number(parsed, 'precision') ?? 18, scale: number(parsed, 'scale') ?? 0 };
}

function reference(parsed: Parsed, name: string, kind: string): Partial<FieldDraft> {
  if (TYPES[kind] !== 'reference') return {};
  const childName = text(parsed, 'relationshipName');
  const masterDetail = kind === 'MasterDetail';
  return {
    referenceTo: [kind === 'Hierarchy' ? 'User' : (text(parsed, 'referenceTo') ?? '')],
    relationshipName: name.replace(/__c$/, '__r'),
    childRelationshipName: childName === null ? null : `${childName}__r`,
    masterDetail,
    writeOnce: masterDetail && !bool(parsed, 'reparentableMasterDetail'),
    deleteRule: masterDetail ? 'cascade' : deleteRule(parsed),
  };
}

/** A required lookup cannot be cleared, so the platform restricts the delete of its target. */
function deleteRule(parsed: Parsed): Field['deleteRule'] {
  const rule = text(parsed, 'deleteConstraint');
  if (rule === 'Cascade') return 'cascade';
  return rule === 'Restrict' || bool(parsed, 'required') ? 'restrict' : 'setNull';
}

function picklistOf(parsed: Parsed, valueSets: ValueSets): PicklistValue[] | null {
  const set = node(parsed, 'valueSet');
  const shared = text(set, 'valueSetName');
  const entries = shared === null ? nodes(node(set, 'valueSetDefinition'), 'value') : valueSets.get(shared);
  return (
    entries?.map((entry) => ({
      value: text(entry, 'fullName') ?? '',
      label: text(entry, 'label') ?? text(entry, 'fullName') ?? '',
      active: text(entry, 'isActive') !== 'false',
      isDefault: bool(entry, 'default'),
    })) ?? null
  );
}

/** Literal defaults only: `true`, a number, a quoted text, a picklist's default entry. */
function defaultOf(parsed: Parsed, type: Field['type'], values: readonly PicklistValue[]): unknown {
  if (type === 'picklist' || type === 'multipicklist') return values.find((entry) => entry.isDefault)?.value ?? null;
  const source = text(parsed, 'defaultValue')?.trim() ?? null;
  if (type === 'boolean') return source === 'true';
  return source === null ? null : (literal(source) ?? null);
}

/** The default value of a field when it is a formula rather than a literal; null when there is nothing to evaluate. */
export function unreadDefault(parsed: Parsed): string | null {
  const source = text(parsed, 'defaultValue')?.trim() ?? null;
  if (source === null || text(parsed, 'type') === 'Checkbox') return null;
  return literal(source) === undefined ? source : null;
}

function literal(source: string): string | Decimal | undefined {
  const quoted = /^"([^"]*)"$|^'([^']*)'$/.exec(source);
  if (quoted) return quoted[1] ?? quoted[2] ?? '';
  const numeric = /^(-?)(\d+)(?:\.(\d+))?$/.exec(source);
  if (!numeric) return undefined;
  const fraction = numeric[3] ?? '';
  return new Decimal(BigInt(`${numeric[1]}${numeric[2]}${fraction}`), fraction.length);
}
