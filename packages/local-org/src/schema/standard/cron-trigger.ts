import { datetime, int, lookup, picklist, string, type ObjectDeclaration } from '../declare';
import { TIME_ZONES } from './values';

// Fields and their properties: forcedotcom/sf-skills @ 2476476, enterprise_api/CronTrigger.json. Lengths: Object Reference for the Salesforce Platform, CronTrigger.
export const cronTrigger: ObjectDeclaration = {
  name: 'CronTrigger',
  label: 'Scheduled Jobs',
  labelPlural: 'Scheduled Jobs',
  prefix: '08e',
  sharing: 'None',
  allows: [],
  audit: 'none',
  fields: [
    datetime('CreatedDate', 'required', 'readOnly'),
    lookup('CreatedById', 'User', 'required', 'readOnly'),
    lookup('LastModifiedById', 'User', 'required', 'readOnly'),
    string('CronExpression', 255, 'readOnly'),
    lookup('CronJobDetailId', 'CronJobDetail', 'readOnly'),
    datetime('EndTime', 'readOnly'),
    datetime('NextFireTime', 'readOnly'),
    lookup('OwnerId', 'User', 'readOnly'),
    datetime('PreviousFireTime', 'readOnly'),
    datetime('StartTime', 'readOnly'),
    string('State', 16, 'readOnly'),
    int('TimesTriggered', 'readOnly'),
    picklist('TimeZoneSidKey', TIME_ZONES, 'readOnly', 'restricted'),
  ],
};
