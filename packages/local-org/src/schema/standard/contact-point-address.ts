import { address, bool, date, datetime, int, lookup, picklist, string, time, type ObjectDeclaration } from '../declare';
import { TIME_ZONES } from './values';

// Fields, their properties and lengths: forcedotcom/sf-skills @ 2476476, enterprise_api/ContactPointAddress.json. The key prefix is ours: no source that was read gives it.
export const contactPointAddress: ObjectDeclaration = {
  name: 'ContactPointAddress',
  labelPlural: 'Contact Point Addresses',
  prefix: '8lW',
  audit: 'data',
  fields: [
    string('Name', 255, 'required', 'idLookup', 'name'),
    lookup('ParentId', ['Account', 'Individual'], { child: 'ContactPointAddresses' }),
    lookup('ContactPointPhoneId', 'ContactPointPhone', { child: 'ContactPointAddresses' }),
    ...address(''),
    picklist('AddressType', ['Billing', 'Shipping']),
    picklist('UsageType', ['Home', 'Work', 'Temporary', 'Inactive']),
    int('PreferenceRank'),
    bool('IsDefault'),
    bool('IsPrimary'),
    bool('IsThirdPartyAddress'),
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
