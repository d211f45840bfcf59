import { accountsText, appScopeLabel, engineLabel, kindLabel, openRequests, requestsText, stateLook } from 'c/provisioningAppTexts';

describe('texts of apps', () => {
  it('says accounts and requests in words, those that there are', () => {
    expect(accountsText({ linked: 1178, orphaned: 21, duplicate: 0, ignored: 7 })).toBe('1,178 linked, 21 orphaned, 7 ignored');
    expect(accountsText(null)).toBe('none yet');
    expect(requestsText({ New: 20, Requested: 6, Failed: 2, ToApprove: 1 })).toBe('2 failed, 1 to approve, 26 wait');
    expect(requestsText({ New: 0, Requested: 0, Failed: 0, ToApprove: 0 })).toBe('none open');
    expect(openRequests({ New: 20, Requested: 6, Failed: 2, ToApprove: 1 })).toBe(27);
    expect(openRequests(null)).toBe(0);
  });

  it('has a word for every state, kind, engine and scope, and shows what it does not know as it is', () => {
    expect(['On', 'Off', 'Setup', 'Paused', 'Stopped', 'NotPossible'].map((state) => stateLook(state).label)).toEqual([
      'On',
      'Off',
      'Setup',
      'Paused',
      'Stopped',
      'Not possible',
    ]);
    expect(stateLook('Odd')).toEqual({ label: 'Odd', icon: null, tone: 'neutral' });
    expect([kindLabel('ConnectedApp'), kindLabel(null), engineLabel('Platform'), engineLabel(null)]).toEqual([
      'Connected app',
      '',
      'Platform',
      '',
    ]);
    expect([appScopeLabel('AppProcessAll'), appScopeLabel('AppRetry'), appScopeLabel('Odd')]).toEqual([
      'Process all',
      'Retry of requests',
      'Odd',
    ]);
  });
});
