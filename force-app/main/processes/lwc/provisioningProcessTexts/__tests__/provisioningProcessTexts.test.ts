import {
  isLive,
  isMoving,
  modeLabel,
  scopeLabel,
  silenceText,
  stateOf,
  statusLabel,
  statusTheme,
  triggerLabel,
} from 'c/provisioningProcessTexts';

describe('processTexts', () => {
  it.each(['Queued', 'Initializing', 'Processing'])('%s is live', (status) => {
    expect(isLive({ status })).toBe(true);
    expect(statusLabel(status)).toBe(status);
  });

  it.each(['Finished', 'Failed', 'Cancelled', 'Aborted'])('%s has ended', (status) => {
    expect(isLive({ status })).toBe(false);
    expect(statusTheme(status)).toMatch(/^slds-theme_/);
  });

  it.each([
    ['Parked', 'Waits for a decision', 'warning'],
    ['WithFailures', 'Finished with failures', 'warning'],
    ['AllFailed', 'All failed', 'bad'],
    ['Finished', 'Finished', 'good'],
  ])('takes the word of the server for %s and adds a sign', (state, stateText, tone) => {
    expect(stateOf({ status: 'Finished', state, stateText })).toEqual({ word: stateText, tone, icon: expect.stringMatching(/^utility:/) });
  });

  it('falls back on the status where the server says no more, and shows what it does not know as it is', () => {
    expect(stateOf({ status: 'Failed', state: null, stateText: null })).toMatchObject({ word: 'Failed', tone: 'bad' });
    expect(stateOf({ status: 'Odd', state: null, stateText: null })).toEqual({ word: 'Odd', icon: null, tone: 'neutral' });
  });

  it('says since when there is no sign of life, and what happens next while that is still to come', () => {
    const silent = { silentSince: '2026-11-20T16:35:00.000Z', revivalTime: '2026-11-20T16:45:00.000Z' };
    expect(silenceText(silent, Date.parse('2026-11-20T16:40:00.000Z'))).toMatch(
      /^No sign of life since .*\. If its job is gone, .* at .*\.$/,
    );
    expect(silenceText(silent, Date.parse('2026-11-20T16:50:00.000Z'))).not.toContain('If its job');
    expect(silenceText({ silentSince: null, revivalTime: null }, 0)).toBe('');
  });

  it('knows that only a run at work moves', () => {
    expect(['Processing', 'Silent', 'Parked', 'Queued', 'Finished'].filter((state) => isMoving({ state }))).toEqual(['Processing']);
  });

  it('has words for what the API abbreviates', () => {
    expect(['Live', 'DryRun'].map(modeLabel)).toEqual(['Live', 'Dry run']);
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
