import { bool, picklist, string, textarea, url, type ObjectDeclaration } from '../declare';

// The commonly used fields. Object Reference for the Salesforce Platform, Product2.
export const product2: ObjectDeclaration = {
  name: 'Product2',
  label: 'Product',
  prefix: '01t',
  audit: 'data',
  fields: [
    string('Name', 255, 'required', 'name'),
    string('ProductCode', 255),
    textarea('Description', 4000),
    bool('IsActive'),
    picklist('Family', ['None']),
    string('StockKeepingUnit', 180),
    url('DisplayUrl', 1000),
    string('ExternalId', 255),
  ],
};
