import type { Cell } from 'c/provisioningRecordCell';
import { format } from 'c/provisioningTexts';
import { labels } from './labels';

/** A column; `sortable` makes its heading a button. */
export interface Column {
  readonly name: string;
  readonly label: string;
  readonly sortable?: boolean;
}

/** What can be done with one row. */
export interface RowAction {
  readonly name: string;
  readonly label: string;
  /** Shown instead of the label, which is then what is heard. */
  readonly icon?: string;
}

/** A row: its cells by the names of the columns. */
export interface TableRow {
  readonly id: string;
  /** What it is called where only it is meant, for example "Select Ada Lima". */
  readonly label: string;
  readonly cells: Readonly<Record<string, Cell>>;
  /** One button of its own, for example "Open". */
  readonly button?: RowAction | null;
  /** The menu "More actions"; none where it is empty. */
  readonly actions?: readonly RowAction[];
  /** False where this row cannot be selected. */
  readonly selectable?: boolean;
}

/** A row as the template shows it. */
export function shownRow(row: TableRow, columns: readonly Column[], selected: readonly string[], isFull: boolean) {
  const isSelected = selected.includes(row.id);
  return {
    ...row,
    selectLabel: format(labels.consoleSelectRow, row.label),
    menuLabel: `${labels.consoleMoreActions}: ${row.label}`,
    isSelected,
    isLocked: row.selectable === false || (isFull && !isSelected),
    look: isSelected ? 'row selected' : 'row',
    wordButton: Boolean(row.button && !row.button.icon),
    iconButton: Boolean(row.button?.icon),
    hasMenu: (row.actions?.length ?? 0) > 0,
    places: columns.map(({ name, label }, index) => {
      const cell = row.cells[name] ?? {};
      // a card leaves out what says nothing
      return { name, label, cell, look: cell.text || cell.moment || cell.differences ? '' : 'blank', isFirst: index === 0 };
    }),
  };
}
