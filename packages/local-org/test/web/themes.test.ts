import { expect, it } from 'vitest';
import { inTheme, themeNamed, themeNames, themeRemembered, withoutTheme } from '../../src/web/server/themes';

const HTML = '<link rel="stylesheet" href="%stylesheet%"><body class="%scheme%" data-theme="%theme%">';

it('knows three themes, and takes SLDS 1 for whoever chose none or has a cookie that says nonsense', () => {
  expect(themeNames()).toEqual(['slds1', 'slds2', 'slds2-dark']);
  expect(themeNamed('dark')).toBeUndefined();
  expect([undefined, '', '<script>', 'slds2-dark'].map((cookie) => themeRemembered(cookie).name)).toEqual([
    'slds1',
    'slds1',
    'slds1',
    'slds2-dark',
  ]);
});

it.each([
  ['slds1', '/_slds/styles/salesforce-lightning-design-system.min.css', ''],
  ['slds2', '/_slds2/css/bundled/slds2.cosmos.css', 'slds-color-scheme_light'],
  ['slds2-dark', '/_slds2/css/bundled/slds2.cosmos.css', 'slds-color-scheme_dark'],
])('dresses a page in %s', (name, styleSheet, scheme) => {
  expect(inTheme(HTML, themeRemembered(name))).toBe(
    `<link rel="stylesheet" href="${styleSheet}"><body class="${scheme}" data-theme="${name}">`,
  );
});

it.each([
  ['/lightning/n/X?theme=slds2', '/lightning/n/X'],
  ['/lightning/n/X?c__a=1&theme=slds2&c__b=%26', '/lightning/n/X?c__a=1&c__b=%26'],
  ['/lightning/n/X', '/lightning/n/X'],
])('takes the theme out of %s and leaves the rest', (url, rest) => {
  expect(withoutTheme(url)).toBe(rest);
});
