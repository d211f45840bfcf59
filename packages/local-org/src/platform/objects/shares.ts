import type { ObjectHook } from '../../data/hooks';
import { alive, changes, insertFollowing, textAt } from '../rows';

/**
 * The owner's own entry among those whom a private record is shared with: it comes with the record, and a new owner takes it over, whereupon
 * what was shared by hand ends (Apex Developer Guide, "Sharing a Record Using Apex").
 */
export const sharedRecordHook = (object: string): ObjectHook => ({
  object,
  written: (operation, rows, context) => {
    const share = `${object}Share`;
    if (operation === 'insert') {
      const entries = rows.map(({ record }) => ({
        ParentId: record.id,
        UserOrGroupId: textAt(record, 'OwnerId'),
        AccessLevel: 'All',
        RowCause: 'Owner',
      }));
      insertFollowing(context, share, entries);
    }
    if (operation !== 'update') return;
    const own = context.store.prepare(`UPDATE "${share}" SET "UserOrGroupId" = ? WHERE "ParentId" = ? AND "RowCause" = 'Owner'`);
    const end = context.store.prepare(`DELETE FROM "${share}" WHERE "ParentId" = ? AND "RowCause" = 'Manual'`);
    for (const row of rows.filter((candidate) => changes(candidate, 'OwnerId'))) {
      own.run(textAt(row.record, 'OwnerId'), row.record.id);
      end.run(row.record.id);
    }
  },
});

const IN_THE_WAY = 'Only entries with the row cause Manual can be made, changed and deleted';

/** Entries that people and Apex make: by hand, never `All`, once for everybody (Object Reference, StandardObjectNameShare). */
export const shareHook = (object: string): ObjectHook => ({
  object,
  validate: (operation, rows) => {
    for (const row of alive(rows)) {
      const record = row.old ?? row.record;
      if (textAt(record, 'RowCause') !== 'Manual') row.fail('INSUFFICIENT_ACCESS_OR_READONLY', IN_THE_WAY, ['RowCause']);
      else if (operation !== 'delete' && textAt(row.record, 'AccessLevel') === 'All')
        row.fail('FIELD_INTEGRITY_EXCEPTION', 'Access Level: All is the level of owners', ['AccessLevel']);
    }
  },
  written: (operation, rows, context) => {
    if (operation !== 'insert') return;
    const replaced = context.store.prepare(
      `DELETE FROM "${object}" WHERE "ParentId" = ? AND "UserOrGroupId" = ? AND "RowCause" = 'Manual' AND "Id" <> ?`,
    );
    for (const { record } of rows) replaced.run(textAt(record, 'ParentId'), textAt(record, 'UserOrGroupId'), record.id);
  },
});
