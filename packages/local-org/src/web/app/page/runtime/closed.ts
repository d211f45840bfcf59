import type { ClosedPage } from './model';
import { filled, texts } from './texts';

/** What is said instead of a page: which one, what is missing, and what to do. */
export interface Refusal {
  readonly heading: string;
  readonly text: string;
}

export function refusalOf(closed: readonly ClosedPage[], kind: ClosedPage['kind'], name: string | null): Refusal | null {
  const page = closed.find((one) => one.kind === kind && one.name === name);
  if (!page) return null;
  const { label, permission, permissionSets } = page;
  const missing = permission === null ? texts().noSetShowsPage : filled(texts().needsPermission, permission);
  const parts = [missing, givers(permissionSets), texts().askAdministrator];
  return { heading: filled(texts().cannotOpen, label), text: parts.filter(Boolean).join(' ') };
}

/** `The permission set A gives it.`, `The permission sets A, B and C give it.` */
function givers(names: readonly string[]): string {
  const last = names.at(-1);
  if (last === undefined) return '';
  if (names.length === 1) return filled(texts().givesIt, last);
  return filled(texts().giveIt, names.slice(0, -1).join(', '), last);
}
