import { describe, expect, it } from 'vitest';
import { normalTarget } from '../../src/web/server/normal-path';

describe('the normal form of a target', () => {
  it.each([
    ['/', '/'],
    ['/services/data/v67.0/query?q=a//b/../%2e%zz', '/services/data/v67.0/query?q=a//b/../%2e%zz'],
    ['//services//data/v67.0/', '/services/data/v67.0/'],
    ['/services/../__local/reset', '/__local/reset'],
    ['/services/%2e%2E/__local/reset', '/__local/reset'],
    ['/services/.%2e/./%2e/__local/reset', '/__local/reset'],
    ['/services//..//__local/reset', '/__local/reset'],
    ['/../../__local/reset', '/__local/reset'],
    ['/services/data/..', '/services/'],
    ['/services/..', '/'],
    ['/%5f%5Flocal/re%73et', '/__local/reset'],
    ['/services/data/v67.0/sobjects/Book__c/Key__c/a%2fb%2F..%5c%3f', '/services/data/v67.0/sobjects/Book__c/Key__c/a%2Fb%2F..%5C%3F'],
    ['/services/%252e%252e/__local', '/services/%252e%252e/__local'],
    ['/services/..\\__local/reset?q=\\', '/services/..%5C__local/reset?q=%5C'],
    ['/a/...', '/a/...'],
    ['/a/%C3%a9', '/a/%C3%A9'],
    [`/a/${Buffer.from('é').toString('latin1')}?q=${Buffer.from('é').toString('latin1')}`, '/a/%C3%A9?q=%C3%A9'],
  ])('of %s is %s', (target, normal) => {
    expect(normalTarget(target)).toBe(normal);
    expect(normalTarget(normal)).toBe(normal);
  });

  it.each([
    '',
    '*',
    'services/data',
    'http://127.0.0.1/',
    '127.0.0.1:80',
    '?q=1',
    '/%',
    '/a%2',
    '/a/%zz',
    '/%00/evil',
    '/%ff',
    '/a#b',
    '/a\tb',
    '/a b',
  ])('does not exist for "%s"', (target) => expect(normalTarget(target)).toBeNull());
});
