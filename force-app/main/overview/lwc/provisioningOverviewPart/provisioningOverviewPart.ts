import { LightningElement, api } from 'lwc';
import type { PageReference } from 'lightning/navigation';
import { labels } from './labels';

type Part = Apex.ProvisioningOverviewPart;

/** The page of the tab that a card is about, and of one of its lines. */
export function partPage({ page, parameter }: Part, id?: string | null): PageReference {
  return {
    type: 'standard__navItemPage',
    attributes: { apiName: page ?? '' },
    state: id && parameter ? { [parameter]: id } : {},
  };
}

/** A card that another feature adds to the overview: its lines, each with its state and the way to its page. */
export default class ProvisioningOverviewPart extends LightningElement {
  @api card: Part | undefined;
  readonly labels = labels;

  get title(): string {
    return this.card?.title ?? '';
  }
  get empty(): string {
    return this.card?.empty ?? '';
  }
  get page(): PageReference | undefined {
    return this.card && partPage(this.card);
  }
  get lines() {
    const { card } = this;
    return card ? card.lines.map((line) => ({ ...line, page: partPage(card, line.id) })) : [];
  }
  get isEmpty(): boolean {
    return this.lines.length === 0;
  }
}
