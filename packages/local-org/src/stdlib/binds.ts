import type { Caller } from '../kernel/caller';
import type { ApexMap } from '../kernel/collections';

/** Names after a colon, outside quoted text; paths (`:record.Id`) are given whole, so that the query engine refuses them by name. */
function bindNames(soql: string): string[] {
  const plain = soql.replace(/'(?:\\.|[^'\\])*'/g, "''");
  return [...plain.matchAll(/:\s*([A-Za-z_]\w*(?:\s*\.\s*\w+)*)/g)].map((match) => match[1]!.replace(/\s+/g, ''));
}

/** Values of the local variables that dynamic SOQL names, by lower-case name. Names without a variable stay out. */
export function variablesOf(soql: string, caller: Caller): ReadonlyMap<string, unknown> {
  const binds = new Map<string, unknown>();
  for (const name of bindNames(soql)) {
    const value = caller.variable?.(name);
    if (value !== undefined) binds.set(name.toLowerCase(), value);
  }
  return binds;
}

/** A `Map<String, Object>` of binds, by lower-case name. */
export function bindsOf(map: ApexMap): ReadonlyMap<string, unknown> {
  const binds = new Map<string, unknown>();
  for (const [name, value] of map.entries.values()) binds.set(String(name).toLowerCase(), value);
  return binds;
}
