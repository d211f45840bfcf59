import { bool, string, type ObjectDeclaration } from '../declare';

// The commonly used fields. Object Reference for the Salesforce Platform, Pricebook2.
export const pricebook2: ObjectDeclaration = {
  name: 'Pricebook2',
  label: 'Price Book',
  prefix: '01s',
  audit: 'data',
  fields: [string('Name', 255, 'required', 'name'), bool('IsActive'), bool('IsStandard', 'readOnly'), string('Description', 255)],
};
