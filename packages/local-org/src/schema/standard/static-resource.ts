import { base64, int, picklist, string, textarea, type ObjectDeclaration } from '../declare';

// Fields and their properties: forcedotcom/sf-skills @ 2476476, enterprise_api/StaticResource.json.
export const staticResource: ObjectDeclaration = {
  name: 'StaticResource',
  prefix: '081',
  sharing: 'None',
  allows: [],
  audit: 'setup',
  fields: [
    string('Name', 255, 'required', 'idLookup', 'name'),
    base64('Body'),
    int('BodyLength', 'required', 'readOnly'),
    picklist('CacheControl', ['Private', 'Public'], 'required', 'restricted'),
    string('ContentType', 120, 'required'),
    textarea('Description', 255),
    string('NamespacePrefix', 15, 'readOnly'),
  ],
};
