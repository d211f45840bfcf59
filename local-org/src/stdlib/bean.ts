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

/** `get:`/`set:` members for the properties, and `getX`/`isX`/`setX` methods for them. */
export function beanMembers(type: string, properties: readonly string[], methods: { getters?: boolean; setters?: boolean } = {}): Theme {
  const entries: Record<string, Native> = {};
  for (const name of properties) {
    entries[`get:${name}`] = (bean: Bean) => bean.get(name);
    entries[`set:${name}`] = (bean: Bean, value: unknown) => bean.set(name, value);
    if (methods.getters) {
      entries[`get${name}/0`] = (bean: Bean) => bean.get(name);
      entries[`is${name}/0`] = (bean: Bean) => bean.get(name);
    }
    if (methods.setters) entries[`set${name}/1`] = (bean: Bean, value: unknown) => bean.set(name, value);
  }
  return members(type, entries);
}
