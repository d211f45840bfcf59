import { describe, expect, it } from 'vitest';
import { ownPath } from '../../src/web/server/own-path';

const HOME = '/lightning/page/home';

describe('where a sign-in leads', () => {
  it.each([
    ['/lightning/n/Shelf?c__x=1#top', '/lightning/n/Shelf?c__x=1#top'],
    ['/lightning/../lightning/r/001/view', '/lightning/r/001/view'],
    ['/a%2Fb?u=//x', '/a%2Fb?u=//x'],
    ['/%5Cevil.example', '/%5Cevil.example'],
    ['/Ü', '/%C3%9C'],
    ['/\r\nSet-Cookie: a=b', '/Set-Cookie:%20a=b'],
  ])('is the path of this server: %j', (given, path) => expect(ownPath(given)).toBe(path));

  it.each([
    ...[
      '//evil.example',
      '///evil.example',
      '/\\evil.example',
      '\\\\evil.example',
      '/\t/evil.example',
      '\t//evil.example',
      '/\n/evil.example',
    ],
    ...[
      ' //evil.example',
      '\u0000//evil.example',
      'http://evil.example/',
      'https:evil.example',
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
    ],
    ...['data:text/html,x', 'evil.example', '@evil.example', ':3000', '', '//[', '/%00/evil', '/%', undefined, null, 1, ['/a', '/b']],
  ])('is home for %j', (given) => expect(ownPath(given)).toBe(HOME));

  it('never begins with two slashes', () => {
    for (const given of ['/.//evil.example', '/..//evil.example', '/%2e//evil.example', '/a/..//evil.example', '/.\\/evil.example'])
      expect([given, ownPath(given)]).toEqual([given, '/evil.example']);
  });
});
