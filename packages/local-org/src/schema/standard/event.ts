import { bool, date, datetime, int, lookup, picklist, string, textarea, type ObjectDeclaration } from '../declare';

// The commonly used fields. Object Reference for the Salesforce Platform, Event.
export const event: ObjectDeclaration = {
  name: 'Event',
  prefix: '00U',
  sharing: 'Private',
  audit: 'data',
  fields: [
    lookup('WhoId', ['Contact', 'Lead'], { child: 'Events', relationship: 'Who' }),
    lookup('WhatId', ['Account', 'Opportunity', 'Case', 'Campaign'], { child: 'Events', relationship: 'What' }),
    string('Subject', 255, 'name'),
    string('Location', 255),
    bool('IsAllDayEvent'),
    datetime('ActivityDateTime'),
    date('ActivityDate'),
    int('DurationInMinutes'),
    datetime('StartDateTime'),
    datetime('EndDateTime'),
    textarea('Description', 32000),
    picklist('Type', ['Call', 'Email', 'Meeting', 'Other']),
    picklist('ShowAs', ['Busy', 'OutOfOffice|Out of Office', 'Free'], 'defaulted', { initial: 'Busy' }),
    bool('IsPrivate'),
    lookup('OwnerId', 'User', 'required', 'defaulted'),
  ],
};
