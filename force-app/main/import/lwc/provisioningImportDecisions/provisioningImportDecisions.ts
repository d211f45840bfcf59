import { LightningElement, api } from 'lwc';
import type { VerdictRow } from 'c/provisioningImportVerdicts';
import { count, format } from 'c/provisioningTexts';
import { labels } from './labels';

const OTHER = 'other';
const SAME = 'same';

/**
 * Rows that would give a known number to somebody else (R51), one after another: another person, whose row stays out, or the same one, which fires
 * `same` with the line of the row. A row that was taken leaves `rows`; one that was put off comes again after the others.
 */
export default class ProvisioningImportDecisions extends LightningElement {
  @api
  get rows(): readonly VerdictRow[] {
    return this.open;
  }
  set rows(rows: readonly VerdictRow[]) {
    const gone = this.open.filter(({ line }) => !rows.some((row) => row.line === line)).length;
    this.taken += gone;
    this.open = rows;
    if (gone > 0) this.choose(true);
  }
  readonly labels = labels;
  choice = OTHER;
  private open: readonly VerdictRow[] = [];
  /** Lines of rows that stay out, and of those put off, in their order. */
  private left: readonly number[] = [];
  private later: readonly number[] = [];
  private taken = 0;
  private movesFocus = false;

  renderedCallback(): void {
    if (!this.movesFocus) return;
    this.movesFocus = false;
    (this.refs?.heading as HTMLElement | undefined)?.focus();
  }

  get current(): VerdictRow | undefined {
    const undecided = this.open.filter(({ line }) => !this.left.includes(line));
    const putOff = this.later.flatMap((later) => undecided.filter(({ line }) => line === later));
    return undecided.find(({ line }) => !this.later.includes(line)) ?? putOff[0];
  }
  get about(): string {
    const { line = 0, number = '', name = '' } = this.current ?? {};
    return format(labels.importDecideRow, `${number} ${name}`.trim(), count(line));
  }
  get message(): string {
    return this.current?.verdict.message ?? '';
  }
  get sameText(): string {
    return format(labels.importDecideSameText, this.current?.name ?? '');
  }
  get isOther(): boolean {
    return this.choice === OTHER;
  }
  get isSame(): boolean {
    return this.choice === SAME;
  }
  get progress(): string {
    const decided = this.left.length + this.taken;
    return format(labels.importDecideOf, decided + 1, this.open.length + this.taken);
  }

  handleChoice(event: Event): void {
    this.choice = (event.target as HTMLInputElement).value;
  }
  handleLater(): void {
    const line = this.current?.line ?? 0;
    this.later = [...this.later.filter((other) => other !== line), line];
    this.choose(true);
  }
  handleSave(): void {
    const line = this.current?.line ?? 0;
    if (this.isSame) {
      this.dispatchEvent(new CustomEvent<number>('same', { detail: line }));
      return;
    }
    this.left = [...this.left, line];
    this.choose(true);
  }

  /** Each begins on the harmless choice. */
  private choose(movesFocus: boolean): void {
    this.choice = OTHER;
    this.movesFocus = movesFocus;
  }
}
