import type { ObjectHook, Row } from '../../data/hooks';
import type { DataContext } from '../../data/port';
import type { ObjectType } from '../../schema/model';
import { sharesOf } from '../../schema/shares';
import { fold } from '../../soql/naming';
import { alive, changes, insertFollowing, lookUp, textAt } from '../rows';

/** What the platform does with whom records are shared, for a share object or one that has such an object. */
export function sharingHooks(object: ObjectType): readonly ObjectHook[] {
  if (object.share) return [shareHook(object)];
  return object.field('OwnerId') ? [sharedRecordHook(object)] : [];
}

/**
 * A new owner takes the owner's own entry over, whereupon what was shared by hand ends; what Apex shared for a reason of its own stays (Apex
 * Developer Guide, "Sharing a Record Using Apex").
 */
const sharedRecordHook = (object: ObjectType): ObjectHook => ({
  object: object.name,
  validate: (operation, rows, context) => {
    if (operation === 'insert' || operation === 'update') checkQueues(rows, object, context);
  },
  written: (operation, rows, context) => {
    const shares = sharesOf(context.schema, object);
    if (!shares) return;
    const { type, share } = shares;
    if (operation === 'insert' && share.keepsOwners) {
      const entries = rows.map(({ record }) => ({
        [share.parent]: record.id,
        UserOrGroupId: textAt(record, 'OwnerId'),
        [share.level]: 'All',
        RowCause: 'Owner',
      }));
      insertFollowing(context, type.name, entries);
    }
    if (operation !== 'update') return;
    const moved = rows.filter((candidate) => changes(candidate, 'OwnerId'));
    if (moved.length === 0) return;
    const { store } = context;
    const own = store.prepare(`UPDATE "${type.name}" SET "UserOrGroupId" = ? WHERE "${share.parent}" = ? AND "RowCause" = 'Owner'`);
    const end = store.prepare(`DELETE FROM "${type.name}" WHERE "${share.parent}" = ? AND "RowCause" = 'Manual'`);
    for (const { record } of moved) {
      if (share.keepsOwners) own.run(textAt(record, 'OwnerId'), record.id);
      end.run(record.id);
    }
  },
});

/** Of groups only queues own records, and those of the objects that they are made for (Salesforce Help, "Create Queues"). The texts are from memory [org 20]. */
function checkQueues(rows: readonly Row[], object: ObjectType, context: DataContext): void {
  const prefix = context.schema.object('Group')?.keyPrefix ?? '';
  const asking = alive(rows).filter((row) => changes(row, 'OwnerId') && textAt(row.record, 'OwnerId')?.startsWith(prefix));
  if (asking.length === 0) return;
  const own = JSON.stringify(asking.map(({ record }) => textAt(record, 'OwnerId')));
  const found = context.store
    .prepare(
      `SELECT g."Id", q."Id" FROM "Group" g LEFT JOIN "QueueSobject" q ON q."QueueId" = g."Id" AND q."SobjectType$k" = ?
       WHERE g."Type" = 'Queue' AND g."Id" IN (SELECT value FROM json_each(?))`,
    )
    .all(fold(object.name), own);
  const queues = new Map(found.map(([id, made]) => [String(id), made !== null]));
  for (const row of asking) {
    const made = queues.get(textAt(row.record, 'OwnerId') ?? '');
    if (made === undefined) row.fail('FIELD_INTEGRITY_EXCEPTION', 'Owner ID: only users and queues own records', ['OwnerId']);
    else if (!made) row.fail('INVALID_OPERATION', 'Queue not associated with this SObject type', ['OwnerId']);
  }
}

const BY_THE_PLATFORM: ReadonlySet<string> = new Set(['Owner', 'Rule', 'ImplicitChild', 'ImplicitParent', 'Team']);
const IN_THE_WAY = 'Only entries with the row cause Manual or a sharing reason can be made, changed and deleted';

/** Entries that people and Apex make: for a reason of theirs, never `All`, once for everybody and reason (Object Reference, StandardObjectNameShare). */
const shareHook = (object: ObjectType): ObjectHook => ({
  object: object.name,
  validate: (operation, rows, context) => {
    for (const row of alive(rows)) {
      const record = row.old ?? row.record;
      if (BY_THE_PLATFORM.has(textAt(record, 'RowCause') ?? '')) row.fail('INSUFFICIENT_ACCESS_OR_READONLY', IN_THE_WAY, ['RowCause']);
    }
    if (operation === 'insert' || operation === 'update') judgeLevels(alive(rows), object, context);
  },
  written: (operation, rows, context) => {
    if (operation !== 'insert') return;
    const parent = object.share?.parent ?? '';
    const replaced = context.store.prepare(
      `DELETE FROM "${object.name}" WHERE "${parent}" = ? AND "UserOrGroupId" = ? AND "RowCause" = ? AND "Id" <> ?`,
    );
    for (const { record } of rows)
      replaced.run(textAt(record, parent), textAt(record, 'UserOrGroupId'), textAt(record, 'RowCause'), record.id);
  },
});

/**
 * An entry has to give more than everybody has, and the owner has everything: others are trivial, which the guide's sample expects as
 * FIELD_FILTER_VALIDATION_EXCEPTION with the field's name in its text. The text itself is from memory [org 20].
 */
function judgeLevels(rows: readonly Row[], object: ObjectType, context: DataContext): void {
  const { share } = object;
  const shared = share && context.schema.object(share.of);
  if (!share || !shared) return;
  const owners = shared.field('OwnerId')
    ? lookUp(context, shared.name, ['OwnerId'], 'Id', rows.flatMap(({ record }) => textAt(record, share.parent) ?? [])) // prettier-ignore
    : new Map<string, unknown[]>();
  const everybody = EVERYBODY[shared.sharingModel] ?? 'Edit';
  for (const { record, fail } of rows) {
    const level = textAt(record, share.level) ?? '';
    const owner = owners.get(textAt(record, share.parent) ?? '')?.[0];
    const has = owner === textAt(record, 'UserOrGroupId') ? 'All' : everybody;
    if (level === 'All') fail('FIELD_INTEGRITY_EXCEPTION', 'Access Level: All is the level of owners', [share.level]);
    else if (RANK.indexOf(level) <= RANK.indexOf(has))
      fail('FIELD_FILTER_VALIDATION_EXCEPTION', `${share.level} (trivial share level ${level}, for organization with default level ${everybody})`, [share.level]); // prettier-ignore
  }
}

const RANK = ['None', 'Read', 'Edit', 'All'];
const EVERYBODY: Readonly<Partial<Record<string, string>>> = { Private: 'None', Read: 'Read' };
