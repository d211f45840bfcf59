import { lookup, string, type ObjectDeclaration } from '../declare';
import { externalPerson, USER_PROVISIONING } from './user-prov-values';

// Fields, lengths and properties: forcedotcom/sf-skills @ 2476476, enterprise_api/UserProvMockTarget.json.
export const userProvMockTarget: ObjectDeclaration = {
  name: 'UserProvMockTarget',
  label: 'User Provisioning Mock Target',
  prefix: '0HX',
  sharing: 'None',
  feature: USER_PROVISIONING,
  audit: 'data',
  fields: [...externalPerson, string('Name', 255, 'required', 'idLookup', 'name'), lookup('OwnerId', 'User', 'required', 'defaulted')],
};
