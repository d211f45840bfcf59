import { readFileSync } from 'node:fs';

/** A `lightning/*` module and the first file that asked for it. */
export type LightningUsage = ReadonlyMap<string, string>;

/** `lightning-button-icon` -> `buttonIcon`. */
function moduleOfTag(tag: string): string {
  return tag.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** Finds which `lightning/*` modules templates and scripts name: only those are worth compiling. */
export function lightningUsage(files: readonly string[]): LightningUsage {
  const used = new Map<string, string>();
  const add = (name: string, file: string) => used.has(name) || used.set(name, file);
  for (const file of files) {
    if (file.endsWith('.html')) {
      for (const [, tag] of readFileSync(file, 'utf8').matchAll(/<lightning-([a-z0-9-]+)/g))
        add(`lightning/${moduleOfTag(tag ?? '')}`, file);
    } else if (/\.(ts|js)$/.test(file)) {
      for (const match of readFileSync(file, 'utf8').matchAll(
        /(import\s+type\b[^;]*?)?\bfrom\s+['"](lightning\/\w+)['"]|import\(['"](lightning\/\w+)['"]\)/g,
      )) {
        const name = match[2] ?? match[3];
        if (name && !match[1]) add(name, file);
      }
    }
  }
  return used;
}
