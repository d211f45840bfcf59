/** The looks that a person may choose; the server knows the same names. */
export const THEMES = [
  { name: 'slds1', label: 'SLDS 1' },
  { name: 'slds2', label: 'SLDS 2, light' },
  { name: 'slds2-dark', label: 'SLDS 2, dark' },
] as const;

/** The address of this page that changes its theme. */
export function themeUrl(href: string, theme: string): string {
  const url = new URL(href);
  url.searchParams.set('theme', theme);
  return url.pathname + url.search;
}
