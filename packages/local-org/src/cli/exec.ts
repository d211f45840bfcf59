import { readFileSync } from 'node:fs';
import { openOrg } from '../host/open';
import { ProjectError } from '../host/diagnostics';
import type { Arguments } from './arguments';
import type { Installation } from './installation';
import { Failure, say } from './output';
import { projectPaths } from './paths';

/** `local-org exec FILE|-`: anonymous Apex against the project's database, as the first sample user or `--user`. */
export function exec(args: Arguments, installation: Installation): unknown {
  const [file] = args.words;
  if (file === undefined) throw new Failure('exec needs a file, or - for the standard input');
  const source = read(file);
  const { root, dbFile, cacheDir } = projectPaths(args);
  const org = opened(() => openOrg({ root, dbFile, cacheDir, build: installation.build, brokenApex: 'serve', log: () => undefined }));
  try {
    const username = args.value('--user');
    const user = username === undefined ? org.users[0] : org.users.find((one) => one.username === username || one.alias === username);
    if (!user)
      throw new Failure(username === undefined ? 'The project has no users: see local-org.json' : `There is no sample user ${username}`);
    const result = org.exec(source, user.userId);
    for (const line of result.debugLog) say(line);
    if (!result.compiled) throw new Failure(`Line ${result.line}, column ${result.column}: ${result.compileProblem}`, result);
    if (!result.success) throw new Failure(`${result.exceptionMessage}\n${result.exceptionStackTrace ?? ''}`, result);
    return result;
  } finally {
    org.close();
  }
}

function read(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Failure(`${file} cannot be read: ${why}. Name a file of anonymous Apex, or - for the standard input.`);
  }
}

/** Errors of the project, and a database held by a running org, are the user's to solve. */
export function opened<T>(open: () => T): T {
  try {
    return open();
  } catch (error) {
    if (error instanceof ProjectError) throw new Failure([error.message, ...error.problems].join('\n'), error.diagnostics);
    if (error instanceof Error && ['DatabaseInUseError', 'IncompatibleDatabaseError', 'ChangedFieldError'].includes(error.name))
      throw new Failure(error.message);
    throw error;
  }
}
