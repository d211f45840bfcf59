import type { ObjectType, Field } from '../schema/model';

export type ObjectRight = 'read' | 'create' | 'edit' | 'delete' | 'viewAll' | 'modifyAll';

/** Access to a record. `all`: also to delete, transfer and share it. */
export type RecordLevel = 'read' | 'edit' | 'all';

/** Effective rights of users: profile plus permission sets and groups. Answers are cached until a setup record changes. */
export interface Access {
  hasObject(userId: string, object: ObjectType, right: ObjectRight): boolean;
  canReadField(userId: string, object: ObjectType, field: Field): boolean;
  canEditField(userId: string, object: ObjectType, field: Field): boolean;
  /** False where a record that the user may edit has a field, of those that field permissions leave open, which others manage. */
  mayChange(userId: string, object: ObjectType, field: Field): boolean;
  /** System permission by API name, for example `ManageUsers`, `ViewSetup`, `ModifyAllData`, `ApiEnabled`. */
  hasPermission(userId: string, permission: string): boolean;
  hasCustomPermission(userId: string, name: string): boolean;
  /** Whether a principal of an external credential, by its id, is open to the user. */
  hasPrincipal(userId: string, principalId: string): boolean;
  canExecuteClass(userId: string, className: string): boolean;
  /**
   * SQL condition over alias `alias` that limits rows to those on which the user has the level of access, with its binds;
   * null when no limit applies.
   */
  rowFilter(userId: string, object: ObjectType, alias: string, level: RecordLevel): { sql: string; binds: string[] } | null;
  /** Forget cached rights; called by platform hooks after DML on setup objects. `assignments`: who holds what has changed, but no permission set. */
  invalidate(what?: 'everything' | 'assignments'): void;
  /** A point that a rollback may come back to. */
  mark(): number;
  /** Forget what was read of writes that were taken back. To read permission sets is dear: they stay known where none was written since the mark. */
  takenBack(mark: number): void;
}
