import { someAppSettings } from 'jest-helpers';
import { leftOf, type Done } from '../left';

const done: Done = { isTested: true, accountsKnown: true, platformEngineOn: true, deleteConfirmed: false, isTarget: true };
const left = (step: string, settings: Partial<Apex.AppSettings> = {}, changes: Partial<Done> = {}) =>
  leftOf(step, someAppSettings(settings), { ...done, ...changes });

describe('what is left', () => {
  it.each(['welcome', 'credential', 'connector', 'operations', 'approval', 'linking', 'reconciliation', 'platform', 'collect', 'commit'])(
    'is nothing at %s when all is done',
    (step) => expect(left(step)).toEqual([]),
  );

  it('is a test that works, of a connection that is whole', () => {
    expect(left('credential', {}, { isTested: false })).toEqual(['Test the connection; it has to work.']);
    expect(left('credential', { namedCredential: null }, { isTested: false })).toEqual([]);
    expect(left('connector', { connector: null, namedCredential: null }, { isTested: false })).toEqual([
      'Choose a connector.',
      'Test the connection; it has to work.',
    ]);
    expect(left('connector', { namedCredential: null })).toEqual(['SCIM 2.0 needs a named credential: go back and choose one.']);
  });

  it('is who gets an account, what is done there and userName', () => {
    expect(left('operations', { permissionSets: [], operations: [], mapping: [] })).toHaveLength(3);
    expect(left('operations', { permissionSets: [] }, { isTarget: false })).toEqual([]);
    expect(left('operations', { deactivation: 'Delete' })).toEqual(['Confirm deleting by the name of the app.']);
    expect(left('operations', { deactivation: 'Delete' }, { deleteConfirmed: true })).toEqual([]);
  });

  it('is a person who approves, a rule of linking, the platform, the accounts', () => {
    expect(left('approval', { approval: { decidedBy: 'Users', users: [], days: null } })).toHaveLength(1);
    expect(left('linking', { linking: { salesforce: 'Username', target: '', filter: null } })).toHaveLength(1);
    expect(left('platform', {}, { platformEngineOn: false })).toHaveLength(1);
    expect(left('commit', {}, { accountsKnown: false })).toHaveLength(1);
  });
});
