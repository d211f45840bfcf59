import { bool, lookup, string, type ObjectDeclaration } from '../declare';

// Fields and their properties: forcedotcom/sf-skills @ 2476476, enterprise_api/ApexTypeImplementor.json. The key prefix is ours: no source gives it.
export const apexTypeImplementor: ObjectDeclaration = {
  name: 'ApexTypeImplementor',
  prefix: '0ht',
  sharing: 'None',
  allows: [],
  audit: 'none',
  fields: [
    lookup('ApexClassId', 'ApexClass', 'required', 'readOnly'),
    string('ClassName', 255, 'required', 'readOnly'),
    string('ClassNamespacePrefix', 15, 'readOnly'),
    string('DurableId', 255, 'readOnly'),
    lookup('InterfaceApexClassId', 'ApexClass', 'readOnly'),
    string('InterfaceName', 255, 'required', 'readOnly'),
    string('InterfaceNamespacePrefix', 40, 'readOnly'),
    bool('IsConcrete', 'readOnly'),
  ],
};
