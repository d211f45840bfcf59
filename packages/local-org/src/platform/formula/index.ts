import type { DataContext } from '../../data/port';
import { userTimeZone } from '../../data/time-zone';
import { loadByIds } from '../../data/whole';
import { toDecimal } from '../../kernel/decimals';
import type { SObject } from '../../kernel/sobject';
import { ApexDate, ApexDatetime, ApexTime, Decimal } from '../../kernel/values';
import type { ObjectType, ValidationRule } from '../../schema/model';
import { compileFormula, GLOBALS } from './check';
import { evaluate, LAZY, type Surroundings } from './evaluate';
import { FUNCTIONS, type Value } from './functions';
import type { Expression } from './parse';

export { compileFormula } from './check';
export { FormulaError } from './tokens';

const compiled = new WeakMap<ObjectType, Map<string, Expression>>();

/**
 * True when a validation rule refuses the record. Throws UnsupportedError for formulas that only the local org cannot evaluate.
 * `old` is null for a new record.
 */
export function violates(rule: ValidationRule, record: SObject, old: SObject | null, context: DataContext): boolean {
  const object = record.shape as ObjectType;
  let known = compiled.get(object);
  if (!known) compiled.set(object, (known = new Map()));
  let expression = known.get(rule.formula);
  if (!expression) known.set(rule.formula, (expression = compileFormula(rule.formula, object, context.schema)));
  return evaluate(expression, surroundings(record, old, context)) === true;
}

function surroundings(record: SObject, old: SObject | null, context: DataContext): Surroundings {
  return {
    now: context.clock.now(),
    zone: userTimeZone(context),
    isNew: old === null,
    field: (path) => fieldAt(record, path, context),
    prior: (path) => (old ? fieldAt(old, path, context) : null),
  };
}

function fieldAt(record: SObject, path: readonly string[], context: DataContext): Value {
  const [first = '', ...rest] = path;
  if (first.startsWith('$')) return globalAt(first.toLowerCase(), rest[0] ?? '', record, context);
  if (rest.length === 0) return toValue(record.get(first), record.shape as ObjectType, first);
  const lookup = (record.shape as ObjectType).parentField(first);
  const id = lookup ? record.get(lookup.name) : null;
  const target = context.schema.object(lookup?.referenceTo[0] ?? '');
  const parent = typeof id === 'string' && target ? loadByIds(context.store, target, [id]).get(id) : undefined;
  return parent ? fieldAt(parent, rest, context) : null;
}

function globalAt(name: string, field: string, record: SObject, context: DataContext): Value {
  if (name === '$permission') return context.access.hasCustomPermission(context.userId, field);
  const one = (object: string | undefined, id: unknown): SObject | undefined => {
    const type = context.schema.object(object ?? '');
    return type && typeof id === 'string' ? loadByIds(context.store, type, [id]).get(id) : undefined;
  };
  const user = one('User', context.userId);
  const records: Readonly<Record<string, () => SObject | undefined>> = {
    $user: () => user,
    $profile: () => one('Profile', user?.get('ProfileId')),
    $userrole: () => one('UserRole', user?.get('UserRoleId')),
    $recordtype: () => one('RecordType', record.get('RecordTypeId')),
    $organization: () => one('Organization', context.store.prepare('SELECT "Id" FROM "Organization" LIMIT 1').get()?.[0]),
  };
  const found = records[name]?.();
  const type = context.schema.object(name === '$recordtype' ? 'RecordType' : (GLOBALS[name] ?? ''));
  return found && type ? toValue(found.get(field), type, field) : null;
}

/** A field's kernel value as formulas see it: numbers are decimals, a checkbox is never empty. */
function toValue(value: unknown, object: ObjectType, field: string): Value {
  if (value === null || value === undefined) return object.field(field)?.type === 'boolean' ? false : null;
  if (typeof value === 'number' || typeof value === 'bigint') return toDecimal(value);
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (value instanceof Decimal || value instanceof ApexDate || value instanceof ApexDatetime || value instanceof ApexTime) return value;
  return null;
}

/** Functions that validation rules may use, for docs/coverage.md. */
export const FORMULA_COVERAGE: readonly string[] = [...Object.keys(LAZY), ...Object.keys(FUNCTIONS)].sort();
