import { picklist, string, type ObjectDeclaration } from '../declare';

// Fields and their properties: forcedotcom/sf-skills @ 2476476, enterprise_api/CronJobDetail.json. Lengths: Object Reference for the Salesforce Platform, CronJobDetail.
export const cronJobDetail: ObjectDeclaration = {
  name: 'CronJobDetail',
  label: 'Cron Job',
  prefix: '08a',
  sharing: 'None',
  allows: [],
  audit: 'none',
  fields: [
    picklist(
      'JobType',
      [
        '3|Dashboard Refresh',
        '4|Reporting Snapshot',
        '6|Scheduled Flow',
        '7|Scheduled Apex',
        '8|Report Run',
        '9|Batch Job',
        'A|Reporting Notification',
      ],
      'readOnly',
      'restricted',
    ),
    string('Name', 64, 'required', 'readOnly', 'idLookup', 'name'),
  ],
};
