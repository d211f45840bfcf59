import { labels } from './labels';

/** The views of the list, by the names of the API. */
export const VIEWS = [
  { value: 'All', label: labels.employeesViewAll, heading: labels.employeesHeadingAll },
  { value: 'WithUser', label: labels.employeesViewWithUser, heading: labels.employeesHeadingWithUser },
  { value: 'Waiting', label: labels.employeesViewWaiting, heading: labels.employeesHeadingWaiting },
  { value: 'Leavers', label: labels.employeesViewLeavers, heading: labels.employeesHeadingLeavers },
  { value: 'Returns', label: labels.employeesViewReturns, heading: labels.employeesHeadingReturns },
];

/** The one that opens by itself. */
export const WAITING = 'Waiting';

export const OUTCOMES = [
  { value: '', label: labels.itemsAllOutcomes },
  { value: 'Failed', label: labels.outcomeFailed },
  { value: 'Created', label: labels.outcomeCreated },
  { value: 'Linked', label: labels.outcomeLinked },
  { value: 'Updated', label: labels.outcomeUpdated },
  { value: 'Skipped', label: labels.outcomeSkipped },
];
