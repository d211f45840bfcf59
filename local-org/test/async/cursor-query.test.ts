import { describe, expect, it } from 'vitest';
import { selectById } from '../../src/async/cursor-query';

describe('the two halves of a cursor', () => {
  it('keeps the select list, parent paths and subqueries, and drops order and limit', () => {
    const { soql, ids } = selectById(
      "SELECT Id, Owner.Name, (SELECT Id FROM Contacts WHERE Name = 'from x') FROM Account WHERE Name = ' from ' ORDER BY Name LIMIT 5",
    );
    expect(soql).toBe("SELECT Id, Owner.Name, (SELECT Id FROM Contacts WHERE Name = 'from x') FROM Account  WHERE Id IN :cursorIds");
    expect(ids).toBe("SELECT Id FROM Account WHERE Name = ' from ' ORDER BY Name LIMIT 5");
  });

  it('keeps an alias and the access mode', () => {
    expect(selectById('select a.Id from Account a where a.Name != null with USER_MODE').soql).toBe(
      'SELECT a.Id from Account a WHERE Id IN :cursorIds with USER_MODE'.replace('a.Id from', 'a.Id FROM'),
    );
  });

  it.each(['SELECT count() c FROM Account GROUP BY Name', 'UPDATE Account', 'SELECT Id'])('refuses %s', (soql) => {
    expect(() => selectById(soql)).toThrow(expect.objectContaining({ typeName: 'System.QueryException' }) as Error);
  });
});
