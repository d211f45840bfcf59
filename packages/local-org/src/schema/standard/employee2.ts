import { datetime, email, lookup, picklist, string, type ObjectDeclaration } from '../declare';

// Fields and their properties: forcedotcom/sf-skills @ 2476476, enterprise_api/Employee2.json. Lengths, ExternalSourceName and
// FederationIdentifier: Salesforce Field Reference, Employee2.
export const employee2: ObjectDeclaration = {
  name: 'Employee2',
  label: 'Employee',
  // The real key prefix is not published in any source that was read.
  prefix: '9gs',
  sharing: 'ControlledByParent',
  feature: 'Employee2',
  audit: 'data',
  fields: [
    email('AlternateEmail', 80),
    lookup('ContactId', 'Contact', 'required', 'createOnly', 'masterDetail', { child: 'Employees' }),
    string('EmployeeNumber', 20, 'required', 'idLookup', 'unique'),
    picklist('EmployeeStatus', ['Active', 'Inactive', 'Leave', 'Terminated'], 'required'),
    picklist('EmployeeType', ['Alumnus', 'Contractor', 'Permanent', 'Intern', 'Temporary'], 'restricted'),
    picklist('EmploymentType', ['Full-Time', 'Part-Time']),
    string('ExternalSourceName', 255),
    string('FederationIdentifier', 255),
    lookup('InternalOrganizationUnitId', 'InternalOrganizationUnit'),
    datetime('LastReferencedDate', 'readOnly'),
    datetime('LastViewedDate', 'readOnly'),
    string('Name', 255, 'auto', 'idLookup', 'name', { displayFormat: 'EMP-{00000000}' }, { label: 'Employee Name' }),
    datetime('StatusEndDate'),
    datetime('StatusStartDate', 'required'),
    lookup('UserId', 'User', { child: 'Employees' }),
  ],
};
