import { format } from 'c/provisioningTexts';
import { labels } from './labels';

type Settings = Apex.ProvisioningSettingsData;
type Inputs = readonly Apex.ProvisioningSettingsInput[];

const unreadable = (settings: Settings, inputs: Inputs) =>
  inputs.filter(({ kind, name }) => {
    const value: unknown = settings[name as keyof Settings];
    return kind === 'WHOLE_NUMBER' && value !== null && value !== undefined && !Number.isInteger(value);
  });

const says = ({ userField, paths, constant, steps }: Apex.EmployeeFieldMapping): boolean =>
  !!(userField || paths.length || constant || steps.length);

/** Findings with the rows of the mapping as they stand on the page, where some say nothing and were not sent. */
export function placed(findings: readonly Apex.ProvisioningFinding[], settings: Settings): readonly Apex.ProvisioningFinding[] {
  const rows = settings.fieldMappings.flatMap((mapping, index) => (says(mapping) ? [index] : []));
  return findings.map((finding) => ({
    ...finding,
    field: finding.field?.replace(/^fieldMappings\[(\d+)\]/, (_, sent: string) => `fieldMappings[${rows[Number(sent)] ?? sent}]`) ?? null,
  }));
}

/** The settings without rows of the mapping that say nothing yet: whoever added one has not changed anything. */
export function meant(settings: Settings): Settings {
  const fieldMappings = settings.fieldMappings.filter(says);
  return fieldMappings.length === settings.fieldMappings.length ? settings : { ...settings, fieldMappings };
}

/** The settings as the server can read them: a number that is none would stop it from looking at all others. */
export function readable(settings: Settings, base: Settings, inputs: Inputs): Settings {
  return unreadable(settings, inputs).reduce(
    (all, { name }) => ({ ...all, [name as string]: base[name as keyof Settings] }),
    meant(settings),
  );
}

/** What is wrong with numbers that are none, in the words in which the server says it of those that are out of bounds. */
export function unreadableNumbers(settings: Settings, inputs: Inputs): readonly Apex.ProvisioningFinding[] {
  return unreadable(settings, inputs).map(({ name, label, least, most }) => ({
    code: null,
    field: name,
    severity: 'error',
    message: format(labels.provisioningFindingRange, label, String(least ?? 0), String(most ?? '')),
    fix: labels.provisioningFixRange,
    count: null,
    sample: [],
  }));
}
