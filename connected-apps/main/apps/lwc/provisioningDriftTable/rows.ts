import type { RowAction, TableRow } from 'c/provisioningRecordTable';
import { driftLook } from 'c/provisioningAccountTexts';
import { labels } from './labels';

const PUSH: RowAction = { name: 'Push', label: labels.appsDoPushOne };
const ADOPT: RowAction = { name: 'Adopt', label: labels.appsDoAdopt };
const IGNORE: RowAction = { name: 'Ignore', label: labels.appsDoIgnore };

type Values = Readonly<Record<string, unknown>> | null;

/** The last word of a path says which attribute it is: `name.givenName`, `...:User:department`. */
const short = (target: string): string => target.replace(/^urn:.*:/, '').replace(/\[.*\]/, '');
const text = (values: Values): string =>
  Object.entries(values ?? {})
    .filter(([, value]) => value !== null)
    .map(([target, value]) => `${short(target)}: ${String(value)}`)
    .join(', ');

/** What can be done: who is not linked is never written, and whether somebody is active is not adopted. */
function actionsOf(view: Apex.AppDriftView): { button: RowAction | null; actions: readonly RowAction[] } {
  if (view.accountId === null) return { button: null, actions: [] };
  // the platform's own record says something else: what is sent of a linked account brings it into line
  if (view.mirrorId) return { button: view.userId ? PUSH : null, actions: [] };
  if (view.kind === 'UNKNOWN' || view.kind === 'MISSING') return { button: null, actions: [IGNORE] };
  return { button: PUSH, actions: view.kind === 'ATTRIBUTES' ? [ADOPT, IGNORE] : [IGNORE] };
}

export function rowOf(view: Apex.AppDriftView, mayAct: boolean): TableRow {
  const look = driftLook(view.kind);
  return {
    id: view.accountId ?? view.mirrorId ?? `user:${view.userId ?? ''}`,
    label: view.name ?? view.externalUserId ?? '',
    cells: {
      person: { text: view.name ?? view.externalUserId, second: view.externalUserId },
      what: { text: look.label, icon: look.icon, tone: look.tone, badge: true },
      there: { text: text(view.there) },
      here: { text: text(view.here) },
    },
    ...(mayAct ? actionsOf(view) : { button: null, actions: [] }),
  };
}
