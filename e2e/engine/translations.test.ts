import { readProject } from 'local-org/project';
import { describe, expect, it } from 'vitest';
import { root } from './served-org';

const { metadata } = readProject(root);
const placeholdersOf = (text: string): string[] => (text.match(/\{\d+\}/g) ?? []).sort();

describe('the texts of the product (R35)', () => {
  it('can be formatted: no apostrophe beside a placeholder, because String.format takes it away', () => {
    expect([...metadata.labels].filter(([, text]) => text.includes("'") && placeholdersOf(text).length > 0)).toEqual([]);
  });
});

describe('the package of translations (R35)', () => {
  it('holds German', () => {
    expect([...metadata.translations.keys()]).toEqual(['de']);
  });

  for (const [language, { labels: texts, tabs, applications }] of metadata.translations) {
    it(`has a text in ${language} for every label of the product`, () => {
      expect([...metadata.labels.keys()].filter((name) => !texts.has(name))).toEqual([]);
    });

    it(`names the pages and the app in ${language}`, () => {
      const pages = metadata.tabs.filter((tab) => tab.lwcComponent !== null).map((tab) => tab.name);
      expect([...tabs.keys()].sort()).toEqual(pages.sort());
      expect([...applications.keys()]).toEqual(metadata.applications.map((application) => application.name));
    });

    it(`has the ${language} labels of every field that the settings page names`, () => {
      for (const object of ['EmployeeUserSettings__c', 'UserFieldMapping__c', 'AssignmentRule__c', 'UserValueTable__c']) {
        const fields = metadata.objects.get(object)!.fields;
        expect(fields.filter((field) => !(field['$translations'] as Record<string, string> | undefined)?.[language])).toEqual([]);
      }
    });

    it(`translates nothing else into ${language}`, () => {
      expect(metadata.diagnostics.filter(({ path }) => path.startsWith('translations/'))).toEqual([]);
    });

    it(`keeps the placeholders in ${language}`, () => {
      const changed = [...texts].filter(
        ([name, text]) => `${placeholdersOf(text)}` !== `${placeholdersOf(metadata.labels.get(name) ?? '')}`,
      );
      expect(changed).toEqual([]);
    });

    it(`can be formatted and stored in ${language}: no apostrophe beside a placeholder, at most 1,000 characters`, () => {
      expect([...texts].filter(([, text]) => (text.includes("'") && placeholdersOf(text).length > 0) || text.length > 1000)).toEqual([]);
    });
  }
});
