import causePeople from '@salesforce/label/c.Cause_People';
import causeRetryable from '@salesforce/label/c.Cause_Retryable';
import causeShowPeople from '@salesforce/label/c.Cause_Show_People';
import itemsRetry from '@salesforce/label/c.Items_Retry';

export const labels = {
  causePeople,
  causeRetryable,
  causeShowPeople,
  itemsRetry,
};
