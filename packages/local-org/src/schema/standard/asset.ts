import { currency, date, double, int, lookup, picklist, string, textarea, type ObjectDeclaration } from '../declare';

// The commonly used fields. Object Reference for the Salesforce Platform, Asset.
export const asset: ObjectDeclaration = {
  name: 'Asset',
  prefix: '02i',
  audit: 'data',
  fields: [
    string('Name', 255, 'required', 'name'),
    lookup('AccountId', 'Account', { child: 'Assets' }),
    lookup('ContactId', 'Contact', { child: 'Assets' }),
    lookup('ParentId', 'Asset', { child: 'ChildAssets' }),
    lookup('Product2Id', 'Product2', { child: 'Assets' }),
    string('SerialNumber', 80),
    date('InstallDate'),
    date('PurchaseDate'),
    picklist('Status', ['Shipped', 'Installed', 'Registered', 'Obsolete', 'Purchased']),
    currency('Price', 0),
    double('Quantity', 2),
    int('AssetLevel', 'readOnly'),
    textarea('Description', 32000),
    lookup('OwnerId', 'User', 'required', 'defaulted'),
  ],
};
