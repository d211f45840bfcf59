import provisioningFindingRange from '@salesforce/label/c.Provisioning_Finding_Range';
import provisioningFixRange from '@salesforce/label/c.Provisioning_Fix_Range';
import { format } from 'c/provisioningTexts';

type Settings = Apex.ProvisioningSettingsData;
type Inputs = readonly Apex.ProvisioningSettingsInput[];

const unreadable = (settings: Settings, inputs: Inputs) =>
  inputs.filter(({ kind, name }) => {
    const value: unknown = settings[name as keyof Settings];
    return kind === 'WHOLE_NUMBER' && value !== null && value !== undefined && !Number.isInteger(value);
  });

/** The settings as the server can read them: a number that is none would stop it from looking at all others. */
export function readable(settings: Settings, base: Settings, inputs: Inputs): Settings {
  return unreadable(settings, inputs).reduce((all, { name }) => ({ ...all, [name as string]: base[name as keyof Settings] }), settings);
}

/** What is wrong with numbers that are none, in the words in which the server says it of those that are out of bounds. */
export function unreadableNumbers(settings: Settings, inputs: Inputs): readonly Apex.ProvisioningFinding[] {
  return unreadable(settings, inputs).map(({ name, label, least, most }) => ({
    code: null,
    field: name,
    severity: 'error',
    message: format(provisioningFindingRange, label, String(least ?? 0), String(most ?? '')),
    fix: provisioningFixRange,
    count: null,
    sample: [],
  }));
}
