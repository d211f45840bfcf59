import { accountStatusLook, driftLook, isAgainst, linkLook, reasonLabel, rowsText } from 'c/provisioningAccountTexts';
import { aRow } from 'jest-helpers';

describe('c/provisioningAccountTexts', () => {
  it('has a word and a sign for every state', () => {
    expect(linkLook('orphaned').label).toBe('Orphaned');
    expect(accountStatusLook('Deactivated').label).toBe('Inactive');
    expect(driftLook('ACTIVE_THERE')).toEqual({ label: 'Active there though inactive here', icon: 'utility:ban', tone: 'bad' });
    expect(linkLook('lost').label).toBe('lost');
  });

  it('says reasons in words, and which speak against somebody', () => {
    expect(reasonLabel('SAME_LAST_NAME')).toBe('Last name equal');
    expect(reasonLabel('NEW_ONE')).toBe('NEW_ONE');
    expect(isAgainst('EMAIL_DIFFERS')).toBe(true);
    expect(isAgainst('SAME_EMAIL')).toBe(false);
  });

  it('sums up what became of rows', () => {
    expect(rowsText([aRow(), aRow({ outcome: 'Unchanged' })])).toBe('1 done, 1 unchanged.');
    expect(rowsText([aRow({ outcome: 'Failed', message: 'Not linked.' })])).toBe('0 done, 0 unchanged. 1 failed: Not linked.');
  });
});
