/** The bare SQL of a run: the rows that it wrote, written again by prepared statements in commits of 200, and nothing else. */
import { createRequire } from 'node:module';

// The driver that the local org has.
const Database = createRequire(import.meta.resolve('local-org/package.json'))('libsql');
const TABLES = ['User', 'PermissionSetAssignment', 'Employee2'];
const CHUNK = 200;

const quote = (name) => `"${name}"`;

/** Rows of the three tables that are new or changed in `after` compared with `before`. */
export function writtenRows(before, after) {
  const db = new Database(after);
  db.prepare('ATTACH DATABASE ? AS template').run(before);
  const written = {};
  for (const table of TABLES) {
    const columns = db.prepare(`PRAGMA main.table_info(${quote(table)})`).all().map((c) => c.name); // prettier-ignore
    const list = columns.map(quote).join(', ');
    const changed = table === 'Employee2' ? 'UserId IS NOT NULL' : `Id NOT IN (SELECT Id FROM template.${quote(table)})`;
    const rows = db
      .prepare(`SELECT ${list} FROM main.${quote(table)} WHERE ${changed}`)
      .raw(true)
      .all();
    written[table] = { columns, rows };
  }
  db.close();
  return written;
}

/** Seconds that the same rows take: inserts of users and assignments, updates of employees, committed as the queueables commit. */
export function replay(file, written) {
  const db = new Database(file);
  db.exec('PRAGMA journal_mode = WAL');
  db.exec('PRAGMA synchronous = NORMAL');
  const insert = (table) => {
    const { columns } = written[table];
    return db.prepare(`INSERT INTO ${quote(table)} (${columns.map(quote).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`);
  };
  const employees = written.Employee2.columns;
  const at = { id: employees.indexOf('Id'), user: employees.indexOf('UserId'), stamp: employees.indexOf('LastModifiedDate') };
  const link = db.prepare('UPDATE "Employee2" SET UserId = ?, LastModifiedDate = ?, SystemModstamp = ? WHERE Id = ?');
  const insertUser = insert('User');
  const insertAssignment = insert('PermissionSetAssignment');
  const started = performance.now();
  for (let from = 0; from < written.User.rows.length; from += CHUNK) {
    db.exec('BEGIN');
    for (const row of written.User.rows.slice(from, from + CHUNK)) insertUser.run(...row);
    const share = written.PermissionSetAssignment.rows.length / written.User.rows.length;
    for (const row of written.PermissionSetAssignment.rows.slice(from * share, (from + CHUNK) * share)) insertAssignment.run(...row);
    db.exec('COMMIT');
    db.exec('BEGIN');
    for (const row of written.Employee2.rows.slice(from, from + CHUNK)) link.run(row[at.user], row[at.stamp], row[at.stamp], row[at.id]);
    db.exec('COMMIT');
  }
  const seconds = (performance.now() - started) / 1000;
  db.close();
  return seconds;
}
