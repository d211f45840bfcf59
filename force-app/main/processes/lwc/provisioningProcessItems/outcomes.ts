import { labels } from './labels';

/** Outcomes that leave a row; who was created by a live run is known from the user. */
export const OUTCOMES = [
  { value: '', label: labels.itemsAllOutcomes },
  { value: 'Failed', label: labels.outcomeFailed },
  { value: 'Created', label: labels.outcomeCreated },
  { value: 'Linked', label: labels.outcomeLinked },
  { value: 'Updated', label: labels.outcomeUpdated },
  { value: 'Skipped', label: labels.outcomeSkipped },
];
