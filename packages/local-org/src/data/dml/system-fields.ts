import { ApexDatetime } from '../../kernel/values';
import type { Field } from '../../schema/model';
import type { DataContext } from '../port';
import type { WorkRow } from './statement';

/** Fields that only the platform writes. */
const SYSTEM_FIELDS: ReadonlySet<string> = new Set([
  'Id',
  'IsDeleted',
  'CreatedDate',
  'CreatedById',
  'LastModifiedDate',
  'LastModifiedById',
  'SystemModstamp',
  'LastViewedDate',
  'LastReferencedDate',
  'LastActivityDate',
]);

/** Written by the platform and ignored when a caller's record carries them, as a queried or cloned record does. */
export function isPlatformOwned(field: Field): boolean {
  return SYSTEM_FIELDS.has(field.name) || field.autoNumber || field.calculated;
}

/** Audit fields of rows that are about to be written. Datetimes carry whole seconds. */
export function stamp(rows: readonly WorkRow[], context: DataContext): void {
  const now = new ApexDatetime(Math.floor(context.clock.now() / 1000) * 1000);
  for (const { record, operation } of rows) {
    const put = (name: string, value: unknown): void => {
      const slot = record.shape.slotOf(name);
      if (slot >= 0) record.values[slot] = value;
    };
    if (operation === 'insert') {
      put('IsDeleted', false);
      put('CreatedDate', now);
      put('CreatedById', context.userId);
    }
    put('LastModifiedDate', now);
    put('LastModifiedById', context.userId);
    put('SystemModstamp', now);
  }
}
