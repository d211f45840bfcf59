import overviewSeatsLeft from '@salesforce/label/c.Overview_Seats_Left';
import overviewSeatsLeftReserve from '@salesforce/label/c.Overview_Seats_Left_Reserve';
import overviewSeatsNone from '@salesforce/label/c.Overview_Seats_None';
import overviewSeatsUsed from '@salesforce/label/c.Overview_Seats_Used';
import overviewSeatsUsedReserve from '@salesforce/label/c.Overview_Seats_Used_Reserve';

export const labels = {
  overviewSeatsLeft,
  overviewSeatsLeftReserve,
  overviewSeatsNone,
  overviewSeatsUsed,
  overviewSeatsUsedReserve,
};
