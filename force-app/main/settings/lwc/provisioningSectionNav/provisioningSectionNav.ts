import { LightningElement, api } from 'lwc';
import { format } from 'c/provisioningTexts';
import { labels } from './labels';

/** A section of the page, and what is the matter with it. */
export interface SectionItem {
  readonly name: string;
  readonly label: string;
  /** Kept apart from the settings: it records, and is not saved. */
  readonly isRecord?: boolean;
  readonly errors?: number;
  readonly isChanged?: boolean;
}

/** The way between the sections of a long page, as a list or, where there is no room, as a combobox. Fires `sectionselect` with the name. */
export default class ProvisioningSectionNav extends LightningElement {
  @api sections: readonly SectionItem[] = [];
  @api selected = '';

  readonly labels = labels;

  get groups() {
    const items = this.sections.map(({ name, label, isRecord, errors, isChanged }) => {
      // in words: the badge of the base component takes a number alone, and says "new items" of it
      const state = errors ? format(labels.settingsNavErrors, errors) : isChanged ? labels.settingsNavChanged : '';
      return { name, text: state ? `${label} (${state})` : label, isRecord: isRecord ?? false };
    });
    return [
      { label: labels.settingsNav, items: items.filter(({ isRecord }) => !isRecord) },
      { label: labels.settingsNavRecords, items: items.filter(({ isRecord }) => isRecord) },
    ].filter(({ items: some }) => some.length > 0);
  }
  get options() {
    return this.groups.flatMap(({ items }) => items.map(({ name, text }) => ({ value: name, label: text })));
  }

  handleSelect(event: CustomEvent<{ name: string }>): void {
    this.tell(event.detail.name);
  }
  handleChoice(event: CustomEvent<{ value: string }>): void {
    this.tell(event.detail.value);
  }

  /** The list tells what it was given, too. */
  private tell(name: string): void {
    if (name && name !== this.selected) this.dispatchEvent(new CustomEvent('sectionselect', { detail: name }));
  }
}
