import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Name of the cookie that remembers the theme which somebody chose. */
export const THEME_COOKIE = 'theme';

/** What a page looks like: the style sheet, the icons, and the class of its body. */
export interface Theme {
  readonly name: string;
  readonly styleSheet: string;
  readonly bodyClass: string;
}

const SLDS2 = '/_slds2/css/bundled/slds2.cosmos.css';
/** The first is that of whoever chose none. The color scheme is a class of SLDS 2 (its utility "darkMode"). */
const THEMES: readonly Theme[] = [
  { name: 'slds1', styleSheet: '/_slds/styles/salesforce-lightning-design-system.min.css', bodyClass: '' },
  { name: 'slds2', styleSheet: SLDS2, bodyClass: 'slds-color-scheme_light' },
  { name: 'slds2-dark', styleSheet: SLDS2, bodyClass: 'slds-color-scheme_dark' },
];

export const themeNames = (): readonly string[] => THEMES.map(({ name }) => name);

/** The theme of that name; undefined when there is none. */
export const themeNamed = (name: string): Theme | undefined => THEMES.find((theme) => theme.name === name);

/** The theme that a cookie remembers; a cookie that says nonsense counts as none. */
export const themeRemembered = (cookie: string | undefined): Theme => themeNamed(cookie ?? '') ?? (THEMES[0] as Theme);

/** The page in a theme. */
export function inTheme(html: string, theme: Theme): string {
  return html
    .replace('%stylesheet%', () => theme.styleSheet)
    .replace('%theme%', () => theme.name)
    .replace('%scheme%', () => theme.bodyClass);
}

/** The address without its parameter `theme`: a link to a page does not carry the looks of whoever copied it. */
export function withoutTheme(url: string): string {
  const [path = '/', query = ''] = url.split('?', 2);
  const rest = new URLSearchParams(query);
  rest.delete('theme');
  return rest.size === 0 ? path : `${path}?${rest.toString()}`;
}

/** Folder of an npm package of the design system, which the local org depends on. */
export function designFolder(packageFolder: string, name: string, folder: string): string {
  const places = createRequire(join(packageFolder, 'package.json')).resolve.paths(name) ?? [];
  const found = places.map((place) => join(place, name)).find((place) => existsSync(place));
  return join(found ?? dirname(packageFolder), folder);
}
