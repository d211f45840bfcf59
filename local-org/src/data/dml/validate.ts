import { UnsupportedError } from '../../kernel/exceptions';
import { equalsExactly } from '../../kernel/equality';
import { plainText, precisionOf } from '../../kernel/decimals';
import { clip, isLongerThan, isStorable } from '../../kernel/text';
import { Decimal } from '../../kernel/values';
import type { Field, ObjectType } from '../../schema/model';
import { isText } from '../../soql/naming';
import { isAlive, type Statement, type WorkRow } from './statement';
import { isPlatformOwned } from './systemFields';

const EMAIL = /^[^\s@,;:<>()[\]"\\]+@[^\s@,;:<>()[\]"\\.]+(?:\.[^\s@,;:<>()[\]"\\.]+)+$/;

interface Checks {
  readonly required: readonly Field[];
  /** Filled by the platform on insert, so that only an update can empty them. */
  readonly defaulted: readonly Field[];
  readonly limited: readonly Field[];
}
const checksOf = new WeakMap<ObjectType, Checks>();

function checksFor(object: ObjectType): Checks {
  let known = checksOf.get(object);
  if (!known) {
    const own = object.fields.filter((field) => !isPlatformOwned(field));
    const needed = own.filter((f) => !f.nillable && f.type !== 'boolean');
    known = {
      required: needed.filter((f) => f.createable && !f.defaultedOnCreate),
      defaulted: needed.filter((f) => f.updateable && f.defaultedOnCreate),
      limited: own.filter((f) => isText(f) || f.precision > 0),
    };
    checksOf.set(object, known);
  }
  return known;
}

/**
 * The platform's own checks of a record that is about to be written: required fields, lengths, restricted picklists,
 * e-mail form, ranges. On update only values that change are judged.
 */
export function validateFields(rows: readonly WorkRow[], statement: Statement): void {
  const { required, defaulted, limited } = checksFor(statement.object);
  for (const row of rows) {
    const { values } = row.record;
    const isEmpty = (field: Field): boolean => values[field.slot] === null || values[field.slot] === undefined;
    const missing = required.filter(isEmpty);
    if (row.old) missing.push(...defaulted.filter((field) => isEmpty(field) && changes(row, field)));
    if (missing.length > 0) {
      const names = missing.map((field) => field.name);
      row.fail('REQUIRED_FIELD_MISSING', `Required fields are missing: [${names.join(', ')}]`, names);
    }
    for (const field of limited) {
      const value = values[field.slot];
      if (value === null || value === undefined || (row.old && row.old.values[field.slot] === value)) continue;
      if (typeof value === 'string') checkText(row, field, value);
      else if (value instanceof Decimal) checkRange(row, field, value);
    }
  }
}

function checkText(row: WorkRow, field: Field, value: string): void {
  // What the store would refuse costs one row here, there the statement.
  if (!isStorable(value)) {
    row.fail('FIELD_INTEGRITY_EXCEPTION', `${field.label}: NUL and unpaired surrogates cannot be stored`, [field.name]);
  } else if (field.length > 0 && isLongerThan(value, field.length)) {
    row.fail('STRING_TOO_LONG', `${field.label}: data value too large: ${clip(value)} (max length=${field.length})`, [field.name]);
  } else if (field.type === 'email') {
    if (!EMAIL.test(value)) row.fail('INVALID_EMAIL_ADDRESS', `${field.label}: invalid email address: ${clip(value)}`, [field.name]);
  } else if (field.restrictedPicklist && field.picklist.length > 0) {
    const parts = field.type === 'multipicklist' ? value.split(';') : [value];
    const bad = parts.find((part) => !field.picklist.some((allowed) => allowed.active && allowed.value === part));
    if (bad !== undefined) {
      row.fail('INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', `${field.label}: bad value for restricted picklist field: ${clip(bad)}`, [
        field.name,
      ]);
    }
  }
}

function checkRange(row: WorkRow, field: Field, value: Decimal): void {
  if (field.precision === 0 || precisionOf(value) - value.scale <= field.precision - field.scale) return;
  row.fail('NUMBER_OUTSIDE_VALID_RANGE', `${field.label}: value outside of valid range on numeric field: ${plainText(value)}`, [
    field.name,
  ]);
}

/** Active validation rules on the merged record, every one on every save (aer's changelog). */
export function validateRules(rows: readonly WorkRow[], statement: Statement): void {
  const rules = statement.object.validationRules.filter((rule) => rule.active);
  if (rules.length === 0) return;
  const { formula } = statement.settings;
  if (!formula) throw new UnsupportedError(`validation rules (${statement.object.name}.${rules[0]?.name})`);
  for (const row of rows.filter(isAlive)) {
    for (const rule of rules) {
      if (!formula(rule, row.record, row.old, statement.context)) continue;
      row.fail('FIELD_CUSTOM_VALIDATION_EXCEPTION', rule.message, rule.errorField ? [rule.errorField] : []);
    }
  }
}

/** True when the row gives the field a value other than the stored one. */
export function changes(row: WorkRow, field: Field): boolean {
  return !row.old || !equalsExactly(row.record.values[field.slot] ?? null, row.old.values[field.slot] ?? null);
}
