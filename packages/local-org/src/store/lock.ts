import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import Database from 'libsql';
import { DatabaseInUseError } from './errors';

/**
 * Holds `FILE-lock` exclusively for the life of the process. The lock is the operating system's (an open exclusive
 * transaction on a tiny database), so a killed process leaves none behind; the holder's pid stands in a file beside it.
 * Returns the function that lets go. Throws DatabaseInUseError.
 */
export function lockFile(file: string): () => void {
  const lock = `${file}-lock`;
  const pidFile = `${file}-pid`;
  const db = new Database(lock);
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if (!(error instanceof Error) || !/locked|busy/i.test(error.message)) throw error;
    throw new DatabaseInUseError(file, readPid(pidFile));
  }
  writeFileSync(pidFile, String(process.pid));
  return () => {
    rmSync(pidFile, { force: true });
    db.exec('ROLLBACK');
    db.close();
  };
}

function readPid(pidFile: string): string {
  try {
    return readFileSync(pidFile, 'utf8').trim() || 'unknown';
  } catch {
    // The holder is between taking the lock and writing its pid.
    return 'unknown';
  }
}
