import { describe, expect, it } from 'vitest';
import { byIds, idsOnly, outline, withLimit } from '../../src/rest/shared/select';
import { selectionOf } from '../../src/rest/shared/records';

describe('the outline of a query', () => {
  it('is not misled by texts, parentheses and objects with the names of clauses', () => {
    const tricky =
      "SELECT Id, (SELECT Id FROM Contacts LIMIT 1), toLabel(Rating) FROM Account a WHERE Name = 'x\\' FROM y LIMIT 3' ORDER BY Name FOR VIEW";
    const o = outline(tricky);
    expect(o?.items).toEqual(['Id', '(SELECT Id FROM Contacts LIMIT 1)', 'toLabel(Rating)']);
    expect([o?.from, o?.has('limit'), o?.has('order')]).toEqual(['Account a', false, true]);
    expect(o && withLimit(o, 5)).toBe(tricky.replace(' FOR VIEW', ' LIMIT 5 FOR VIEW'));
    for (const object of ['Order', 'Group']) {
      const named = outline(`SELECT Id FROM ${object}`);
      expect([named?.from, named?.isAggregate, named && withLimit(named, 2)]).toEqual([object, false, `SELECT Id FROM ${object} LIMIT 2`]);
    }
  });

  it('knows counts and aggregates', () => {
    expect(outline('select count() from Account')).toMatchObject({ isCount: true });
    expect(outline('SELECT COUNT(Id) FROM Account')).toMatchObject({ isCount: false, isAggregate: true });
    expect(outline('SELECT Name FROM Account GROUP BY Name')).toMatchObject({ isAggregate: true });
    expect(outline('DELETE FROM Account')).toBeNull();
  });

  it('gives the ids and the pages of a query', () => {
    const o = outline('SELECT Name, Owner.Name FROM Account WHERE Name != null ORDER BY Name');
    expect(o && idsOnly(o)).toBe('SELECT Id FROM Account WHERE Name != null ORDER BY Name');
    expect(o && byIds(o)).toBe('SELECT Name, Owner.Name FROM Account WHERE Id IN :ids');
  });
});

describe('the selection', () => {
  it('nests parents and children and takes aliases off', () => {
    const { fields } = selectionOf('SELECT a.Name, a.Owner.Profile.Name, Owner.Email, (SELECT LastName FROM Contacts) FROM Account a');
    expect([...fields.keys()]).toEqual(['name', 'owner', 'contacts']);
    const owner = fields.get('owner');
    expect(typeof owner === 'object' && [...owner.fields.keys()]).toEqual(['profile', 'email']);
  });
});
