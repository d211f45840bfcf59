import { datetime, lookup, picklist, string, type ObjectDeclaration } from '../declare';

// Fields and their properties: forcedotcom/sf-skills @ 2476476, enterprise_api/InternalOrganizationUnit.json. Lengths: Object Reference for the Salesforce Platform, InternalOrganizationUnit.
export const internalOrganizationUnit: ObjectDeclaration = {
  name: 'InternalOrganizationUnit',
  // The real key prefix is not published in any source that was read.
  prefix: '0gx',
  feature: ['Employee2', 'WorkplaceCommandCenter'],
  audit: 'data',
  fields: [
    string('Description', 255),
    datetime('LastReferencedDate', 'readOnly'),
    datetime('LastViewedDate', 'readOnly'),
    string('OrganizationCode', 255, 'required', 'idLookup', 'unique', 'name'),
    string('OrganizationName', 255),
    lookup('OwnerId', 'User', 'required', 'defaulted'),
    lookup('ParentOrganizationId', 'InternalOrganizationUnit'),
    picklist('Type', ['EXTERNAL_BUSINESS_UNIT', 'INTERNAL_ORGANIZATION'], 'restricted'),
  ],
};
