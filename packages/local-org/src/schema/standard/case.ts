import { bool, datetime, email, lookup, picklist, string, textarea, type ObjectDeclaration } from '../declare';

// The commonly used fields. Object Reference for the Salesforce Platform, Case.
export const caseObject: ObjectDeclaration = {
  name: 'Case',
  prefix: '500',
  audit: 'data',
  fields: [
    string('CaseNumber', 30, 'auto', 'idLookup', 'name', { displayFormat: '{00000000}' }),
    lookup('ContactId', 'Contact', { child: 'Cases' }),
    lookup('AccountId', 'Account', { child: 'Cases' }),
    lookup('ParentId', 'Case', { child: 'Cases' }),
    string('SuppliedName', 80),
    email('SuppliedEmail', 80),
    picklist('Type', ['Mechanical', 'Electrical', 'Electronic', 'Structural', 'Other']),
    picklist('Status', ['New', 'Working', 'Escalated', 'Closed'], 'defaulted', { initial: 'New' }),
    picklist('Reason', ['Installation', 'Equipment Complexity', 'Performance', 'Breakdown', 'Equipment Design', 'Feedback', 'Other']),
    picklist('Origin', ['Phone', 'Email', 'Web']),
    string('Subject', 255),
    picklist('Priority', ['High', 'Medium', 'Low'], 'defaulted', { initial: 'Medium' }),
    textarea('Description', 32000),
    bool('IsClosed', 'readOnly'),
    datetime('ClosedDate', 'readOnly'),
    bool('IsEscalated'),
    lookup('OwnerId', ['Group', 'User'], 'required', 'defaulted'),
  ],
};
