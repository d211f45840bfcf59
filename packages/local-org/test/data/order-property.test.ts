import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Decimal } from '../../src/kernel/values';
import { field, garageObjects, object, openOrg, text } from './support';

/** ORDER BY over several keys with LIMIT and OFFSET, against a plain stable sort of the same rows. */
interface Values {
  name: string | null;
  size: number | null;
}
interface Key {
  by: 'Name' | 'Size__c';
  descending: boolean;
  nulls: '' | 'FIRST' | 'LAST';
}

const rowArb: fc.Arbitrary<Values> = fc.record({
  name: fc.option(fc.constantFrom('Eva', 'eva', 'Éva', 'Evb', 'Zoë', 'Zoe', 'zoë', 'Łukasz', 'Lukas', 'ß', 'ss', 'Яна')),
  size: fc.option(fc.integer({ min: 0, max: 2 })),
});
const keyArb: fc.Arbitrary<Key> = fc.record({
  by: fc.constantFrom('Name', 'Size__c'),
  descending: fc.boolean(),
  nulls: fc.constantFrom('', 'FIRST', 'LAST'),
});

const folded = (name: string): string => name.toLowerCase().normalize('NFC');
const letters = (name: string): string =>
  folded(name)
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace('ł', 'l')
    .replace('ß', 'ss');
const order = <T>(a: T, b: T): number => (a === b ? 0 : a < b ? -1 : 1);

function compare(a: Values, b: Values, { by, descending, nulls }: Key): number {
  const [x, y] = by === 'Name' ? [a.name, b.name] : [a.size, b.size];
  if (x === null || y === null) return x === y ? 0 : (x === null) === (nulls !== 'LAST') ? -1 : 1;
  const result =
    typeof x === 'string' ? order(letters(x), letters(String(y))) || order(folded(x), folded(String(y))) : order(x, y as number);
  return descending ? -result : result;
}

const drafts = [...garageObjects().slice(0, 2), object('Thing__c', 'a0T', [text('Name'), field('Size__c', 'double', { precision: 5 })])];

it('rows come in the order of the keys, equal ones as they were inserted', () => {
  fc.assert(
    fc.property(
      fc.array(rowArb, { maxLength: 15 }),
      fc.array(keyArb, { minLength: 1, maxLength: 3 }),
      fc.nat(6),
      fc.nat(6),
      (rows, keys, limit, offset) => {
        const org = openOrg(drafts);
        org.insert(
          ...rows.map((row) =>
            org.make('Thing__c', { Name: row.name, Size__c: row.size === null ? null : new Decimal(BigInt(row.size), 0) }),
          ),
        );
        const ids = org.query('SELECT Id FROM Thing__c').map((record) => record.id);
        const terms = keys.map(({ by, descending, nulls }) => `${by} ${descending ? 'DESC' : 'ASC'}${nulls ? ` NULLS ${nulls}` : ''}`);
        const soql = `SELECT Id FROM Thing__c ORDER BY ${terms.join(', ')} LIMIT ${limit} OFFSET ${offset}`;
        const found = org.query(soql).map((record) => ids.indexOf(record.id));
        const wanted = rows
          .map((row, index) => ({ row, index }))
          .sort((a, b) => keys.reduce((result, key) => result || compare(a.row, b.row, key), 0) || a.index - b.index)
          .slice(offset, offset + limit)
          .map(({ index }) => index);
        expect(found, soql).toEqual(wanted);
        org.store.close();
      },
    ),
    { numRuns: 150 },
  );
});
