import { bool, date, datetime, int, lookup, picklist, string, textarea, type ObjectDeclaration } from '../declare';

// The commonly used fields. Object Reference for the Salesforce Platform, Task.
export const task: ObjectDeclaration = {
  name: 'Task',
  prefix: '00T',
  sharing: 'Private',
  audit: 'data',
  fields: [
    lookup('WhoId', ['Contact', 'Lead'], { child: 'Tasks', relationship: 'Who' }),
    lookup('WhatId', ['Account', 'Opportunity', 'Case', 'Campaign'], { child: 'Tasks', relationship: 'What' }),
    string('Subject', 255, 'name'),
    date('ActivityDate', { label: 'Due Date Only' }),
    picklist('Type', ['Call', 'Email', 'Meeting', 'Other']),
    picklist('Status', ['Not Started', 'In Progress', 'Completed', 'Waiting on someone else', 'Deferred'], 'required', 'defaulted', {
      initial: 'Not Started',
    }),
    picklist('Priority', ['High', 'Normal', 'Low'], 'required', 'defaulted', { initial: 'Normal' }),
    textarea('Description', 32000),
    picklist('TaskSubtype', ['Task', 'Email', 'LinkedIn', 'ListEmail', 'Cadence', 'Call'], 'createOnly', 'restricted', { initial: 'Task' }),
    int('CallDurationInSeconds'),
    picklist('CallType', ['Internal', 'Inbound', 'Outbound'], 'restricted'),
    string('CallDisposition', 255),
    bool('IsReminderSet'),
    datetime('ReminderDateTime'),
    bool('IsClosed', 'readOnly'),
    lookup('OwnerId', 'User', 'required', 'defaulted'),
  ],
};
