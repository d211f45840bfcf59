import { count, format } from 'c/provisioningTexts';
import { labels } from './labels';

/** A guard as the page shows it: its meaning, its value, and today's figure. */
export interface Guard {
  readonly name: string;
  readonly label: string;
  readonly value: number | null;
  readonly help: string;
  /** Blank where nothing is counted. */
  readonly figure: string;
}

/** The sentence with these numbers; blank while one of them is not known. */
function told(label: string, ...numbers: readonly (number | null | undefined)[]): string {
  const isKnown = numbers.every((number) => typeof number === 'number');
  return isKnown ? format(label, ...numbers.map((number) => count(number ?? 0))) : '';
}

/** The guards of an app, with what they count today. */
export function guardsOf(settings: Apex.AppSettings, figures: Apex.AppGuardFigures | null): readonly Guard[] {
  const { creates, deactivations, allowedDeactivations, collected } = figures ?? {};
  return [
    {
      name: 'maximumCreates',
      label: labels.appsGuardLabelCreates,
      value: settings.maximumCreates,
      help: labels.appsGuardHelpCreates,
      figure: told(labels.appsGuardNow, creates),
    },
    {
      name: 'maximumDeactivations',
      label: labels.appsGuardLabelDeactivations,
      value: settings.maximumDeactivations,
      help: labels.appsGuardHelpDeactivations,
      figure: told(labels.appsGuardNow, deactivations),
    },
    {
      name: 'deactivationPercent',
      label: labels.appsGuardLabelPercent,
      value: settings.deactivationPercent,
      help: labels.appsGuardHelpPercent,
      figure: told(labels.appsGuardNowAllowed, deactivations, allowedDeactivations),
    },
    {
      name: 'failureRatePercent',
      label: labels.appsGuardLabelFailures,
      value: settings.failureRatePercent,
      help: labels.appsGuardHelpFailures,
      figure: '',
    },
    {
      name: 'minimumCollected',
      label: labels.appsGuardLabelCollected,
      value: settings.minimumCollected,
      help: labels.appsGuardHelpCollected,
      figure: told(labels.appsGuardNowCollected, collected),
    },
  ];
}
