import { bool, date, datetime, int, lookup, phone, picklist, string, time, type ObjectDeclaration } from '../declare';
import { TIME_ZONES } from './values';

// Fields, their properties and lengths: forcedotcom/sf-skills @ 2476476, enterprise_api/ContactPointPhone.json. The key prefix is ours: no source that was read gives it.
export const contactPointPhone: ObjectDeclaration = {
  name: 'ContactPointPhone',
  labelPlural: 'Contact Point Phones',
  prefix: '0Ow',
  audit: 'data',
  fields: [
    string('Name', 255, 'required', 'readOnly', 'idLookup', 'name'),
    lookup('ParentId', ['Account', 'Individual'], { child: 'ContactPointPhones' }),
    phone('TelephoneNumber', 'required'),
    string('AreaCode', 30),
    string('ExtensionNumber', 30),
    string('FormattedInternationalPhoneNumber', 250),
    string('FormattedNationalPhoneNumber', 250),
    picklist('PhoneType', ['Home', 'Mobile'], 'restricted'),
    picklist('UsageType', ['Home', 'Work', 'Temp']),
    int('PreferenceRank'),
    bool('IsPrimary'),
    bool('IsBusinessPhone'),
    bool('IsPersonalPhone'),
    bool('IsFaxCapable'),
    bool('IsSmsCapable'),
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
