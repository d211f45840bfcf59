import { LightningElement, api } from 'lwc';
import { shownValue } from '../../../runtime/format';
import { columnOf, valueAt, type Column } from '../../../runtime/list-query';
import type { RelatedRecords } from '../../../runtime/related';
import { nameField } from '../../../runtime/records';
import { pathOf } from '../../../runtime/routes';
import { candidates, columnsFor } from '../objectList/columns';
import { texts } from '../../../runtime/texts';

const SHOWN = 3;

/** Records of another object that refer to this one. */
export default class RelatedList extends LightningElement {
  @api related: RelatedRecords | undefined;

  get title(): string {
    const { about, total } = this.related ?? {};
    return about ? `${about.labelPlural} (${total})` : '';
  }
  get columns(): readonly Column[] {
    const { about, records } = this.related ?? {};
    if (!about || !records) return [];
    return columnsFor(candidates(about), records)
      .slice(0, SHOWN)
      .flatMap((field) => columnOf(field, null) ?? []);
  }
  get nameLabel(): string {
    return this.related?.about.fields.find((field) => field.nameField)?.label ?? texts().record;
  }
  get rows(): readonly { id: string; name: string; url: string; cells: readonly { name: string; text: string }[] }[] {
    const { about, records } = this.related ?? {};
    if (!about || !records) return [];
    return records.map((record) => ({
      id: String(record.Id),
      name: String(record[nameField(about)] ?? texts().noName),
      url: pathOf({ kind: 'record', sobject: about.name, recordId: String(record.Id) }),
      cells: this.columns.map(({ name, path, field }) => ({ name, text: shownValue(field, valueAt(record, path)) })),
    }));
  }
}
