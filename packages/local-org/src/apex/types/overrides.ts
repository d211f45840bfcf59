import type { RawType } from './platform';

/**
 * What the extracted index (API 65) lacks or mistypes, by namespace and lower-case qualified name. Members are added to the
 * extracted ones; one with the same name and parameters replaces it. Source: Apex reference, Winter '26 and later release notes.
 */
export const OVERRIDES: Readonly<Record<string, Readonly<Record<string, RawType>>>> = {
  database: {
    'database.cursor': {
      n: 'Database.Cursor',
      m: ['System.List<System.SObject> fetch(System.Integer,System.Integer)', 'System.Integer getNumRecords()'],
    },
    'database.paginationcursor': {
      n: 'Database.PaginationCursor',
      m: ['Database.CursorFetchResult fetchPage(System.Integer,System.Integer)', 'System.Integer getNumRecords()'],
    },
    'database.cursorfetchresult': {
      n: 'Database.CursorFetchResult',
      m: [
        'System.List<System.SObject> getRecords()',
        'System.Integer getNextIndex()',
        'System.Integer getNumDeletedRecords()',
        'System.Boolean isDone()',
      ],
    },
    'database.batchable': { n: 'Database.Batchable', m: ['System.Iterable<T> start(Database.BatchableContext)'] },
    'database.duplicateerror': { n: 'Database.DuplicateError', x: ['Database.Error'] },
    'database.querylocator': { n: 'Database.QueryLocator', m: ['System.String getQuery()', 'Database.QueryLocatorIterator iterator()'] },
  },
  messaging: {
    'messaging.customnotification': { n: 'Messaging.CustomNotification', m: ['void setSenderId(System.String)'] },
  },
  cache: {
    'cache.sessionpartition': { n: 'Cache.SessionPartition', x: ['Cache.Partition'] },
    'cache.orgpartition': { n: 'Cache.OrgPartition', x: ['Cache.Partition'] },
    'cache.session.sessioncacheexception': { n: 'Cache.Session.SessionCacheException', x: ['System.Exception'] },
    'cache.org.orgcacheexception': { n: 'Cache.Org.OrgCacheException', x: ['System.Exception'] },
    'cache.partition': { n: 'Cache.Partition' },
  },
  userprovisioning: {
    'userprovisioning.userprovisioningplugin': { n: 'UserProvisioning.UserProvisioningPlugin', x: ['Process.Plugin'] },
    'userprovisioning.connectortestutil': {
      n: 'UserProvisioning.ConnectorTestUtil',
      m: ['static SObjects.ConnectedApplication createConnectedApp(System.String)'],
    },
  },
  system: {
    'system.database': {
      n: 'System.Database',
      m: [
        'static Database.Cursor getCursor(System.String)',
        'static Database.Cursor getCursor(System.String,System.AccessLevel)',
        'static Database.Cursor getCursorWithBinds(System.String,System.Map<System.String,Object>,System.AccessLevel)',
        'static Database.PaginationCursor getPaginationCursor(System.String)',
        'static Database.PaginationCursor getPaginationCursor(System.String,System.AccessLevel)',
        'static Database.PaginationCursor getPaginationCursorWithBinds(System.String,System.Map<System.String,Object>,System.AccessLevel)',
      ],
    },
    'system.integer': { n: 'System.Integer', f: ['static System.Integer MAX_VALUE', 'static System.Integer MIN_VALUE'] },
    'system.long': { n: 'System.Long', f: ['static System.Long MAX_VALUE', 'static System.Long MIN_VALUE'] },
    'system.limits': {
      n: 'System.Limits',
      m: [
        'static System.Integer getApexCursors()',
        'static System.Integer getLimitApexCursors()',
        'static System.Integer getApexCursorRows()',
        'static System.Integer getLimitApexCursorRows()',
        'static System.Integer getFetchCallsOnApexCursor()',
        'static System.Integer getLimitFetchCallsOnApexCursor()',
      ],
    },
    'system.queueableduplicatesignature': {
      n: 'System.QueueableDuplicateSignature',
      m: ['static System.QueueableDuplicateSignature.Builder Builder()'],
    },
    'system.string': { n: 'System.String', m: ['System.String toString()'] },
    'system.exception': {
      n: 'System.Exception',
      m: ['System.Map<System.String,System.Set<System.String>> getInaccessibleFields()', 'System.String toString()'],
    },
    'system.iterator': { n: 'System.Iterator', i: 1, p: ['T'], m: ['System.Boolean hasNext()', 'T next()'] },
  },
};
