import { labels } from './labels';

/** Something that is decided about all accounts that match. */
interface Decision {
  readonly value: string;
  readonly label: string;
  /** What happens, for how many and at which app. */
  readonly sentence: string;
}

export const DECISIONS: readonly Decision[] = [
  { value: 'Update', label: labels.appsDoUpdate, sentence: labels.appsForAllUpdate },
  { value: 'Push', label: labels.appsDoPush, sentence: labels.appsDriftPushQuestion },
  { value: 'Unlink', label: labels.appsDoUnlink, sentence: labels.appsForAllUnlink },
  { value: 'Ignore', label: labels.appsDoIgnore, sentence: labels.appsDriftIgnoreQuestion },
  { value: 'Adopt', label: labels.appsDoAdopt, sentence: labels.appsDriftAdoptQuestion },
];
