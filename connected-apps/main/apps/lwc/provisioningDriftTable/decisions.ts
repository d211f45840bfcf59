import { count, format } from 'c/provisioningTexts';
import { labels } from './labels';

/** Something that is decided about all accounts that are shown. */
export interface DecisionForAll {
  readonly action: string;
  readonly label: string;
  readonly many: number;
}

const DECISIONS = [
  { action: 'Push', text: labels.appsDriftAllPush, kinds: ['ATTRIBUTES', 'ACTIVE_THERE', 'MISSING'] },
  { action: 'Adopt', text: labels.appsDriftAllAdopt, kinds: ['ATTRIBUTES'] },
  { action: 'Ignore', text: labels.appsDriftAllIgnore, kinds: ['ATTRIBUTES', 'ACTIVE_THERE', 'UNKNOWN'] },
] as const;

/** What can be decided about all that differ in this way (blank: in any), where there is somebody. */
export function decisionsFor(kind: string, counts: Readonly<Record<string, number>>): readonly DecisionForAll[] {
  return DECISIONS.map(({ action, text, kinds }) => {
    const many = kinds.filter((one) => kind === '' || kind === one).reduce((sum, one) => sum + (counts[one] ?? 0), 0);
    return { action, label: format(text, count(many)), many };
  }).filter(({ many }) => many > 0);
}
