import { isLive, statusLabel, statusTheme } from 'c/processTexts';

describe('processTexts', () => {
  it.each(['Queued', 'Initializing', 'Processing'])('%s is live', (status) => {
    expect(isLive({ status })).toBe(true);
    expect(statusLabel(status)).toBe(status);
  });

  it.each(['Finished', 'Failed', 'Cancelled', 'Aborted'])('%s has ended', (status) => {
    expect(isLive({ status })).toBe(false);
    expect(statusTheme(status)).toMatch(/^slds-theme_/);
  });

  it('shows a status it does not know as it is, and does not wait for it', () => {
    expect([statusLabel('Odd'), statusTheme('Odd'), isLive({ status: 'Odd' })]).toEqual(['Odd', '', false]);
    expect([statusLabel(null), isLive({ status: null })]).toEqual(['', false]);
  });
});
