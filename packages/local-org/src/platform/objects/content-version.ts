import type { ObjectHook, Row } from '../../data/hooks';
import type { DataContext } from '../../data/port';
import { ApexBlob } from '../../kernel/values';
import { insertFollowing, textAt } from '../rows';

/**
 * Files: a version without a document brings its document and the links to its owner and to where it is published; the newest
 * version of a document is its latest (Object Reference, ContentVersion).
 */
export const contentVersionHook: ObjectHook = {
  object: 'ContentVersion',
  validate: (operation, rows) => {
    if (operation !== 'insert') return;
    for (const { record } of rows) {
      const path = textAt(record, 'PathOnClient') ?? '';
      const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
      const dot = name.lastIndexOf('.');
      const extension = dot > 0 ? name.slice(dot + 1) : null;
      const data = record.get('VersionData');
      if (textAt(record, 'Title') === null) record.set('Title', dot > 0 ? name.slice(0, dot) : name);
      record.set('FileExtension', extension);
      record.set('FileType', (extension ?? 'UNKNOWN').toUpperCase());
      record.set('ContentSize', data instanceof ApexBlob ? data.bytes.length : 0);
      record.set('IsLatest', true);
      record.set('VersionNumber', '1');
    }
  },
  written: (operation, rows, context) => {
    if (operation !== 'insert') return;
    addDocuments(rows.filter(({ record }) => textAt(record, 'ContentDocumentId') === null), context); // prettier-ignore
    for (const { record } of rows) supersede(record.id ?? '', textAt(record, 'ContentDocumentId') ?? '', context);
  },
};

function addDocuments(rows: readonly Row[], context: DataContext): void {
  const documents = rows.map(({ record }) => ({
    Title: textAt(record, 'Title'),
    FileType: textAt(record, 'FileType'),
    FileExtension: textAt(record, 'FileExtension'),
    ContentSize: record.get('ContentSize'),
    Description: textAt(record, 'Description'),
    OwnerId: textAt(record, 'OwnerId'),
    LatestPublishedVersionId: record.id,
  }));
  const ids = insertFollowing(context, 'ContentDocument', documents);
  rows.forEach(({ record }, i) => record.set('ContentDocumentId', ids[i]));
  const links = rows.flatMap(({ record }) => {
    const publishedAt = textAt(record, 'FirstPublishLocationId');
    const owner = textAt(record, 'OwnerId');
    const link = (entity: string | null, share: string) => ({
      ContentDocumentId: textAt(record, 'ContentDocumentId'),
      LinkedEntityId: entity,
      ShareType: share,
      Visibility: 'AllUsers',
    });
    return [link(owner, 'I'), ...(publishedAt !== null && publishedAt !== owner ? [link(publishedAt, 'V')] : [])];
  });
  insertFollowing(context, 'ContentDocumentLink', links);
}

/** Makes a version the latest of its document and counts it. */
function supersede(versionId: string, documentId: string, context: DataContext): void {
  const { store } = context;
  store.prepare('UPDATE "ContentVersion" SET "IsLatest" = 0 WHERE "ContentDocumentId" = ? AND "Id" <> ?').run(documentId, versionId);
  const former = store
    .prepare('SELECT count(*) FROM "ContentVersion" WHERE "ContentDocumentId" = ? AND "Id" <> ?')
    .get(documentId, versionId);
  const version = String(Number(former?.[0] ?? 0) + 1);
  store
    .prepare('UPDATE "ContentVersion" SET "ContentDocumentId" = ?, "VersionNumber" = ?, "VersionNumber$k" = ? WHERE "Id" = ?')
    .run(documentId, version, version, versionId);
  store.prepare('UPDATE "ContentDocument" SET "LatestPublishedVersionId" = ? WHERE "Id" = ?').run(versionId, documentId);
}
