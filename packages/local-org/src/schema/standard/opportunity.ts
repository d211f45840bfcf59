import { bool, currency, date, double, int, lookup, percent, picklist, string, textarea, type ObjectDeclaration } from '../declare';
import { LEAD_SOURCES } from './person-values';

// The commonly used fields. Object Reference for the Salesforce Platform, Opportunity.
export const opportunity: ObjectDeclaration = {
  name: 'Opportunity',
  labelPlural: 'Opportunities',
  prefix: '006',
  audit: 'data',
  fields: [
    lookup('AccountId', 'Account', { child: 'Opportunities', deleteRule: 'cascade' }),
    string('Name', 120, 'required', 'name'),
    textarea('Description', 32000),
    picklist(
      'StageName',
      [
        'Prospecting',
        'Qualification',
        'Needs Analysis',
        'Value Proposition',
        'Id. Decision Makers',
        'Perception Analysis',
        'Proposal/Price Quote',
        'Negotiation/Review',
        'Closed Won',
        'Closed Lost',
      ],
      'required',
    ),
    currency('Amount', 2),
    percent('Probability', 0),
    date('CloseDate', 'required'),
    picklist('Type', ['Existing Customer - Upgrade', 'Existing Customer - Replacement', 'Existing Customer - Downgrade', 'New Customer']),
    string('NextStep', 255),
    picklist('LeadSource', LEAD_SOURCES),
    lookup('CampaignId', 'Campaign', { child: 'Opportunities' }),
    lookup('ContractId', 'Contract', { child: 'Opportunities' }),
    lookup('Pricebook2Id', 'Pricebook2', { child: 'Opportunities' }),
    double('TotalOpportunityQuantity', 2),
    bool('IsPrivate'),
    bool('HasOpportunityLineItem', 'readOnly'),
    bool('IsClosed', 'readOnly'),
    bool('IsWon', 'readOnly'),
    int('FiscalYear', 'readOnly'),
    lookup('ContactId', 'Contact', 'createOnly', { child: 'Opportunities' }),
    lookup('OwnerId', 'User', 'required', 'defaulted'),
  ],
};
