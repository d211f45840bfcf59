import { bool, currency, lookup, string, type ObjectDeclaration } from '../declare';

// The commonly used fields. Object Reference for the Salesforce Platform, PricebookEntry.
export const pricebookEntry: ObjectDeclaration = {
  name: 'PricebookEntry',
  label: 'Price Book Entry',
  labelPlural: 'Price Book Entries',
  prefix: '01u',
  audit: 'data',
  fields: [
    string('Name', 255, 'readOnly', 'name'),
    lookup('Pricebook2Id', 'Pricebook2', 'required', 'createOnly', { child: 'PricebookEntries' }),
    lookup('Product2Id', 'Product2', 'required', 'createOnly', { child: 'PricebookEntries' }),
    currency('UnitPrice', 2, 'required'),
    bool('IsActive'),
    bool('UseStandardPrice'),
  ],
};
