import { runTransaction, type Runtime } from '../engine';
import type { ProjectFile } from '../metadata/model';
import type { SampleUser } from './port';

/** Password of every sample user: nothing in a sample org is secret. */
const SAMPLE_PASSWORD = 'local-org-1';

/** The users of local-org.json with their ids in the database. Throws when one is missing: the deployment made them. */
export function sampleUsers(runtime: Runtime, project: ProjectFile): SampleUser[] {
  if (project.users.length === 0) return [];
  const rows = runTransaction(runtime, { userId: '', commit: false }, () =>
    runtime.data.queryText(
      'SELECT Id, Username FROM User WHERE Username IN :names',
      new Map([['names', project.users.map((user) => user.username)]]),
      { mode: 'system', sharing: false },
    ),
  );
  const ids = new Map(rows.map((row) => [String(row.get('Username')).toLowerCase(), row.id]));
  return project.users.map(({ alias, username, persona }) => {
    const userId = ids.get(username.toLowerCase());
    if (!userId) throw new Error(`The user ${username} of local-org.json was not created`);
    return { alias, username, persona, userId, password: SAMPLE_PASSWORD };
  });
}

/** The organization, the user under which the platform acts, and the administrator that tests run as. */
export function identities(runtime: Runtime): {
  readonly organizationId: string;
  readonly systemUserId: string;
  readonly adminUserId: string;
} {
  const idOf = (soql: string): string => runtime.data.queryText(soql, new Map(), { mode: 'system', sharing: false })[0]?.id ?? '';
  return runTransaction(runtime, { userId: '', commit: false }, () => ({
    organizationId: idOf('SELECT Id FROM Organization LIMIT 1'),
    systemUserId: idOf("SELECT Id FROM User WHERE UserType = 'AutomatedProcess' LIMIT 1"),
    // By rights, because an org in another language gives the profile another name.
    adminUserId: idOf(
      'SELECT Id FROM User WHERE Profile.PermissionsModifyAllData = true AND IsActive = true ORDER BY CreatedDate, Id LIMIT 1',
    ),
  }));
}
