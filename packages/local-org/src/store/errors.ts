/** The file was written by another version of the local org; nothing was changed in it. */
export class IncompatibleDatabaseError extends Error {
  constructor(file: string, found: number, needed: number) {
    super(
      `database file ${file} was made by an incompatible version (found ${found}, need ${needed}); ` + 'start with --reset or another --db',
    );
    this.name = 'IncompatibleDatabaseError';
  }
}

/** Another process holds the file. */
export class DatabaseInUseError extends Error {
  constructor(file: string, pid: string) {
    super(`Database ${file} is in use by process ${pid}`);
    this.name = 'DatabaseInUseError';
  }
}

/** A statement that would have reached SQLite with binds it must not see: always a defect of the local org. */
export class StatementError extends Error {
  constructor(problem: string, sql: string) {
    super(`${problem} in: ${sql.length > 500 ? `${sql.slice(0, 500)}...` : sql}`);
    this.name = 'StatementError';
  }
}
