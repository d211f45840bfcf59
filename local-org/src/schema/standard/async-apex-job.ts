import { datetime, int, lookup, picklist, string, type ObjectDeclaration } from '../declare';

// Fields and their properties: forcedotcom/sf-skills @ 2476476, enterprise_api/AsyncApexJob.json. Lengths: Object Reference for the Salesforce Platform, AsyncApexJob.
export const asyncApexJob: ObjectDeclaration = {
  name: 'AsyncApexJob',
  label: 'Apex Job',
  prefix: '707',
  sharing: 'None',
  allows: [],
  audit: 'none',
  fields: [
    lookup('ApexClassId', 'ApexClass', 'readOnly'),
    datetime('CompletedDate', 'readOnly'),
    lookup('CronTriggerId', 'CronTrigger', 'readOnly'),
    string('ExtendedStatus', 1000, 'readOnly'),
    int('JobItemsProcessed', 'required', 'readOnly'),
    picklist(
      'JobType',
      [
        'Future',
        'SharingRecalculation',
        'ScheduledApex',
        'BatchApex',
        'BatchApexWorker',
        'TestRequest',
        'TestWorker',
        'ApexToken',
        'Queueable',
      ],
      'required',
      'readOnly',
      'restricted',
    ),
    string('LastProcessed', 15, 'readOnly'),
    int('LastProcessedOffset', 'readOnly'),
    string('MethodName', 255, 'readOnly'),
    int('NumberOfErrors', 'readOnly'),
    lookup('ParentJobId', 'AsyncApexJob', 'readOnly'),
    picklist(
      'Status',
      ['Queued', 'Processing', 'Aborted', 'Completed', 'Failed', 'Preparing', 'Holding'],
      'required',
      'readOnly',
      'restricted',
    ),
    int('TotalJobItems', 'readOnly'),
  ],
};
