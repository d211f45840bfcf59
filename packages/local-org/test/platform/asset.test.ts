import { describe, expect, it } from 'vitest';
import { garageOrg } from './org';

// Object Reference, Asset.AssetLevel.
describe('the level of an asset', () => {
  it('is one below its parent, from one on, and follows when a branch moves', () => {
    const org = garageOrg();
    const levels = () => Object.fromEntries(org.rows('SELECT "Name", "AssetLevel" FROM "Asset" ORDER BY "Name"'));
    const [account] = org.save('insert', 'Account', { Name: 'Acme' });
    const asset = (Name: string, ParentId: string | null) =>
      org.save('insert', 'Asset', { Name, ParentId, AccountId: account })[0] as string;
    const plant = asset('plant', null);
    const line = asset('line', null);
    const press = asset('press', line);
    asset('valve', press);
    expect(levels()).toEqual({ plant: 1, line: 1, press: 2, valve: 3 });
    expect(org.save('update', 'Asset', { Id: line, ParentId: plant })).toEqual([line]);
    expect(levels()).toEqual({ plant: 1, line: 2, press: 3, valve: 4 });
    org.save('update', 'Asset', { Id: press, ParentId: null }, { Id: line, Name: 'line 2' });
    expect(levels()).toEqual({ plant: 1, 'line 2': 2, press: 1, valve: 2 });
    // both ends of a new branch in one save
    org.save('update', 'Asset', { Id: line, ParentId: press }, { Id: plant, ParentId: line });
    expect(levels()).toEqual({ press: 1, valve: 2, 'line 2': 2, plant: 3 });
  });

  it('ends where a parent stands below its child', () => {
    const org = garageOrg();
    const [above, below] = org.save('insert', 'Asset', { Name: 'a' }, { Name: 'b' });
    org.save('update', 'Asset', { Id: below, ParentId: above });
    org.save('update', 'Asset', { Id: above, ParentId: below });
    expect(org.rows('SELECT "Name" FROM "Asset"')).toHaveLength(2);
  });
});
