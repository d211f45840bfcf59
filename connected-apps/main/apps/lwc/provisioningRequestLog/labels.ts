import appsRequestLog from '@salesforce/label/c.Apps_Request_Log';
import appsRequestLogEmpty from '@salesforce/label/c.Apps_Request_Log_Empty';

export const labels = {
  appsRequestLog,
  appsRequestLogEmpty,
};
