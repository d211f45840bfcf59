import { LightningElement, api } from 'lwc';
import { format } from 'c/provisioningTexts';
import type { Clash } from './merge';
import { labels } from './labels';

export { changedSettings, chosen, countedChanges, merged, settingNamed, type Clash } from './merge';

/**
 * What somebody else saved while these settings were edited, and whose value counts where both changed the same. Fires `choose`
 * `{name, whose}`; what is not chosen is not decided for anybody.
 */
export default class ProvisioningSettingsMerge extends LightningElement {
  @api savedBy: string | null = null;
  @api versionNumber: number | null = null;
  /** Labels of what the other one changed. */
  @api changed: readonly string[] = [];
  /** Settings that both changed. */
  @api clashes: readonly Clash[] = [];

  readonly labels = labels;

  get title(): string {
    return format(labels.settingsMergeTitle, this.savedBy, this.versionNumber);
  }
  get changedText(): string {
    return this.changed.length ? format(labels.settingsMergeChanged, this.savedBy, this.changed.join(', ')) : '';
  }
  get rows() {
    return this.clashes.map(({ name, label, mine, theirs, whose }) => ({
      name,
      label,
      whose,
      options: [
        { label: format(labels.settingsMergeMine, mine || labels.settingsMergeEmpty), value: 'mine' },
        { label: format(labels.settingsMergeTheirs, theirs || labels.settingsMergeEmpty), value: 'theirs' },
      ],
    }));
  }

  /** Who saves is told at once, wherever the page stands. */
  @api
  focus(): void {
    (this.refs?.title as HTMLElement | undefined)?.focus();
  }

  handleChoice(event: CustomEvent<{ value: string }>): void {
    const { name } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('choose', { detail: { name, whose: event.detail.value } }));
  }
}
