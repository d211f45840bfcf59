import type { ObjectHook, Row } from '../../data/hooks';
import type { DataContext } from '../../data/port';
import { alive, changes, insertFollowing, objectOf, textAt } from '../rows';

/** Values are known in any case: the documentation writes `linked`, the platform's own connector `Linked`. Stored as the describe spells them. */
function spell(rows: readonly Row[], context: DataContext, object: string): void {
  const fields = objectOf(context, object).fields.filter((field) => field.restrictedPicklist && field.picklist.length > 0);
  for (const { record } of rows) {
    for (const field of fields) {
      const given = textAt(record, field.name)?.toLowerCase();
      const known = field.picklist.find(({ value }) => value.toLowerCase() === given);
      if (known && known.value !== textAt(record, field.name)) record.set(field.name, known.value);
    }
  }
}

const spelling = (object: string): ObjectHook => ({
  object,
  prepare: (operation, rows, context) => {
    if (operation === 'insert' || operation === 'update') spell(rows, context, object);
  },
});

/** An active task goes on or fails, never back (Object Reference, UserProvisioningRequest, "Usage"). Who may set which other state is not documented. */
const NEXT: Readonly<Record<string, readonly string[]>> = {
  Collecting: ['Collected', 'Failed'],
  Analyzing: ['Analyzed', 'Failed'],
  Committing: ['Completed', 'Failed'],
};

const stateHook: ObjectHook = {
  object: 'UserProvisioningRequest',
  validate: (operation, rows) => {
    if (operation !== 'update') return;
    for (const row of alive(rows)) {
      const from = row.old ? textAt(row.old, 'State') : null;
      const to = textAt(row.record, 'State') ?? '';
      if (from !== null && changes(row, 'State') && NEXT[from] && !NEXT[from].includes(to))
        row.fail('FIELD_INTEGRITY_EXCEPTION', `State: a request cannot go from ${from} to ${to}`, ['State']);
    }
  },
  written: (operation, rows, context) => {
    if (operation === 'insert' || operation === 'update') failUnrunnable(rows, context);
  },
};

/**
 * The platform itself runs a new request of an app whose configuration is enabled, by the configuration's flow. There are no flows here: such a
 * request fails, with the reason in its log.
 */
function failUnrunnable(rows: readonly Row[], context: DataContext): void {
  const asking = rows.filter(isForThePlatform);
  if (asking.length === 0) return;
  const configs = enabledConfigs(asking.flatMap(({ record }) => textAt(record, 'ConnectedAppId') ?? []), context); // prettier-ignore
  const fail = context.store.prepare(`UPDATE "UserProvisioningRequest" SET "State" = 'Failed', "State$k" = 'failed' WHERE "Id" = ?`);
  const logs: Record<string, unknown>[] = [];
  for (const { record } of asking) {
    const config = configs.get(textAt(record, 'ConnectedAppId') ?? '');
    if (config === undefined) continue;
    fail.run(record.id);
    record.set('State', 'Failed');
    const subject = { UserProvisioningRequestId: record.id, UserId: textAt(record, 'SalesforceUserId'), OwnerId: context.userId };
    logs.push({ ...subject, Status: 'Failed', Details: `The configuration ${config} runs requests by a flow; the local org has no flows` });
  }
  insertFollowing(context, 'UserProvisioningLog', logs);
}

function isForThePlatform(row: Row): boolean {
  const { record } = row;
  const approved = ['NotRequired', 'Approved'].includes(textAt(record, 'ApprovalStatus') ?? '');
  return approved && textAt(record, 'State') === 'New' && (changes(row, 'State') || changes(row, 'ApprovalStatus'));
}

/** Names of enabled configurations by connected app. */
function enabledConfigs(apps: readonly string[], context: DataContext): Map<string, string> {
  const found = context.store
    .prepare(
      `SELECT "ConnectedAppId", "DeveloperName" FROM "UserProvisioningConfig"
       WHERE "Enabled" = 1 AND "IsDeleted" = 0 AND "ConnectedAppId" IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(apps));
  return new Map(found.map(([app, name]) => [String(app), String(name)]));
}

export const userProvisioningHooks: readonly ObjectHook[] = [
  ...['UserProvAccount', 'UserProvAccountStaging', 'UserProvisioningRequest', 'UserProvisioningRequestShare'].map(spelling),
  stateHook,
];
