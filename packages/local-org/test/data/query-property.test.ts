import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ApexDate, Decimal } from '../../src/kernel/values';
import { field, garageObjects, object, openOrg, text } from './support';

/**
 * Random conditions over random rows, answered by SQL and by the plainest reading of the rules: text without
 * regard to case, empty is null, `!=`, NOT IN and NOT include nulls, order comparisons never match null.
 */
interface Values {
  text: string | null;
  number: number | null;
  day: number | null;
  flag: boolean;
}
type Condition = { soql: string; holds: (row: Values) => boolean };

const words = ['a', 'A', 'ab', 'Ä', 'ä', 'b_', '%', 'ß', 'Zoë', "O'N", 'a\\b', 'ΑΣ', 'ας'];
const lower = (text: string): string => text.toLowerCase().normalize('NFC');
const quote = (text: string): string => `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`;
const iso = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

const rowArb: fc.Arbitrary<Values> = fc.record({
  text: fc.option(fc.constantFrom(...words)),
  number: fc.option(fc.integer({ min: -3, max: 3 })),
  day: fc.option(fc.integer({ min: 20_000, max: 20_003 })),
  flag: fc.boolean(),
});

const operators = {
  '=': (a: number) => a === 0,
  '!=': (a: number) => a !== 0,
  '<': (a: number) => a < 0,
  '<=': (a: number) => a <= 0,
  '>': (a: number) => a > 0,
  '>=': (a: number) => a >= 0,
};
type Operator = keyof typeof operators;
const operatorArb = fc.constantFrom(...(Object.keys(operators) as Operator[]));

function compares(left: number | string | null, operator: Operator, right: number | string | null): boolean {
  if (right === null || left === null) {
    if (operator === '=') return left === right;
    return operator === '!=' && left !== right;
  }
  return operators[operator](left === right ? 0 : left < right ? -1 : 1);
}

const key = (text: string | null): string | null => (text === null ? null : lower(text));
const equalityArb = fc.constantFrom<Operator>('=', '!=');
const leafArb: fc.Arbitrary<Condition> = fc.oneof(
  fc.tuple(equalityArb, fc.option(fc.constantFrom(...words, ''))).map(([op, value]) => ({
    soql: `Name ${op} ${value === null ? 'null' : quote(value)}`,
    holds: (row: Values) => compares(key(row.text), op, value === '' ? null : key(value)),
  })),
  fc.tuple(operatorArb, fc.option(fc.integer({ min: -3, max: 3 }))).map(([op, value]) => ({
    soql: `Size__c ${op} ${value}`,
    holds: (row: Values) => compares(row.number, op, value),
  })),
  fc.tuple(operatorArb, fc.integer({ min: 20_000, max: 20_003 })).map(([op, value]) => ({
    soql: `Born__c ${op} ${iso(value)}`,
    holds: (row: Values) => compares(row.day, op, value),
  })),
  fc.boolean().map((value) => ({ soql: `Flag__c = ${value}`, holds: (row: Values) => row.flag === value })),
  fc.tuple(fc.boolean(), fc.array(fc.option(fc.constantFrom(...words)), { minLength: 1, maxLength: 4 })).map(([negated, list]) => ({
    soql: `Name ${negated ? 'NOT IN' : 'IN'} (${list.map((v) => (v === null ? 'null' : quote(v))).join(', ')})`,
    holds: (row: Values) => list.map(key).includes(key(row.text)) !== negated,
  })),
  fc.constantFrom('a', 'ä', 'b_', '%', "o'", 'α').map((part) => ({
    soql: `Name LIKE ${quote(part).replace(/[%_]/g, '\\$&').slice(0, -1)}%'`,
    holds: (row: Values) => row.text !== null && lower(row.text).startsWith(lower(part)),
  })),
);
const { condition: conditionArb } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leafArb,
    tie('condition').map((c) => ({ soql: `(NOT (${c.soql}))`, holds: (row: Values) => !c.holds(row) })),
    fc.tuple(fc.constantFrom('AND', 'OR'), tie('condition'), tie('condition')).map(([word, a, b]) => ({
      soql: `((${a.soql}) ${word} (${b.soql}))`,
      holds: (row: Values) => (word === 'AND' ? a.holds(row) && b.holds(row) : a.holds(row) || b.holds(row)),
    })),
  ),
}));

it('SQL answers conditions as the rules do', () => {
  fc.assert(
    fc.property(
      fc.array(rowArb, { minLength: 1, maxLength: 12 }),
      fc.array(conditionArb, { minLength: 5, maxLength: 25 }),
      (rows, conditions) => {
        const org = openOrg(drafts());
        org.insert(
          ...rows.map((row) =>
            org.make('Thing__c', {
              Name: row.text,
              Size__c: row.number === null ? null : new Decimal(BigInt(row.number), 0),
              Born__c: row.day === null ? null : new ApexDate(row.day),
              Flag__c: row.flag,
            }),
          ),
        );
        const ids = org.query('SELECT Id FROM Thing__c').map((r) => r.id);
        for (const { soql, holds } of conditions) {
          const found = org.query(`SELECT Id FROM Thing__c WHERE ${soql}`).map((r) => ids.indexOf(r.id));
          expect(found, soql).toEqual(rows.flatMap((row, i) => (holds(row) ? [i] : [])));
        }
        org.store.close();
      },
    ),
    { numRuns: 60 },
  );
});

function drafts() {
  return [
    ...garageObjects().slice(0, 2),
    object('Thing__c', 'a0T', [
      text('Name'),
      field('Size__c', 'double', { precision: 5 }),
      field('Born__c', 'date'),
      field('Flag__c', 'boolean'),
    ]),
  ];
}
