import type { Native } from '../kernel/natives';
import { NativeObject } from '../kernel/natives';
import { members, type Theme } from './registry';

/** A platform object that only holds properties, by lower-case name. */
export class Bean extends NativeObject {
  override readonly apexType: string;
  readonly values = new Map<string, unknown>();

  constructor(apexType: string, values: Readonly<Record<string, unknown>> = {}) {
    super();
    this.apexType = apexType;
    for (const [name, value] of Object.entries(values)) this.values.set(name.toLowerCase(), value);
  }
  get<T = unknown>(name: string): T {
    return (this.values.get(name.toLowerCase()) ?? null) as T;
  }
  set(name: string, value: unknown): void {
    this.values.set(name.toLowerCase(), value);
  }
  override toString(): string {
    return `${this.apexType}[]`;
  }
}

/**
 * `get:`/`set:` members for the properties, and methods for them where asked for: `getX()` and `setX(value)`; `isX()` for a name that
 * is given as `isX`.
 */
export function beanMembers(type: string, properties: readonly string[], methods: { getters?: boolean; setters?: boolean } = {}): Theme {
  const entries: Record<string, Native> = {};
  for (const given of properties) {
    const isFlag = /^is[A-Z]/.test(given);
    const name = isFlag ? given.slice(2) : given;
    entries[`get:${name}`] = (bean: Bean) => bean.get(name);
    entries[`set:${name}`] = (bean: Bean, value: unknown) => bean.set(name, value);
    if (methods.getters) entries[`${isFlag ? given : `get${name}`}/0`] = entries[`get:${name}`]!;
    if (methods.setters) entries[`set${name}/1`] = entries[`set:${name}`]!;
  }
  return members(type, entries);
}

/** Read-only properties under both their spellings: `d.name` and `d.getName()`, or `d.isName()` for one that is given as `isName`. */
export function readable<T>(properties: Readonly<Record<string, (value: T) => unknown>>): Record<string, Native> {
  const entries: Record<string, Native> = {};
  for (const [given, read] of Object.entries(properties)) {
    const isFlag = /^is[A-Z]/.test(given);
    entries[`get:${isFlag ? given.slice(2) : given}`] = (value: T) => read(value);
    entries[`${isFlag ? given : `get${given}`}/0`] = (value: T) => read(value);
  }
  return entries;
}
