import { describe, expect, it } from 'vitest';
import { orgOf } from './project';

const xml = (kind: string, body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${kind} xmlns="http://soap.sforce.com/2006/04/metadata" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">${body}</${kind}>\n`;
const relationship = (name: string, target: string): string =>
  xml(
    'CustomField',
    `<fullName>${name}__c</fullName><label>${name}</label><type>MetadataRelationship</type><referenceTo>${target}</referenceTo><relationshipName>Rules</relationshipName>`,
  );
const record = (label: string, values: Readonly<Record<string, string>>): string =>
  xml(
    'CustomMetadata',
    `<label>${label}</label>${Object.entries(values)
      .map(([field, value]) => `<values><field>${field}</field><value xsi:type="xsd:string">${value}</value></values>`)
      .join('')}`,
  );
const metadata = {
  'objects/Rule__mdt/Rule__mdt.object': xml('CustomObject', '<label>Rule</label>'),
  'objects/Rule__mdt/fields/Object__c.field': relationship('Object', 'EntityDefinition'),
  'objects/Part__mdt/Part__mdt.object': xml('CustomObject', '<label>Part</label>'),
  'objects/Part__mdt/fields/Rule__c.field': relationship('Rule', 'Rule__mdt'),
  'customMetadata/Part.One.md': record('One', { Rule__c: 'Whole' }),
  'customMetadata/Rule.Whole.md': record('Whole', { Object__c: 'account' }),
};

describe('records of custom metadata types', () => {
  it('lead to each other and to the objects that they name', () => {
    const { call } = orgOf({
      metadata,
      classes: {
        T: `public class T {
          public static String m() {
            Part__mdt part = [SELECT Rule__r.DeveloperName, Rule__r.Object__c, Rule__r.Object__r.QualifiedApiName, Rule__r.Object__r.Label FROM Part__mdt WHERE Rule__r.Object__r.QualifiedApiName = 'Account'];
            return part.Rule__r.DeveloperName + ' ' + part.Rule__r.Object__c + ' ' + part.Rule__r.Object__r.QualifiedApiName + ' ' + part.Rule__r.Object__r.Label;
          }
        }`,
      },
    });
    expect(call('T.m')).toBe('Whole Account Account Account');
  });

  it('are refused when what they name does not exist', () => {
    const wrong = { ...metadata, 'customMetadata/Part.One.md': record('One', { Rule__c: 'Nothing' }) };
    expect(() => orgOf({ metadata: wrong })).toThrow('In field: Rule__c - no Rule__mdt named Nothing found');
  });
});
