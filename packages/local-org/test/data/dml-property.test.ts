import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SObject } from '../../src/kernel/sobject';
import { openOrg, PARTIAL, SYSTEM } from './support';

/**
 * Random statements against a model of the table: whatever fails and whatever is rolled back, live records never share a
 * unique value, successes are what the table holds, and an all-or-none statement changes everything or nothing.
 */
type Operation = 'insert' | 'update' | 'delete' | 'undelete';
interface Step {
  operation: Operation;
  allOrNone: boolean;
  rows: { target: number; code: string | null; bad: boolean }[];
}

const stepArb: fc.Arbitrary<Step> = fc.record({
  operation: fc.constantFrom<Operation>('insert', 'insert', 'update', 'update', 'update', 'delete', 'undelete'),
  allOrNone: fc.boolean(),
  rows: fc.array(
    fc.record({
      target: fc.nat(9),
      code: fc.option(fc.constantFrom('a', 'A', 'b', 'c', 'É', 'é', ' d ')),
      bad: fc.constantFrom(false, false, false, true),
    }),
    { minLength: 1, maxLength: 5 },
  ),
});

interface Stored {
  code: string | null;
  deleted: boolean;
}
const normal = (code: string | null): string | null => (code === null ? null : code.trim());

it('the table is what the successful rows made of it, and unique values stay unique', () => {
  fc.assert(
    fc.property(fc.array(stepArb, { minLength: 1, maxLength: 12 }), (steps) => {
      const org = openOrg();
      org.triggers.set('Person__c', (_o, timing, _operation, news, olds) => {
        if (timing !== 'after') return;
        for (const record of news ?? olds ?? [])
          if (record.get('Notes__c') === 'bad') record.errors = [{ field: null, message: 'bad row' }];
      });
      const ids: string[] = [];
      const model = new Map<string, Stored>();
      for (const { operation, allOrNone, rows } of steps) {
        const records: SObject[] = [];
        for (const { target, code, bad } of rows) {
          const id = operation === 'insert' ? undefined : ids[target];
          if (operation !== 'insert' && (id === undefined || records.some((r) => r.id === id))) continue;
          records.push(
            org.make('Person__c', {
              ...(id ? { Id: id } : {}),
              ...(operation === 'delete' || operation === 'undelete' ? {} : { Code__c: code, Notes__c: bad ? 'bad' : null }),
            }),
          );
        }
        let results: { success: boolean; id: string | null }[];
        try {
          results = [...org.tx(() => org.data.dml(operation, records, allOrNone ? SYSTEM : PARTIAL))];
        } catch {
          results = records.map(() => ({ success: false, id: null }));
          if (operation === 'insert') expect(records.every((r) => r.id === null)).toBe(true);
        }
        results.forEach(({ success, id }, i) => {
          if (!success || id === null) return;
          if (operation === 'insert') ids.push(id);
          const given = (records[i] as SObject).get('Code__c') as string | null | undefined;
          const former = model.get(id);
          model.set(id, { code: given === undefined ? (former?.code ?? null) : normal(given), deleted: operation === 'delete' });
        });
        const stored = org.tx(() => org.data.queryText('SELECT Id, Code__c, IsDeleted FROM Person__c ALL ROWS', new Map(), SYSTEM));
        expect(stored.map((r) => [r.id, r.get('Code__c'), r.get('IsDeleted')])).toEqual(
          [...model].map(([id, m]) => [id, m.code, m.deleted]),
        );
        const live = [...model.values()].flatMap((m) => (m.deleted || m.code === null ? [] : [m.code.toLowerCase()]));
        expect(new Set(live).size, JSON.stringify(live)).toBe(live.length);
      }
      org.store.close();
    }),
    { numRuns: 80 },
  );
});
