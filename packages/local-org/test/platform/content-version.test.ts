import { describe, expect, it } from 'vitest';
import { ApexBlob } from '../../src/kernel/values';
import { garageOrg } from './org';

const file = (path: string, more: Readonly<Record<string, unknown>> = {}) => ({
  PathOnClient: path,
  VersionData: new ApexBlob(new TextEncoder().encode('hello')),
  ...more,
});

// Object Reference, ContentVersion and ContentDocumentLink.
describe('a content version', () => {
  it('brings its document and its links', () => {
    const org = garageOrg();
    const [account] = org.save('insert', 'Account', { Name: 'Acme' });
    const [id] = org.save('insert', 'ContentVersion', file('docs/plan.final.pdf', { FirstPublishLocationId: account }));
    expect(
      org.rows('SELECT "Id", "Title", "FileExtension", "FileType", "ContentSize", "IsLatest", "VersionNumber" FROM "ContentVersion"'),
    ).toEqual([[id, 'plan.final', 'pdf', 'PDF', 5, 1, '1']]);
    expect(org.rows('SELECT "Title", "LatestPublishedVersionId" FROM "ContentDocument"')).toEqual([['plan.final', id]]);
    expect(org.rows('SELECT "LinkedEntityId", "ShareType" FROM "ContentDocumentLink" ORDER BY "ShareType"')).toEqual([
      [org.userId('admin'), 'I'],
      [account, 'V'],
    ]);
  });

  it('of a document replaces the one before', () => {
    const org = garageOrg();
    const [first] = org.save('insert', 'ContentVersion', file('a.txt'));
    const document = org.one('SELECT "ContentDocumentId" FROM "ContentVersion"');
    const [second] = org.save('insert', 'ContentVersion', file('a.txt', { ContentDocumentId: document }));
    expect(org.rows('SELECT "Id", "IsLatest", "VersionNumber" FROM "ContentVersion" ORDER BY "Id"')).toEqual([
      [first, 0, '1'],
      [second, 1, '2'],
    ]);
    expect(org.rows('SELECT "LatestPublishedVersionId" FROM "ContentDocument"')).toEqual([[second]]);
  });

  it('goes with its document', () => {
    const org = garageOrg();
    org.save('insert', 'ContentVersion', file('a.txt'));
    org.save('delete', 'ContentDocument', { Id: org.one('SELECT "Id" FROM "ContentDocument"') });
    expect(org.one('SELECT count(*) FROM "ContentVersion" WHERE "IsDeleted" = 0')).toBe(0);
    expect(org.one('SELECT count(*) FROM "ContentDocumentLink"')).toBe(0);
  });

  it('can be linked to any record, custom ones too', () => {
    const org = garageOrg();
    org.save('insert', 'ContentVersion', file('a.txt'));
    const document = org.one('SELECT "Id" FROM "ContentDocument"');
    const [repair] = org.save('insert', 'Repair__c', { Plate__c: 'A1' });
    expect(org.save('insert', 'ContentDocumentLink', { ContentDocumentId: document, LinkedEntityId: repair })[0]).toMatch(/^06A/);
    expect(org.object('Repair__c').child('ContentDocumentLinks')?.childObject).toBe('ContentDocumentLink');
    org.save('delete', 'Repair__c', { Id: repair });
    expect(org.one('SELECT count(*) FROM "ContentDocumentLink" WHERE "LinkedEntityId" = ?', repair ?? null)).toBe(0);
  });
});
