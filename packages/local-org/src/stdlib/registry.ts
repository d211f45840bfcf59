import type { Native } from '../kernel/natives';

/** Natives of one theme, by full lower-case key. */
export type Theme = ReadonlyMap<string, Native>;

/**
 * Natives of one type. Keys are `method/arity` in any case; `leftPad/1,2` registers both arities. `get:name` and `set:name` are
 * properties. The receiver of an instance method comes first and is never null: generated code has checked it.
 */
export function members(type: string, entries: Readonly<Record<string, Native>>): Theme {
  const theme = new Map<string, Native>();
  const owner = type.toLowerCase();
  for (const [key, native] of Object.entries(entries)) {
    const lower = key.toLowerCase();
    const accessor = /^(get|set):(.+)$/.exec(lower);
    if (accessor) {
      theme.set(`${accessor[1]!}:${owner}.${accessor[2]!}`, native);
      continue;
    }
    const [name = '', arities = ''] = lower.split('/');
    for (const arity of arities.split(',')) theme.set(`${owner}.${name}/${arity}`, native);
  }
  return theme;
}

/** All entries of several themes; the same key twice is a defect. */
export function merge(...themes: readonly Theme[]): Map<string, Native> {
  const all = new Map<string, Native>();
  for (const theme of themes) {
    for (const [key, native] of theme) {
      if (all.has(key)) throw new Error(`Native ${key} is registered twice`);
      all.set(key, native);
    }
  }
  return all;
}
