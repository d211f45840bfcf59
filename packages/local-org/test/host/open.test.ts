import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openOrg } from '../../src/host/open';
import { SObject } from '../../src/kernel/sobject';

/** A project without metadata: what every other test leaves out. */
function emptyProject(): string {
  const root = mkdtempSync(join(tmpdir(), 'project-'));
  mkdirSync(join(root, 'force-app'));
  writeFileSync(join(root, 'sfdx-project.json'), '{"packageDirectories":[{"path":"force-app"}]}');
  const users = [
    { alias: 'admin', username: 'Admin@open.example', profile: 'System Administrator', permissionSets: [], persona: 'Administrator' },
  ];
  writeFileSync(join(root, 'local-org.json'), JSON.stringify({ licenses: [{ name: 'Salesforce', seats: 5 }], users }));
  return root;
}

describe('opening an org', () => {
  it('deploys the sample users and runs steps that commit, roll back or throw', () => {
    const org = openOrg({ root: emptyProject(), dbFile: ':memory:' });
    const [admin] = org.users;
    const userId = admin?.userId ?? '';
    expect(admin?.alias).toBe('admin');
    expect(org.organizationId).toMatch(/^00D/);
    const insert = (name: string) => () => {
      const object = org.schema.object('Account');
      if (!object) throw new Error('no Account');
      const account = new SObject(object);
      account.set('Name', name);
      org.data.dml('insert', [account], { mode: 'user', sharing: true, allOrNone: true });
    };
    const names = () =>
      org.step({ userId, commit: false }, () =>
        org.data
          .queryText('SELECT Name FROM Account ORDER BY Name', new Map(), { mode: 'user', sharing: true })
          .map((row) => row.get('Name')),
      );
    org.step({ userId }, insert('Kept'));
    org.step({ userId, commit: false }, insert('Not kept'));
    expect(() =>
      org.step({ userId }, () => {
        insert('Lost')();
        throw new Error('stop');
      }),
    ).toThrow('stop');
    expect(names()).toEqual(['Kept']);
    org.reset();
    expect(names()).toEqual([]);
    org.close();
  });

  it('keeps rows, ids and named values across a restart', () => {
    const root = emptyProject();
    const dbFile = join(root, 'org.db');
    const first = openOrg({ root, dbFile });
    const { organizationId, users } = first;
    first.step({ userId: users[0]?.userId ?? '' }, () => first.kv.set('session:1', 'a'));
    expect(() =>
      first.step({ userId: '' }, () => {
        first.kv.set('session:2', 'b');
        throw new Error('stop');
      }),
    ).toThrow('stop');
    first.close();
    const second = openOrg({ root, dbFile });
    expect(second.organizationId).toBe(organizationId);
    expect(second.users).toEqual(users);
    expect(second.kv.list('session:')).toEqual([{ key: 'session:1', value: 'a' }]);
    expect(() => openOrg({ root, dbFile })).toThrow(/in use/);
    second.close();
  });
});
