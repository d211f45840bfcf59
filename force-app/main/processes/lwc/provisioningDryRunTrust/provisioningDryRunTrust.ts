import { LightningElement, api } from 'lwc';
import type { Tone } from 'c/provisioningStatusBadge';
import { count, format } from 'c/provisioningTexts';
import { labels } from './labels';

interface Ground {
  readonly key: string;
  readonly label: string;
  readonly icon: string;
  readonly tone: Tone;
  readonly text: string;
}
const HOLDS = { icon: 'utility:success', tone: 'good' } as const;
const CHANGED = { icon: 'utility:warning', tone: 'warning' } as const;

/** How far a dry run can be trusted: what it rests on, beside how that is now. */
export default class ProvisioningDryRunTrust extends LightningElement {
  @api process: Apex.ProvisioningProcessView | undefined;
  readonly labels = labels;

  get grounds(): readonly Ground[] {
    const { rehearsal, settingsVersion } = this.process ?? {};
    if (!rehearsal) return [];
    return [
      rehearsal.settingsAreSame
        ? { key: 'settings', label: labels.trustSettingsSame, text: format(labels.trustSettingsActive, settingsVersion ?? ''), ...HOLDS }
        : {
            key: 'settings',
            label: labels.trustSettingsChanged,
            text: format(labels.trustSettingsThen, settingsVersion ?? ''),
            ...CHANGED,
          },
      this.people(rehearsal),
      { key: 'unknown', label: labels.trustUnknown, text: labels.trustUnknownText, icon: 'utility:info', tone: 'neutral' },
    ];
  }

  private people({ peopleThen, peopleNow }: Apex.RunRehearsal): Ground {
    const text = peopleNow === null ? labels.trustPeopleUnknown : format(labels.trustPeople, count(peopleThen), count(peopleNow));
    const isSame = peopleNow === peopleThen;
    return { key: 'people', label: isSame ? labels.trustPeopleSame : labels.trustPeopleChanged, text, ...(isSame ? HOLDS : CHANGED) };
  }
}
