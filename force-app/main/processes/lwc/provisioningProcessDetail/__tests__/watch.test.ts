import getCauses from '@salesforce/apex/ProcessController.getCauses';
import getProcess from '@salesforce/apex/ProcessController.getProcess';
import { aLiveProcess, refusal, settled } from 'jest-helpers';
import { watchRun } from '../watch';

jest.mock('@salesforce/apex/ProcessController.getCauses', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ProcessController.getProcess', () => ({ default: jest.fn() }), { virtual: true });

const apex = (method: unknown) => method as jest.Mock;

describe('watchRun', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    jest.resetAllMocks();
    jest.useRealTimers();
  });

  it('asks for causes only where more people failed', async () => {
    apex(getProcess)
      .mockResolvedValueOnce(aLiveProcess())
      .mockResolvedValueOnce(aLiveProcess({ failed: 3 }));
    apex(getCauses).mockResolvedValue([]);
    const saw = jest.fn();
    const stop = watchRun('a01', { saw, failed: jest.fn() });
    await jest.advanceTimersByTimeAsync(0);
    expect(saw).toHaveBeenLastCalledWith(aLiveProcess(), null);
    await jest.advanceTimersByTimeAsync(1500);
    expect(saw).toHaveBeenLastCalledWith(aLiveProcess({ failed: 3 }), []);
    expect(getCauses).toHaveBeenCalledTimes(1);
    stop();
  });

  it.each([
    ['an answer', () => Promise.resolve(aLiveProcess())],
    ['a failure', () => Promise.reject(refusal('Gone.'))],
  ])('tells nothing after its end, not even %s that was under way', async (_, end) => {
    let finish = (): void => undefined;
    const released = new Promise<void>((resolve) => (finish = resolve));
    apex(getProcess).mockReturnValue(released.then(end));
    const saw = jest.fn();
    const failed = jest.fn();
    const stop = watchRun('a01', { saw, failed });
    await jest.advanceTimersByTimeAsync(0);
    stop();
    finish();
    await settled();
    expect([saw.mock.calls, failed.mock.calls]).toEqual([[], []]);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(getProcess).toHaveBeenCalledTimes(1);
  });
});
