import { bool, currency, date, double, lookup, percent, picklist, string, textarea, type ObjectDeclaration } from '../declare';

// The commonly used fields. Object Reference for the Salesforce Platform, Campaign.
export const campaign: ObjectDeclaration = {
  name: 'Campaign',
  prefix: '701',
  audit: 'data',
  fields: [
    string('Name', 80, 'required', 'name'),
    lookup('ParentId', 'Campaign', { child: 'ChildCampaigns' }),
    picklist('Type', [
      'Conference',
      'Webinar',
      'Trade Show',
      'Public Relations',
      'Partners',
      'Referral Program',
      'Advertisement',
      'Email',
      'Other',
    ]),
    picklist('Status', ['Planned', 'In Progress', 'Completed', 'Aborted'], 'defaulted', { initial: 'Planned' }),
    date('StartDate'),
    date('EndDate'),
    currency('ExpectedRevenue', 0),
    currency('BudgetedCost', 0),
    currency('ActualCost', 0),
    percent('ExpectedResponse', 2),
    double('NumberSent', 0),
    bool('IsActive'),
    textarea('Description', 32000),
    lookup('OwnerId', 'User', 'required', 'defaulted'),
  ],
};
