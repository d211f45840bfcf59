import { bool, date, lookup, string, type ObjectDeclaration } from '../declare';

// The commonly used fields. Object Reference for the Salesforce Platform, CampaignMember.
export const campaignMember: ObjectDeclaration = {
  name: 'CampaignMember',
  prefix: '00v',
  sharing: 'ControlledByParent',
  audit: 'data',
  fields: [
    lookup('CampaignId', 'Campaign', 'required', 'createOnly', 'masterDetail', { child: 'CampaignMembers' }),
    lookup('LeadId', 'Lead', 'createOnly', { child: 'CampaignMembers' }),
    lookup('ContactId', 'Contact', 'createOnly', { child: 'CampaignMembers' }),
    string('Status', 40),
    bool('HasResponded', 'readOnly'),
    date('FirstRespondedDate', 'readOnly'),
  ],
};
