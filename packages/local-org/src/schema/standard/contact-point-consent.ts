import { datetime, lookup, picklist, string, type ObjectDeclaration } from '../declare';

// Fields, their properties and lengths: forcedotcom/sf-skills @ 2476476, enterprise_api/ContactPointConsent.json. The key prefix is ours: no source that was read gives it.
export const contactPointConsent: ObjectDeclaration = {
  name: 'ContactPointConsent',
  labelPlural: 'Contact Point Consents',
  prefix: '0ZX',
  audit: 'data',
  fields: [
    string('Name', 255, 'required', 'idLookup', 'name'),
    lookup('ContactPointId', ['ContactPointAddress', 'ContactPointEmail', 'ContactPointPhone'], 'required', {
      child: 'ContactPointConsents',
    }),
    lookup('PartyId', 'Individual', 'readOnly'),
    picklist('PrivacyConsentStatus', ['NotSeen', 'OptIn', 'OptInPending', 'OptOut', 'Seen'], 'required', 'defaulted', 'restricted', {
      initial: 'NotSeen',
    }),
    picklist('CaptureContactPointType', ['Email', 'MailingAddress', 'Phone', 'Social', 'Web'], 'restricted'),
    datetime('CaptureDate'),
    string('CaptureSource', 255),
    datetime('DoubleConsentCaptureDate'),
    datetime('EffectiveFrom'),
    datetime('EffectiveTo'),
    datetime('LastReferencedDate', 'readOnly'),
    datetime('LastViewedDate', 'readOnly'),
    lookup('OwnerId', 'User', 'required', 'defaulted'),
  ],
};
