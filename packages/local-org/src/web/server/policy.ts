import { createHash } from 'node:crypto';

/** What every answer carries. Answers that are not pages may load nothing at all. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': policy({ 'default-src': "'none'" }),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
};

/** Pages load from this server only. Pictures inside style sheets are data of the design system. */
const PAGE = {
  'default-src': "'self'",
  'img-src': "'self' data:",
  'object-src': "'none'",
  'form-action': "'self'",
};

/** The policy of a page without scripts; `style` is its inline style sheet. */
export function plainPagePolicy(style: string): string {
  return policy({ ...PAGE, 'script-src': "'none'", 'style-src': `'self' ${hashOf(style)}` });
}

/**
 * The policy of the shell. The import map can only be written into the page, so its hash is named. Inline styles are allowed, as on the
 * platform: with synthetic shadow LWC inserts the style sheets of components as elements.
 */
export function shellPolicy(html: string): string {
  const importMap = /<script type="importmap">([^<]*)<\/script>/.exec(html)?.[1] ?? '';
  return policy({ ...PAGE, 'script-src': `'self' ${hashOf(importMap)}`, 'style-src': "'self' 'unsafe-inline'" });
}

function policy(directives: Readonly<Record<string, string>>): string {
  const all = { 'base-uri': "'none'", 'form-action': "'none'", 'frame-ancestors': "'none'", ...directives };
  return Object.entries(all).map(([name, value]) => `${name} ${value}`).join('; '); // prettier-ignore
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
