import { describe, expect, it } from 'vitest';
import { labelText, navigationLabel, readProject, translatedText } from '../../src/metadata';

const encode = (text: string) => new TextEncoder().encode(text);
const LABELS = `<CustomLabels>
  <labels><fullName>Hello</fullName><value>Hello</value></labels>
  <labels><fullName>Bye</fullName><value>Bye</value></labels>
</CustomLabels>`;

/** The translations come first, as they do when their package directory is named before the other. */
const read = (translations: Record<string, string>) =>
  readProject(
    new Map(
      [
        ...Object.entries(translations).map(([language, text]) => [`a/translations/${language}.translation-meta.xml`, text] as const),
        ['b/labels/CustomLabels.labels-meta.xml', LABELS] as const,
      ].map(([path, text]) => [path, encode(text)]),
    ),
  ).metadata;
const entry = (name: string, label: string) =>
  `  <customLabels>\n    <label>${label}</label>\n    <name>${name}</name>\n  </customLabels>\n`;

describe('translations of custom labels', () => {
  it('are read by language and label', () => {
    const metadata = read({
      de: `<Translations xmlns="http://soap.sforce.com/2006/04/metadata">\n${entry('Hello', 'Grüße &amp; Küsse')}</Translations>`,
    });
    expect(metadata.diagnostics).toEqual([]);
    expect(labelText(metadata, 'Hello', 'de')).toBe('Grüße & Küsse');
    expect(labelText(metadata, 'Bye', 'de')).toBe('Bye');
    expect(labelText(metadata, 'Hello', 'en_US')).toBe('Hello');
    expect(translatedText(metadata, 'Bye', 'de')).toBeUndefined();
    expect(labelText(metadata, 'Nobody', 'de')).toBeUndefined();
  });

  it('skip entries that a retrieved file lists without a text', () => {
    const metadata = read({ de: `<Translations>\n${entry('Hello', '<!-- Hello -->')}</Translations>` });
    expect(metadata.diagnostics).toEqual([]);
    expect(labelText(metadata, 'Hello', 'de')).toBe('Hello');
  });

  it('of Spanish serve users in Mexico, whose own come first', () => {
    const metadata = read({
      es: `<Translations>${entry('Hello', 'Hola')}${entry('Bye', 'Adiós')}</Translations>`,
      es_MX: `<Translations>${entry('Bye', 'Bye bye')}</Translations>`,
    });
    expect(['Hello', 'Bye'].map((name) => labelText(metadata, name, 'es_MX'))).toEqual(['Hola', 'Bye bye']);
    expect(labelText(metadata, 'Hello', 'fr')).toBe('Hello');
  });

  it('are refused at their place for a label that does not exist or is translated twice', () => {
    const metadata = read({
      de: `<Translations>\n${entry('Hello', 'Hallo')}${entry('Gone', 'Weg')}${entry('Hello', 'Servus')}</Translations>`,
    });
    expect(metadata.diagnostics).toEqual([
      {
        path: 'a/translations/de.translation-meta.xml',
        line: 8,
        column: 5,
        severity: 'error',
        message: 'In field: name - no CustomLabel named Gone found',
      },
      {
        path: 'a/translations/de.translation-meta.xml',
        line: 12,
        column: 5,
        severity: 'error',
        message: 'The CustomLabel Hello is translated more than once',
      },
    ]);
  });

  it('name tabs and applications', () => {
    const translated = (part: string, name: string) => `<${part}><label>Hallo</label><name>${name}</name></${part}>`;
    const { metadata } = readProject(
      new Map(
        Object.entries({
          'a/applications/Garage.app-meta.xml': '<CustomApplication><label>Garage</label></CustomApplication>',
          'a/tabs/Repairs.tab-meta.xml': '<CustomTab><label>Repairs</label></CustomTab>',
          'a/translations/de.translation-meta.xml': `<Translations>${translated('customApplications', 'Garage')}${translated('customTabs', 'Repairs')}
${translated('customTabs', 'Garage')}</Translations>`,
        }).map(([path, text]) => [path, encode(text)]),
      ),
    );
    expect(metadata.diagnostics.map((one) => `${one.line}: ${one.message}`)).toEqual([
      '2: In field: name - no CustomTab named Garage found',
    ]);
    const [garage, repairs] = [metadata.applications[0]!, metadata.tabs[0]!];
    expect([navigationLabel(metadata, 'applications', garage, 'de'), navigationLabel(metadata, 'tabs', repairs, 'de')]).toEqual([
      'Hallo',
      'Hallo',
    ]);
    expect([navigationLabel(metadata, 'applications', garage, 'fr'), navigationLabel(metadata, 'tabs', repairs, 'en_US')]).toEqual([
      'Garage',
      'Repairs',
    ]);
  });

  it('of fields are kept with the field, from files of their own or the file of the object', () => {
    const field = (label: string, name: string, more = '') => `<label>${label}</label>${more}<name>${name}</name>`;
    const { metadata } = readProject(
      new Map(
        Object.entries({
          'a/objectTranslations/Car__c-de/Car__c-de.objectTranslation-meta.xml': `<CustomObjectTranslation><gender>Neuter</gender>
<fields>${field('Farbe', 'Colour__c')}</fields><fields>${field('Weg', 'Gone__c')}</fields></CustomObjectTranslation>`,
          'a/objectTranslations/Car__c-de/Doors__c.fieldTranslation-meta.xml': `<CustomFieldTranslation>${field('Türen', 'Doors__c', '<help>Zahl</help>')}</CustomFieldTranslation>`,
          'a/objectTranslations/Car__c-es/Doors__c.fieldTranslation-meta.xml': `<CustomFieldTranslation>${field('Puertas', 'Doors__c')}</CustomFieldTranslation>`,
          'a/objectTranslations/Loose.fieldTranslation-meta.xml': `<CustomFieldTranslation>${field('x', 'Doors__c')}</CustomFieldTranslation>`,
          'a/objectTranslations/Odd.objectTranslation-meta.xml': '<CustomObjectTranslation/>',
          'b/objects/Car__c/fields/Colour__c.field-meta.xml': '<CustomField><label>Colour</label></CustomField>',
          'b/objects/Car__c/fields/Doors__c.field-meta.xml': '<CustomField><label>Doors</label></CustomField>',
        }).map(([path, text]) => [path, encode(text)]),
      ),
    );
    expect(metadata.objects.get('Car__c')?.fields.map((one) => one['$translations'])).toEqual([
      { de: 'Farbe' },
      { de: 'Türen', es: 'Puertas' },
    ]);
    expect(metadata.diagnostics.map((one) => `${one.severity} ${one.line} ${one.message}`)).toEqual([
      'error 2 In field: name - no CustomField named Car__c.Gone__c found',
      'warning 1 The local org translates the labels of fields only: gender has no effect in it',
      'warning 1 The local org translates the labels of fields only: help has no effect in it',
      'error 1 This file must lie in the folder of its object and language, objectTranslations/<Object>-<language>/',
      'error 1 An object translation is named <Object>-<language>.objectTranslation-meta.xml',
    ]);
  });

  it('have no effect for other parts and for languages that the local org does not have', () => {
    const metadata = read({
      de: '<Translations><reportTypes><label>Bericht</label><name>T</name></reportTypes></Translations>',
      tlh: `<Translations>${entry('Hello', 'nuqneH')}</Translations>`,
    });
    expect(metadata.diagnostics.map((one) => `${one.severity} ${one.message}`)).toEqual([
      'warning The local org translates custom labels, tabs and applications only: reportTypes has no effect in it',
      'warning The local org has no language tlh: this translation has no effect in it',
    ]);
    expect([...metadata.translations.keys()]).toEqual(['de']);
  });
});
