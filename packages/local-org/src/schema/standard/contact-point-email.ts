import { bool, date, datetime, email, lookup, picklist, string, time, type ObjectDeclaration } from '../declare';
import { TIME_ZONES } from './values';

// Fields, their properties and lengths: forcedotcom/sf-skills @ 2476476, enterprise_api/ContactPointEmail.json. The key prefix is ours: no source that was read gives it.
export const contactPointEmail: ObjectDeclaration = {
  name: 'ContactPointEmail',
  labelPlural: 'Contact Point Emails',
  prefix: '9Vl',
  audit: 'data',
  fields: [
    string('Name', 255, 'required', 'readOnly', 'idLookup', 'name'),
    lookup('ParentId', ['Account', 'Individual'], { child: 'ContactPointEmails' }),
    email('EmailAddress', 80, 'required'),
    string('EmailMailBox', 250),
    string('EmailDomain', 250),
    datetime('EmailLatestBounceDateTime'),
    string('EmailLatestBounceReasonText', 250),
    picklist('UsageType', ['Home', 'Work', 'Temp']),
    bool('IsPrimary'),
    date('ActiveFromDate'),
    date('ActiveToDate'),
    time('BestTimeToContactStartTime'),
    time('BestTimeToContactEndTime'),
    picklist('BestTimeToContactTimezone', TIME_ZONES, 'restricted'),
    datetime('LastReferencedDate', 'readOnly'),
    datetime('LastViewedDate', 'readOnly'),
    lookup('OwnerId', 'User', 'required', 'defaulted'),
  ],
};
