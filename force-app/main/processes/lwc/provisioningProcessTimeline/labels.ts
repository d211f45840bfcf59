import processEventBy from '@salesforce/label/c.Process_Event_By';
import processEventCancelled from '@salesforce/label/c.Process_Event_Cancelled';
import processEventContinued from '@salesforce/label/c.Process_Event_Continued';
import processEventEnded from '@salesforce/label/c.Process_Event_Ended';
import processEventLocked from '@salesforce/label/c.Process_Event_Locked';
import processEventParked from '@salesforce/label/c.Process_Event_Parked';
import processEventRetried from '@salesforce/label/c.Process_Event_Retried';
import processEventRevived from '@salesforce/label/c.Process_Event_Revived';
import processEvents from '@salesforce/label/c.Process_Events';
import processEventsNone from '@salesforce/label/c.Process_Events_None';
import processEventStarted from '@salesforce/label/c.Process_Event_Started';
import processEventTold from '@salesforce/label/c.Process_Event_Told';

export const labels = {
  processEventBy,
  processEventCancelled,
  processEventContinued,
  processEventEnded,
  processEventLocked,
  processEventParked,
  processEventRetried,
  processEventRevived,
  processEvents,
  processEventsNone,
  processEventStarted,
  processEventTold,
};
