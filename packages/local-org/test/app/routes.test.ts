import { describe, expect, it } from 'vitest';
import { pathOf, referenceOf, routeOf, urlOf, type Route } from '../../src/web/app/page/runtime/routes';

describe('routeOf', () => {
  const known: [string, Route][] = [
    ['/', { kind: 'home' }],
    ['/lightning', { kind: 'home' }],
    ['/lightning/', { kind: 'home' }],
    ['/lightning/page/home', { kind: 'home' }],
    ['/lightning/n/View_Processes', { kind: 'tab', name: 'View_Processes' }],
    ['/lightning/cmp/c__hello', { kind: 'component', name: 'hello' }],
    ['/lightning/o/Contact/list', { kind: 'list', sobject: 'Contact' }],
    ['/lightning/o/Contact/home', { kind: 'list', sobject: 'Contact' }],
    ['/lightning/r/Contact/003000000000001AAA/view', { kind: 'record', sobject: 'Contact', recordId: '003000000000001AAA' }],
    ['/lightning/r/003000000000001AAA/view', { kind: 'record', sobject: null, recordId: '003000000000001AAA' }],
    ['/lightning/setup/SetupOneHome/home', { kind: 'setup', path: null }],
    ['/lightning/setup/Employee%20Settings/home', { kind: 'setup', path: 'Employee Settings' }],
  ];
  it.each(known)('%s', (path, route) => expect(routeOf(path)).toEqual(route));

  it.each([
    '/lightning/x',
    '/lightning/n',
    '/lightning/n/A/b',
    '/lightning/cmp/hello',
    '/lightning/o/Contact',
    '/lightning/o/Contact/edit',
    '/lightning/r/Contact/view/x',
    '/lightning/r/Contact/003/edit',
    '/lightning/setup/X',
    '/lightning/setup/X/home/more',
    '/other',
  ])('%s is not found', (path) => expect(routeOf(path)).toEqual({ kind: 'notFound', path }));

  it('does not break on an address that is not well-formed', () => {
    expect(routeOf('/lightning/n/%E0%A4%A')).toEqual({ kind: 'notFound', path: '/lightning/n/%E0%A4%A' });
  });

  it('comes back from every address that it writes', () => {
    for (const [, route] of known) if (route.kind !== 'notFound') expect(routeOf(pathOf(route))).toEqual(route);
  });
});

describe('urlOf', () => {
  it('writes the addresses of Lightning Experience', () => {
    const record = { recordId: '003', actionName: 'view' };
    expect(urlOf({ type: 'standard__recordPage', attributes: { ...record, objectApiName: 'Contact' } })).toBe(
      '/lightning/r/Contact/003/view',
    );
    expect(urlOf({ type: 'standard__recordPage', attributes: record })).toBe('/lightning/r/003/view');
    expect(urlOf({ type: 'standard__objectPage', attributes: { objectApiName: 'Contact', actionName: 'list' } })).toBe(
      '/lightning/o/Contact/list',
    );
    expect(urlOf({ type: 'standard__namedPage', attributes: { pageName: 'home' } })).toBe('/lightning/page/home');
    expect(urlOf({ type: 'standard__component', attributes: { componentName: 'c__hello' } })).toBe('/lightning/cmp/c__hello');
    expect(urlOf({ type: 'standard__webPage', attributes: { url: 'https://example.com/' } })).toBe('https://example.com/');
  });

  it('carries the state, without what is undefined', () => {
    const reference = { type: 'standard__navItemPage', attributes: { apiName: 'A' }, state: { c__id: 'a&b', c__none: undefined } };
    expect(urlOf(reference)).toBe('/lightning/n/A?c__id=a%26b');
  });

  it.each([
    [{ type: 'standard__quickAction', attributes: { apiName: 'X' } }, 'cannot show the page'],
    [{ type: 'standard__recordPage', attributes: { recordId: '003', actionName: 'edit' } }, 'cannot show the page'],
    [{ type: 'standard__recordPage', attributes: { actionName: 'view' } }, 'needs the attribute recordId'],
    [{ type: 'standard__objectPage', attributes: { objectApiName: 'Contact', actionName: 'new' } }, 'cannot show the page'],
    [{ type: 'standard__navItemPage' }, 'needs the attribute apiName'],
  ])('refuses %j', (reference, message) => expect(() => urlOf(reference)).toThrow(message));
});

describe('referenceOf', () => {
  it('gives a component its place and its state', () => {
    expect(referenceOf({ kind: 'tab', name: 'A' }, { c__id: '1' })).toEqual({
      type: 'standard__navItemPage',
      attributes: { apiName: 'A' },
      state: { c__id: '1' },
    });
    expect(referenceOf({ kind: 'record', sobject: 'Contact', recordId: '003' }, {}).attributes).toEqual({
      objectApiName: 'Contact',
      recordId: '003',
      actionName: 'view',
    });
  });
});
