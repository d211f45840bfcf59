import { currency, date, double, int, lookup, percent, string, type ObjectDeclaration } from '../declare';

// The commonly used fields. Object Reference for the Salesforce Platform, OpportunityLineItem.
export const opportunityLineItem: ObjectDeclaration = {
  name: 'OpportunityLineItem',
  label: 'Opportunity Product',
  prefix: '00k',
  sharing: 'ControlledByParent',
  audit: 'data',
  fields: [
    string('Name', 376, 'readOnly', 'name'),
    lookup('OpportunityId', 'Opportunity', 'required', 'createOnly', 'masterDetail', { child: 'OpportunityLineItems' }),
    lookup('PricebookEntryId', 'PricebookEntry', 'createOnly', { child: 'OpportunityLineItems' }),
    lookup('Product2Id', 'Product2', 'createOnly', { child: 'OpportunityLineItems' }),
    double('Quantity', 2, 'required'),
    currency('UnitPrice', 2),
    currency('ListPrice', 2, 'readOnly'),
    currency('TotalPrice', 2),
    percent('Discount', 2),
    date('ServiceDate'),
    int('SortOrder'),
    string('Description', 255),
  ],
};
