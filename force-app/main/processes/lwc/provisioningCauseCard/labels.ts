import causeRetry from '@salesforce/label/c.Cause_Retry';
import causeRetryable from '@salesforce/label/c.Cause_Retryable';
import causeShowPeople from '@salesforce/label/c.Cause_Show_People';
import causeTitle from '@salesforce/label/c.Cause_Title';

export const labels = {
  causeRetry,
  causeRetryable,
  causeShowPeople,
  causeTitle,
};
