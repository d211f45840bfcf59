import { poll } from 'c/provisioningPolling';

describe('poll', () => {
  const hidden = jest.spyOn(document, 'hidden', 'get');
  beforeEach(() => {
    jest.useFakeTimers();
    hidden.mockReturnValue(false);
  });
  afterEach(() => jest.useRealTimers());

  it('asks again after the delay that the task names, until it names none', async () => {
    const task = jest.fn().mockResolvedValueOnce(500).mockResolvedValueOnce(null);
    poll(task);
    await jest.advanceTimersByTimeAsync(0);
    expect(task).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(499);
    expect(task).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(task).toHaveBeenCalledTimes(2);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(task).toHaveBeenCalledTimes(2);
  });

  it('never has two turns at once', async () => {
    let finish: (delay: number) => void = () => undefined;
    const task = jest.fn(() => new Promise<number>((resolve) => (finish = resolve)));
    poll(task);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(task).toHaveBeenCalledTimes(1);
    finish(10);
    await jest.advanceTimersByTimeAsync(10);
    expect(task).toHaveBeenCalledTimes(2);
  });

  it('does not begin another turn after it was stopped in the middle of one', async () => {
    let finish: (delay: number) => void = () => undefined;
    const task = jest.fn(() => new Promise<number>((resolve) => (finish = resolve)));
    const stop = poll(task);
    await jest.advanceTimersByTimeAsync(0);
    stop();
    finish(10);
    await jest.advanceTimersByTimeAsync(1000);
    expect(task).toHaveBeenCalledTimes(1);
  });

  it('waits while nobody looks at the page', async () => {
    hidden.mockReturnValue(true);
    const task = jest.fn().mockResolvedValue(null);
    poll(task);
    await jest.advanceTimersByTimeAsync(5000);
    expect(task).not.toHaveBeenCalled();
    hidden.mockReturnValue(false);
    await jest.advanceTimersByTimeAsync(1000);
    expect(task).toHaveBeenCalledTimes(1);
  });
});
