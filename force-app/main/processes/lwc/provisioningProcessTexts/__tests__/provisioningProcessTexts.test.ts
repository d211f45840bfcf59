import { isLive, modeLabel, scopeLabel, statusLabel, statusTheme, triggerLabel } from 'c/provisioningProcessTexts';

describe('processTexts', () => {
  it.each(['Queued', 'Initializing', 'Processing'])('%s is live', (status) => {
    expect(isLive({ status })).toBe(true);
    expect(statusLabel(status)).toBe(status);
  });

  it.each(['Finished', 'Failed', 'Cancelled', 'Aborted'])('%s has ended', (status) => {
    expect(isLive({ status })).toBe(false);
    expect(statusTheme(status)).toMatch(/^slds-theme_/);
  });

  it('has words for what the API abbreviates', () => {
    expect(['Live', 'DryRun'].map(modeLabel)).toEqual(['Live', 'Dry Run']);
    expect(['Manual', 'Automatic', 'API', 'Retry', 'Scheduled'].map(triggerLabel)).toEqual([
      'Manual',
      'Automatic',
      'API',
      'Retry',
      'Schedule',
    ]);
    expect(['Selection', 'Retry', 'Changes'].map(scopeLabel)).toEqual([
      'Selected employees',
      'Failed employees of another run',
      'Changed employees',
    ]);
    expect([modeLabel(null), triggerLabel('Odd'), scopeLabel(null)]).toEqual(['', 'Odd', '']);
  });

  it('shows a status it does not know as it is, and does not wait for it', () => {
    expect([statusLabel('Odd'), statusTheme('Odd'), isLive({ status: 'Odd' })]).toEqual(['Odd', '', false]);
    expect([statusLabel(null), isLive({ status: null })]).toEqual(['', false]);
  });
});
