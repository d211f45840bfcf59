export { openStore, removeFiles, STORE_VERSION, type StoreOptions } from './open';
export { readMeta, writeMeta, deleteMeta } from './meta';
export { DatabaseInUseError, IncompatibleDatabaseError, StatementError } from './errors';
export type { SqlValue, Statement, Store } from './port';
