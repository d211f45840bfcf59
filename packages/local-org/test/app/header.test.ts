import { describe, expect, it } from 'vitest';
import { refusalOf } from '../../src/web/app/page/runtime/closed';
import type { ClosedPage } from '../../src/web/app/page/runtime/model';
import { splitTabs } from '../../src/web/app/page/runtime/overflow';
import { initialsOf, languageName, zoneName } from '../../src/web/app/page/runtime/person';
import { pagesMatching, resultsOf } from '../../src/web/app/page/runtime/search';
import { themeUrl } from '../../src/web/app/page/runtime/theme';

describe('tabs', () => {
  const tabs = ['a', 'b', 'c', 'd'];
  const widths = [100, 100, 100, 100];
  it.each([
    [400, -1, 'abcd', ''],
    [399, -1, 'abc', 'd'],
    [399, 3, 'abd', 'c'],
    [170, 2, 'c', 'abd'],
    [60, 2, 'c', 'abd'],
    [60, -1, '', 'abcd'],
    [Number.POSITIVE_INFINITY, 0, 'abcd', ''],
  ])('in %i px with tab %i active show %s and keep %s under More', (room, active, shown, more) => {
    const split = splitTabs(tabs, widths, room, 60, active);
    expect([split.shown.join(''), split.more.join('')]).toEqual([shown, more]);
  });
});

describe('a page that is not for this user', () => {
  const closed: readonly ClosedPage[] = [
    { kind: 'setup', name: 'X', label: 'Xs', permission: 'View Xs', permissionSets: ['A', 'B', 'C'] },
    { kind: 'tab', name: 'X', label: 'Ys', permission: null, permissionSets: ['A'] },
    { kind: 'setup', name: 'Z', label: 'Zs', permission: 'View Setup and Configuration', permissionSets: [] },
  ];
  it.each([
    [
      'setup',
      'X',
      'You cannot open Xs',
      'It needs the permission View Xs. The permission sets A, B and C give it. Ask your Salesforce administrator.',
    ],
    [
      'tab',
      'X',
      'You cannot open Ys',
      'No permission set that you have shows this page. The permission set A gives it. Ask your Salesforce administrator.',
    ],
    ['setup', 'Z', 'You cannot open Zs', 'It needs the permission View Setup and Configuration. Ask your Salesforce administrator.'],
  ] as const)('%s %s is refused in words', (kind, name, heading, text) => {
    expect(refusalOf(closed, kind, name)).toEqual({ heading, text });
  });
  it('is not refused where there is none', () => {
    expect(refusalOf(closed, 'tab', 'Z')).toBeNull();
    expect(refusalOf(closed, 'setup', null)).toBeNull();
  });
});

describe('the search', () => {
  const tab = (name: string, label: string) => ({ name, label, component: 'x', sobject: null, icon: null });
  const pages = {
    apps: [
      { name: 'A', label: 'App A', tabs: [tab('One', 'First Page'), tab('Two', 'Second Page')] },
      { name: 'B', label: 'App B', tabs: [tab('One', 'First Page')] },
    ],
    setupPages: [{ path: 'P', label: 'Page Layouts', component: 'x', under: [] }],
  };
  it('finds pages by every typed word, each once, and says where they stand', () => {
    const found = pagesMatching(pages, ' PAGE first');
    expect(found.map(({ label, note, url }) => [label, note, url])).toEqual([['First Page', 'App A', '/lightning/n/One']]);
    expect(pagesMatching(pages, 'page').map(({ note }) => note)).toEqual(['App A', 'App A', 'Setup']);
    expect(pagesMatching(pages, '  ')).toEqual([]);
  });
  it('puts pages before records, and leaves a group out that has nothing', () => {
    const objects = [{ name: 'Ship__c', label: 'Ships', records: [{ id: '001', name: 'Pearl', note: null }] }];
    const groups = resultsOf(pagesMatching(pages, 'first'), objects);
    expect(groups.map(({ label, results }) => [label, results.map(({ url }) => url)])).toEqual([
      ['Pages', ['/lightning/n/One']],
      ['Ships', ['/lightning/r/Ship__c/001/view']],
    ]);
    expect(resultsOf([], objects).map(({ key }) => key)).toEqual(['Ship__c']);
  });
});

describe('the person', () => {
  it.each([
    ['Ada Lovelace', 'AL'],
    ['admin', 'A'],
    ['  Ana María de la Cruz ', 'AC'],
    ['😀 x', '😀X'],
    ['', ''],
  ])('%s has the initials %s', (name, initials) => expect(initialsOf(name)).toBe(initials));
  it('speaks a language and lives by a clock', () => {
    expect([languageName('en_US'), languageName('de'), languageName('!')]).toEqual(['American English', 'German', '!']);
    expect(zoneName('Europe/Berlin', new Date('2026-07-01'))).toBe('Europe/Berlin (GMT+2)');
    expect(zoneName('America/Los_Angeles', new Date('2026-01-01'))).toBe('America/Los Angeles (GMT-8)');
  });
});

it('keeps what else the address says when the theme changes', () => {
  expect(themeUrl('http://127.0.0.1/lightning/n/X?c__a=1&theme=slds1', 'slds2')).toBe('/lightning/n/X?c__a=1&theme=slds2');
});
