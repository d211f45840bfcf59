import { LightningElement, api } from 'lwc';
import type { PageReference } from 'lightning/navigation';
import type { FieldDifference } from 'c/provisioningFieldDiff';
import type { Share } from 'c/provisioningCharts';
import type { Tone } from 'c/provisioningStatusBadge';

/** What stands in one place of a table: one or two lines. */
export interface Cell {
  /** The first line. */
  readonly text?: string | null;
  /** The second line, smaller. */
  readonly second?: string | null;
  /** Makes the first line a link. */
  readonly reference?: PageReference | null;
  /** Makes the first line a button that fires `cellaction` (bubbling) with this name. */
  readonly action?: string | null;
  /** A sign before the first line; the word beside it says the same. */
  readonly icon?: string | null;
  readonly tone?: Tone;
  /** Shows the first line as a badge. */
  readonly badge?: boolean;
  /** Shares that the first line tells in words, as a bar above it. */
  readonly bar?: readonly Share[] | null;
  /** What differs, field by field; the first line is left out then. */
  readonly differences?: readonly FieldDifference[] | null;
  /** An ISO 8601 text: the first line is this moment. */
  readonly moment?: string | null;
}

const VARIANTS: Readonly<Record<Tone, string | undefined>> = {
  good: 'success',
  bad: 'error',
  warning: 'warning',
  info: undefined,
  neutral: undefined,
};

/** One cell of a record table. */
export default class ProvisioningRecordCell extends LightningElement {
  @api cell: Cell = {};

  get tone(): Tone {
    return this.cell.tone ?? 'neutral';
  }
  get variant(): string | undefined {
    return VARIANTS[this.tone];
  }
  get icon(): string | null | undefined {
    return this.cell.badge ? null : this.cell.icon;
  }

  /** The sign and its word stand in one line, however narrow the column is. */
  get look(): string | null {
    return this.icon ? 'signed' : null;
  }

  /** The keyboard goes to the button, where there is one. */
  @api
  focus(): void {
    this.template?.querySelector('button')?.focus();
  }

  handleAction(): void {
    this.dispatchEvent(new CustomEvent('cellaction', { detail: this.cell.action }));
  }
}
