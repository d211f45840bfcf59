import { datetime, lookup, string, type ObjectDeclaration } from '../declare';

// Fields and their properties: forcedotcom/sf-skills @ 2476476, enterprise_api/EmpUserProvisionProcessErr.json. Lengths: Object Reference for the Salesforce Platform, EmpUserProvisionProcessErr.
export const empUserProvisionProcessErr: ObjectDeclaration = {
  name: 'EmpUserProvisionProcessErr',
  label: 'Employee User Provisioning Process Error',
  prefix: '9gu',
  sharing: 'ControlledByParent',
  feature: 'WorkplaceCommandCenter',
  audit: 'data',
  fields: [
    lookup('AccountId', 'Account'),
    lookup('EmployeeId', 'Employee'),
    string('ErrorCode', 32),
    string('ErrorMessage', 255),
    datetime('LastReferencedDate', 'readOnly'),
    datetime('LastViewedDate', 'readOnly'),
    string('Name', 80, 'auto', 'idLookup', 'name', { displayFormat: 'ERR-{00000000}' }, { label: 'Process Item Number' }),
    lookup('ProvisioningProcessId', 'EmpUserProvisioningProcess', 'required', 'createOnly', 'masterDetail', {
      child: 'EmpUserProvisionProcessErrs',
    }),
  ],
};
