import { bool, int, picklist, string, textarea, type ObjectDeclaration } from '../declare';
import { LANGUAGES } from './values';

// Fields and lengths: Salesforce Field Reference, NamedCredential. Properties and values of PrincipalType: Object Reference for the Salesforce
// Platform, NamedCredential. There is no object of authentication providers here, so AuthProviderId is left out.
export const namedCredential: ObjectDeclaration = {
  name: 'NamedCredential',
  prefix: '0XA',
  sharing: 'None',
  allows: [],
  audit: 'setup',
  fields: [
    textarea('AuthTokenEndpointUrl', 1000, 'readOnly'),
    bool('CalloutOptionsAllowMergeFieldsInBody', 'readOnly'),
    bool('CalloutOptionsAllowMergeFieldsInHeader', 'readOnly'),
    bool('CalloutOptionsGenerateAuthorizationHeader', 'readOnly'),
    string('Description', 255, 'readOnly'),
    string('DeveloperName', 80, 'required', 'readOnly', 'unique', 'name'),
    textarea('Endpoint', 1000, 'readOnly'),
    textarea('JwtAudience', 1000, 'readOnly'),
    string('JwtFormulaSubject', 255, 'readOnly'),
    string('JwtIssuer', 255, 'readOnly'),
    string('JwtTextSubject', 255, 'readOnly'),
    int('JwtValidityPeriodSeconds', 'readOnly'),
    picklist('Language', LANGUAGES, 'required', 'readOnly', 'restricted'),
    string('MasterLabel', 80, 'required', 'readOnly'),
    string('NamespacePrefix', 15, 'readOnly'),
    picklist('PrincipalType', ['Anonymous', 'PerUser', 'NamedUser'], 'required', 'readOnly', 'restricted'),
  ],
};
