import { datetime, double, lookup, picklist, type ObjectDeclaration } from '../declare';

// Fields, their properties and lengths: forcedotcom/sf-skills @ 2476476, enterprise_api/ProcessInstance.json. Key prefix: fishofprey.com, "Obscure Salesforce object key prefixes".
// There are none: approval processes are not supported.
export const processInstance: ObjectDeclaration = {
  name: 'ProcessInstance',
  labelPlural: 'Process Instances',
  prefix: '04g',
  allows: [],
  audit: 'data',
  fields: [
    lookup(
      'TargetObjectId',
      ['Account', 'Asset', 'Campaign', 'Case', 'Contact', 'Contract', 'Lead', 'Opportunity', 'Product2'],
      'required',
      'readOnly',
      { child: 'ProcessInstances', relationship: 'TargetObject' },
    ),
    picklist(
      'Status',
      ['Approved', 'Fault', 'Held', 'NoResponse', 'Pending', 'Reassigned', 'Rejected', 'Removed', 'Started'],
      'required',
      'readOnly',
      'restricted',
    ),
    lookup('SubmittedById', 'User', 'readOnly'),
    lookup('LastActorId', 'User', 'readOnly'),
    datetime('CompletedDate', 'readOnly'),
    double('ElapsedTimeInDays', 3, 'readOnly'),
    double('ElapsedTimeInHours', 2, 'readOnly'),
    double('ElapsedTimeInMinutes', 0, 'readOnly'),
  ],
};
