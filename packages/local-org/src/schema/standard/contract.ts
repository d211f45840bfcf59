import { address, date, int, lookup, picklist, string, textarea, type ObjectDeclaration } from '../declare';

// The commonly used fields. Object Reference for the Salesforce Platform, Contract.
export const contract: ObjectDeclaration = {
  name: 'Contract',
  prefix: '800',
  audit: 'data',
  fields: [
    string('ContractNumber', 30, 'auto', 'idLookup', 'name', { displayFormat: '{00000000}' }),
    lookup('AccountId', 'Account', 'required', { child: 'Contracts' }),
    picklist('Status', ['In Approval Process', 'Activated', 'Draft'], 'required', 'defaulted', { initial: 'Draft' }),
    date('StartDate'),
    date('EndDate', 'readOnly'),
    int('ContractTerm'),
    string('Name', 80),
    textarea('Description', 32000),
    ...address('Billing'),
    lookup('OwnerId', 'User', 'required', 'defaulted'),
  ],
};
