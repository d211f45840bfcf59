import fc from 'fast-check';
import { text } from './values';
import type { ObjectInfo, World } from './world';

const literal = fc.oneof(
  text.map((it) => `'${it.replace(/['\\]/g, '\\$&')}'`),
  text,
  fc.integer().map(String),
  fc.double().map(String),
  fc.constantFrom(
    'null',
    'TRUE',
    'TODAY',
    'LAST_N_DAYS:7',
    'LAST_N_DAYS:99999999',
    '2026-01-01',
    '2026-01-01T00:00:00Z',
    "'\\u0000'",
    ':x',
    '(1, 2)',
    "('a')",
  ),
);

const operator = fc.constantFrom('=', '!=', '<', '>=', 'LIKE', 'IN', 'NOT IN', 'INCLUDES', 'x');
const bound = fc.constantFrom('0', '1', '5', '-1', '2001', '99999999999999999999', 'x');

function statement({ name, fields }: ObjectInfo): fc.Arbitrary<string> {
  const field = fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...fields.map((one) => one.name)) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        'COUNT()',
        'COUNT(Id)',
        'MAX(Name)',
        'Owner.Name',
        'Nope__c',
        '(SELECT Id FROM Contacts)',
        'FORMAT(Id)',
        'FIELDS(ALL)',
      ),
    },
  );
  const condition = fc.tuple(field, operator, literal).map((it) => it.join(' '));
  const where = fc.array(condition, { maxLength: 3 }).map((it) => (it.length > 0 ? ` WHERE ${it.join(' AND ')}` : ''));
  const group = fc.option(field, { nil: null, freq: 6 }).map((it) => (it === null ? '' : ` GROUP BY ${it}`));
  const order = fc.option(field, { nil: null }).map((it) => (it === null ? '' : ` ORDER BY ${it}`));
  const limit = fc.option(bound, { nil: null }).map((it) => (it === null ? ' LIMIT 20' : ` LIMIT ${it}`));
  const offset = fc.option(bound, { nil: null, freq: 6 }).map((it) => (it === null ? '' : ` OFFSET ${it}`));
  return fc
    .tuple(fc.array(field, { minLength: 1, maxLength: 4 }), where, group, order, limit, offset)
    .map(([items, ...rest]) => `SELECT ${items.join(', ')} FROM ${name}${rest.join('')}`);
}

/** Statements over objects and fields that exist, with clauses and literals that need not fit; some are cut or no SOQL at all. */
export function soql(world: World): fc.Arbitrary<string> {
  const whole = fc.constantFrom(...world.objects).chain(statement);
  const cut = fc.tuple(whole, fc.nat(200)).map(([it, at]) => it.slice(0, at) + it.slice(at + 3));
  return fc.oneof({ weight: 8, arbitrary: whole }, { weight: 2, arbitrary: cut }, { weight: 1, arbitrary: text });
}
