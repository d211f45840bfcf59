import { lookup, string, type ObjectDeclaration } from '../declare';

// Object Reference for the Salesforce Platform, QueueSobject: which objects' records a queue may own. The prefix is from memory [org 17].
export const queueSobject: ObjectDeclaration = {
  name: 'QueueSobject',
  prefix: '03g',
  setup: true,
  sharing: 'None',
  audit: 'stamp',
  fields: [
    lookup('QueueId', 'Group', 'required', 'createOnly', { child: 'QueueSobjects', deleteRule: 'cascade' }),
    string('SobjectType', 40, 'required', 'createOnly', { label: 'Sobject Type' }),
    lookup('CreatedById', 'User', 'readOnly'),
  ],
};
