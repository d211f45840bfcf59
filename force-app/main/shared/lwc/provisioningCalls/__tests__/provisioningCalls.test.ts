import { Calls } from 'c/provisioningCalls';
import { refusal } from 'jest-helpers';
import { NO_REFUSAL } from '../refusals';

const noAccess = { ...NO_REFUSAL, message: 'No access.' };

describe('an action', () => {
  it('is ignored while another one is under way', async () => {
    const calls = new Calls();
    const refuse = jest.fn();
    let finish: () => void = () => undefined;
    const action = jest.fn(() => new Promise<void>((resolve) => (finish = resolve)));
    const first = calls.act(action, refuse);
    await calls.act(action, refuse);
    expect(action).toHaveBeenCalledTimes(1);
    finish();
    await first;
    const second = calls.act(action, refuse);
    finish();
    await second;
    expect(action).toHaveBeenCalledTimes(2);
    expect(refuse.mock.calls).toEqual([[NO_REFUSAL], [NO_REFUSAL]]);
  });

  it('says why it failed, and the next may begin', async () => {
    const calls = new Calls();
    const refuse = jest.fn();
    await calls.act(() => Promise.reject(refusal('No access.') as unknown as Error), refuse);
    expect(refuse.mock.calls).toEqual([[NO_REFUSAL], [noAccess]]);
    const action = jest.fn(() => Promise.resolve());
    await calls.act(action, refuse);
    expect(action).toHaveBeenCalledTimes(1);
  });
});

describe('a look', () => {
  const hidden = jest.spyOn(document, 'hidden', 'get');
  const told = () => ({ show: jest.fn(), refuse: jest.fn() });
  /** A question that is answered when the test wants it. */
  function question() {
    const answers: ((answer: Promise<string> | string) => void)[] = [];
    const ask = jest.fn(() => new Promise<string>((resolve) => answers.push(resolve)));
    return { ask, answer: (index: number, answer: Promise<string> | string) => answers[index]?.(answer) };
  }
  beforeEach(() => {
    jest.useFakeTimers();
    hidden.mockReturnValue(false);
  });
  afterEach(() => jest.useRealTimers());

  it('asks at once and shows the answer, and asks no more when it has no pause', async () => {
    const look = { ask: jest.fn(() => Promise.resolve('answer')), ...told() };
    new Calls().look(look);
    expect(look.ask).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(look.show.mock.calls).toEqual([['answer']]);
    expect(look.ask).toHaveBeenCalledTimes(1);
  });

  it('asks again after the pause that follows from the answer, until there is none', async () => {
    const ask = jest.fn().mockResolvedValueOnce('running').mockResolvedValueOnce('ended');
    new Calls().look({ ask, ...told(), pause: (answer) => (answer === 'running' ? 500 : 0) });
    await jest.advanceTimersByTimeAsync(499);
    expect(ask).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(ask).toHaveBeenCalledTimes(2);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('never asks again before it is answered', async () => {
    const { ask, answer } = question();
    new Calls().look({ ask, ...told(), pause: () => 10 });
    await jest.advanceTimersByTimeAsync(60_000);
    expect(ask).toHaveBeenCalledTimes(1);
    answer(0, 'answer');
    await jest.advanceTimersByTimeAsync(10);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('says why there is no answer, may try again, and takes it back when there is one', async () => {
    const ask = jest.fn().mockRejectedValueOnce(refusal('No access.')).mockResolvedValueOnce('answer');
    const { show, refuse } = told();
    new Calls().look<string>({ ask, show, refuse, pause: (answer) => (answer === undefined ? 5000 : 0) });
    await jest.advanceTimersByTimeAsync(0);
    expect(refuse.mock.calls).toEqual([[NO_REFUSAL], [noAccess]]);
    await jest.advanceTimersByTimeAsync(5000);
    expect(refuse).toHaveBeenLastCalledWith(NO_REFUSAL);
    expect(show.mock.calls).toEqual([['answer']]);
  });

  it.each([
    ['an answer', (): string => 'old'],
    ['a refusal', (): Promise<string> => Promise.reject(refusal('No access.') as unknown as Error)],
  ])('shows only what a newer one is told, not %s that comes later', async (_, late) => {
    const { ask, answer } = question();
    const first = told();
    const second = told();
    const calls = new Calls();
    calls.look({ ask, ...first });
    calls.look({ ask, ...second });
    answer(1, 'new');
    answer(0, late());
    await jest.advanceTimersByTimeAsync(0);
    expect([first.show.mock.calls, first.refuse.mock.calls]).toEqual([[], [[NO_REFUSAL]]]);
    expect(second.show.mock.calls).toEqual([['new']]);
  });

  it('is told nothing after its end, and asks no more', async () => {
    const { ask, answer } = question();
    const { show, refuse } = told();
    const calls = new Calls();
    calls.look({ ask, show, refuse, pause: () => 10 });
    calls.end();
    answer(0, 'answer');
    await jest.advanceTimersByTimeAsync(60_000);
    expect([show.mock.calls, ask.mock.calls]).toEqual([[], [[]]]);
  });

  it('may be ended by what it shows', async () => {
    const calls = new Calls();
    const ask = jest.fn(() => Promise.resolve('answer'));
    calls.look({ ask, refuse: jest.fn(), show: () => calls.end(), pause: () => 10 });
    await jest.advanceTimersByTimeAsync(60_000);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('asks once although somebody types on, after the rest that follows the last of them', async () => {
    const calls = new Calls();
    const first = { ask: jest.fn(() => Promise.resolve('a')), ...told() };
    const second = { ask: jest.fn(() => Promise.resolve('b')), ...told() };
    calls.look(first, 400);
    await jest.advanceTimersByTimeAsync(399);
    calls.look(second, 400);
    await jest.advanceTimersByTimeAsync(399);
    expect(second.ask).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(1);
    expect(second.show.mock.calls).toEqual([['b']]);
    expect(first.ask).not.toHaveBeenCalled();
  });

  it('waits with asking again while nobody looks at the page', async () => {
    const ask = jest.fn(() => Promise.resolve('answer'));
    hidden.mockReturnValue(true);
    new Calls().look({ ask, ...told(), pause: () => 1000 });
    await jest.advanceTimersByTimeAsync(5000);
    expect(ask).toHaveBeenCalledTimes(1);
    hidden.mockReturnValue(false);
    await jest.advanceTimersByTimeAsync(1000);
    expect(ask).toHaveBeenCalledTimes(2);
  });
});
