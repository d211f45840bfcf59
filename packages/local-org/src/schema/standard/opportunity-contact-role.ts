import { bool, lookup, picklist, type ObjectDeclaration } from '../declare';

// Fields, their properties and lengths: forcedotcom/sf-skills @ 2476476, enterprise_api/OpportunityContactRole.json. Key prefix: fishofprey.com, "Obscure Salesforce object key prefixes".
export const opportunityContactRole: ObjectDeclaration = {
  name: 'OpportunityContactRole',
  labelPlural: 'Opportunity Contact Roles',
  prefix: '00K',
  audit: 'data',
  fields: [
    lookup('OpportunityId', 'Opportunity', 'required', 'createOnly', { child: 'OpportunityContactRoles', deleteRule: 'cascade' }),
    lookup('ContactId', 'Contact', 'required', { child: 'OpportunityContactRoles', deleteRule: 'cascade' }),
    picklist('Role', [
      'Business User',
      'Decision Maker',
      'Economic Buyer',
      'Economic Decision Maker',
      'Evaluator',
      'Executive Sponsor',
      'Influencer',
      'Technical Buyer',
      'Other',
    ]),
    bool('IsPrimary'),
  ],
};
