import { changedSettings, chosen, countedChanges, merged, settingNamed } from 'c/provisioningSettingsMerge';
import { someSettings } from 'jest-helpers';

const base = someSettings({ version: 3 });

describe('how many changes there are', () => {
  const mapping = (userField: string, constant = 'x'): Apex.EmployeeFieldMapping => ({ userField, paths: [], constant, steps: [] });
  const count = (before: readonly Apex.EmployeeFieldMapping[], after: readonly Apex.EmployeeFieldMapping[], more = {}) =>
    countedChanges({ ...base, fieldMappings: [...before] }, { ...base, fieldMappings: [...after], ...more });

  it('counts each row that a suggestion adds, and any other setting once', () => {
    const added = ['Title', 'City', 'Phone'].map((field) => mapping(field));
    expect(count([], added)).toBe(3);
    expect(count([], added, { usernameSuffix: 'other.example' })).toBe(4);
    expect(count(added, added)).toBe(0);
  });

  it('counts a row that is changed once, one that goes, and a new order as one', () => {
    expect(count([mapping('Title'), mapping('City')], [mapping('Title', 'y'), mapping('City')])).toBe(1);
    expect(count([mapping('Title'), mapping('City')], [])).toBe(2);
    expect(count([mapping('Title'), mapping('City')], [mapping('City'), mapping('Title')])).toBe(1);
  });
});

describe('what two people made of the same settings', () => {
  it('has both, where each changed something else', () => {
    const mine = { ...base, maximumCreates: 7 };
    const theirs = { ...base, version: 4, usernameSuffix: 'p.example' };
    expect(merged(base, mine, theirs)).toEqual({ settings: { ...theirs, maximumCreates: 7 }, both: [] });
  });

  it('has theirs where only they changed it, also to nothing', () => {
    const theirs = { ...base, version: 4, usernameSuffix: null, permissionSets: [] };
    expect(merged(base, base, theirs)).toEqual({ settings: theirs, both: [] });
  });

  it('has mine for now where both changed it, and says so', () => {
    const mine = { ...base, seatReserve: 1 };
    const theirs = { ...base, version: 4, seatReserve: 2 };
    expect(merged(base, mine, theirs)).toEqual({ settings: { ...theirs, seatReserve: 1 }, both: ['seatReserve'] });
  });

  it('has nothing to choose where both changed it to the same', () => {
    const same = { ...base, seatReserve: 2 };
    expect(merged(base, same, { ...same, version: 4 }).both).toEqual([]);
  });

  it('takes the profile as one, by id and name, and the order of the rules with its switches', () => {
    const mine = { ...base, profileId: '00e000000000009AAA', profileName: 'Mine' };
    const theirs = { ...base, version: 4, profileId: '00e000000000008AAA', profileName: 'Theirs' };
    const { settings, both } = merged(base, mine, theirs);
    expect(both).toEqual(['profileId']);
    expect(chosen(settings, 'profileId', theirs)).toMatchObject({ profileId: '00e000000000008AAA', profileName: 'Theirs' });
    expect(settingNamed('profileName')).toBe('profileId');
    expect(settingNamed('matchByEmail')).toBe('matchingRules');
  });

  it('knows that an empty text, nothing and an empty list are the same', () => {
    const before = { ...base, usernameSuffix: null, leaverStatuses: [], matchByEmail: false };
    expect(changedSettings(before, { ...before, usernameSuffix: '', matchByEmail: null })).toEqual([]);
    expect(changedSettings(before, { ...before, seatReserve: (base.seatReserve ?? 0) + 1 })).toEqual(['seatReserve']);
  });

  it('sees a change within a list, whatever the order of members', () => {
    const mapping = { userField: 'Title', paths: ['A'], constant: null, steps: [] };
    const before = { ...base, fieldMappings: [mapping] };
    expect(changedSettings(before, { ...base, fieldMappings: [{ steps: [], constant: '', paths: ['A'], userField: 'Title' }] })).toEqual(
      [],
    );
    expect(changedSettings(before, { ...base, fieldMappings: [{ ...mapping, paths: ['B'] }] })).toEqual(['fieldMappings']);
  });
});
