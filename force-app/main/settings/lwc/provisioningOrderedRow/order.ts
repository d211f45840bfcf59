import { format } from 'c/provisioningTexts';
import { labels } from './labels';

/** What somebody does with a row: by a button, from the keyboard on its handle, or with the mouse. */
export type Act = 'up' | 'down' | 'pick' | 'keyUp' | 'keyDown' | 'back' | 'grab' | 'drop' | 'release';
type Place = 'up' | 'down' | 'handle';

/** The list whose rows are ordered. */
export interface Ordered<T> {
  rows(): readonly T[];
  nameOf(row: T): string;
  /** Takes the rows in their new order. */
  change(rows: readonly T[]): void;
  /** Says where a row stands now, for those who do not see it. */
  say(text: string): void;
  /** Shows which row the keyboard has picked up; none where undefined. */
  pick(index: number | undefined): void;
}

interface Picked<T> {
  readonly index: number;
  readonly origin: number;
  readonly before: readonly T[];
}

interface Row extends HTMLElement {
  focusMove(place: Place): void;
}

/** The order of a list: rows are moved one by one, picked up and put back, or dropped on another. `locked` rows stand before them and count. */
export class RowOrder<T> {
  /** The row that the keyboard moves, and the order and the place to which Escape goes back. */
  private picked: Picked<T> | undefined;
  private dragged: number | undefined;
  /** Where the focus goes with the row that moved. */
  private pressed: { index: number; place: Place } | undefined;

  private readonly list: Ordered<T>;
  private readonly locked: number;

  constructor(list: Ordered<T>, locked = 0) {
    this.list = list;
    this.locked = locked;
  }

  act({ act, index }: { act: Act; index: number }): void {
    if (act === 'up') this.move(index, index - 1, 'up');
    else if (act === 'down') this.move(index, index + 1, 'down');
    else if (act === 'pick') this.pick(index);
    else if (act === 'grab') this.dragged = index;
    else if (act === 'drop') this.drop(index);
    else if (act === 'release') this.dragged = undefined;
    else if (this.isPicked(index) && act === 'back') this.putBack();
    else if (this.isPicked(index)) this.move(index, act === 'keyUp' ? index - 1 : index + 1, 'handle');
  }

  /** After each rendering: the focus follows the row that moved away under it. */
  follow(root: Pick<ParentNode, 'querySelector'>): void {
    const { pressed } = this;
    if (!pressed) return;
    this.pressed = undefined;
    root.querySelector<Row>(`c-provisioning-ordered-row[data-index="${pressed.index}"]`)?.focusMove(pressed.place);
  }

  /** Picks the row up, or lets it go where it is now. */
  private pick(index: number): void {
    const rows = this.list.rows();
    const wasPicked = this.isPicked(index);
    this.show(wasPicked ? undefined : { index, origin: index, before: rows });
    const name = this.nameAt(rows, index);
    this.list.say(
      wasPicked
        ? format(labels.settingsMoveTo, name, this.positionOf(index))
        : format(labels.settingsMovePicked, name, this.positionOf(index), rows.length + this.locked),
    );
  }
  private putBack(): void {
    const { picked } = this;
    if (!picked) return;
    this.show(undefined);
    const index = picked.origin;
    this.pressed = { index, place: 'handle' };
    this.list.say(format(labels.settingsMoveBack, this.nameAt(picked.before, index), this.positionOf(index)));
    this.list.change(picked.before);
  }
  private drop(index: number): void {
    const { dragged } = this;
    this.dragged = undefined;
    if (dragged !== undefined) this.move(dragged, index, 'handle');
  }
  private move(from: number, index: number, place: Place): void {
    const rows = this.list.rows();
    const moved = rows[from];
    if (moved === undefined || index === from || index < 0 || index >= rows.length) return;
    const others = rows.filter((_, at) => at !== from);
    // what another row did to the places ends it
    this.show(this.picked && this.isPicked(from) ? { ...this.picked, index } : undefined);
    this.pressed = { index, place };
    this.list.say(format(labels.settingsMoveTo, this.list.nameOf(moved), this.positionOf(index)));
    this.list.change([...others.slice(0, index), moved, ...others.slice(index)]);
  }
  private show(picked: Picked<T> | undefined): void {
    this.picked = picked;
    this.list.pick(picked?.index);
  }
  private isPicked(index: number): boolean {
    return this.picked?.index === index;
  }
  private nameAt(rows: readonly T[], index: number): string {
    const row = rows[index];
    return row === undefined ? '' : this.list.nameOf(row);
  }
  private positionOf(index: number): number {
    return index + 1 + this.locked;
  }
}
