import { datetime, int, picklist, string, type ObjectDeclaration } from '../declare';

// Fields and their properties: forcedotcom/sf-skills @ 2476476, enterprise_api/EmpUserProvisioningProcess.json. Lengths: Object Reference for the Salesforce Platform, EmpUserProvisioningProcess.
export const empUserProvisioningProcess: ObjectDeclaration = {
  name: 'EmpUserProvisioningProcess',
  label: 'Employee User Provisioning Process',
  labelPlural: 'Employee User Provisioning Processes',
  prefix: '3wO',
  feature: 'WorkplaceCommandCenter',
  audit: 'data',
  fields: [
    datetime('EndTime'),
    int('ErrorRecordCount', { label: 'Error' }),
    datetime('LastReferencedDate', 'readOnly'),
    datetime('LastViewedDate', 'readOnly'),
    string('Name', 80, 'auto', 'idLookup', 'name', { displayFormat: 'PROC-{00000000}' }, { label: 'Process Number' }),
    picklist('ProcessStatus', ['Aborted', 'Cancelled', 'Failed', 'Finished', 'Initializing', 'Processing', 'Queued'], 'restricted', {
      label: 'Status',
    }),
    datetime('StartTime'),
    int('SuccessRecordCount', { label: 'Success' }),
    int('TotalRecordCount', { label: 'Total' }),
  ],
};
