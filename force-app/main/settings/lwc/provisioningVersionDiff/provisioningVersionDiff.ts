import { LightningElement, api } from 'lwc';
import { SECTIONS, sectionOf } from 'c/provisioningSettingsSections';
import { format } from 'c/provisioningTexts';
import { labels } from './labels';

type Change = Apex.ProvisioningSettingsVersion_Change;

/** What differs between two versions of the settings, setting by setting, by the sections of the page. */
export default class ProvisioningVersionDiff extends LightningElement {
  @api changes: readonly Change[] = [];
  /** The inputs of the page, which say in which section a setting stands. */
  @api inputs: readonly Apex.ProvisioningSettingsInput[] = [];
  /** Numbers of the two versions. */
  @api older: number | null = null;
  @api newer: number | null = null;

  readonly labels = labels;

  get isDifferent(): boolean {
    return this.changes.length > 0;
  }
  get summary(): string {
    return this.isDifferent
      ? format(labels.settingsCompareDiffer, this.changes.length, this.older, this.newer)
      : format(labels.settingsCompareSame, this.older, this.newer);
  }
  get title(): string {
    return format(labels.settingsCompareTable, this.newer, this.older);
  }
  get olderTitle(): string {
    return format(labels.settingsVersion, this.older);
  }
  get newerTitle(): string {
    return format(labels.settingsVersion, this.newer);
  }
  /** In the order of the page; what no section shows comes last, under its own name. */
  get groups() {
    const named = SECTIONS.map(({ name, label }) => ({ name, label, rows: this.rowsOf(name) }));
    return [...named, { name: '', label: labels.settingsCompareSetting, rows: this.rowsOf(undefined) }].filter(
      ({ rows }) => rows.length > 0,
    );
  }

  private rowsOf(section: string | undefined) {
    return this.changes
      .filter(({ name }) => sectionOf(name ?? '', this.inputs) === section)
      .map(({ name, label, before, after }) => ({ key: name ?? '', label, before, after }));
  }
}
