import { picklist, string, textarea, url, type ObjectDeclaration } from '../declare';
import { LANGUAGES } from './values';

// Fields: apex-dev-tools/sobject-types, ExternalClientApplication.java; the Object Reference calls the object internal and gives no lengths: those here,
// and the key prefix, are ours. Its rows come from metadata (`externalClientApps`).
export const externalClientApplication: ObjectDeclaration = {
  name: 'ExternalClientApplication',
  label: 'External Client App',
  prefix: '0xI',
  sharing: 'None',
  allows: [],
  audit: 'data',
  fields: [
    string('ContactEmail', 255, 'readOnly'),
    string('ContactPhone', 40, 'readOnly'),
    textarea('Description', 255, 'readOnly'),
    string('DeveloperName', 80, 'required', 'readOnly', 'name'),
    picklist('DistributionState', ['Local', 'Packaged', 'Managed', 'AutoInstalled'], 'readOnly', 'restricted'),
    url('IconUrl', 255, 'readOnly'),
    url('InfoUrl', 255, 'readOnly'),
    picklist('Language', LANGUAGES, 'required', 'readOnly', 'restricted'),
    url('LogoUrl', 255, 'readOnly'),
    picklist('ManagedType', ['Local', 'Global'], 'readOnly', 'restricted'),
    string('MasterLabel', 80, 'required', 'readOnly'),
    string('NamespacePrefix', 15, 'readOnly'),
    string('OrgScopedExternalApp', 255, 'readOnly'),
    string('Version', 40, 'readOnly'),
  ],
};
