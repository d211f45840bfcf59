import { UnsupportedError } from '../../kernel/exceptions';
import { equalsExactly } from '../../kernel/equality';
import type { Field, ObjectType } from '../../schema/model';
import { faultOf, isLimited } from './field-value';
import { isAlive, type Statement, type WorkRow } from './statement';
import { isPlatformOwned } from './system-fields';

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
      limited: own.filter(isLimited),
    };
    checksOf.set(object, known);
  }
  return known;
}

/**
 * The platform's own checks of a record that is about to be written: required fields, lengths, restricted picklists,
 * e-mail form, ranges of numbers and dates. On update only values that change are judged.
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
      const fault = faultOf(field, value);
      if (fault) row.fail(fault.statusCode, fault.message, [field.name]);
    }
  }
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
