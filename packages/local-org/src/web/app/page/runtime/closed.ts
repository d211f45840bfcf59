import type { ClosedPage } from './model';

/** What is said instead of a page: which one, what is missing, and what to do. */
export interface Refusal {
  readonly heading: string;
  readonly text: string;
}

export function refusalOf(closed: readonly ClosedPage[], kind: ClosedPage['kind'], name: string | null): Refusal | null {
  const page = closed.find((one) => one.kind === kind && one.name === name);
  if (!page) return null;
  const { label, permission, permissionSets } = page;
  const missing = permission === null ? 'No permission set that you have shows this page.' : `It needs the permission ${permission}.`;
  const givers = permissionSets.length === 0 ? '' : ` ${listed(permissionSets)} ${permissionSets.length === 1 ? 'gives' : 'give'} it.`;
  return { heading: `You cannot open ${label}`, text: `${missing}${givers} Ask your Salesforce administrator.` };
}

/** `The permission set A`, `The permission sets A, B and C`. */
function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  if (names.length === 1) return `The permission set ${last}`;
  return `The permission sets ${names.slice(0, -1).join(', ')} and ${last}`;
}
