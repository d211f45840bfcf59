import { OneAtATime } from 'c/provisioningOneAtATime';
import { refusal } from 'jest-helpers';

describe('OneAtATime', () => {
  it('ignores who comes while it is busy', async () => {
    const one = new OneAtATime();
    const refuse = jest.fn();
    let finish: () => void = () => undefined;
    const action = jest.fn(() => new Promise<void>((resolve) => (finish = resolve)));
    const first = one.run(action, refuse);
    await one.run(action, refuse);
    expect(action).toHaveBeenCalledTimes(1);
    finish();
    await first;
    const second = one.run(action, refuse);
    finish();
    await second;
    expect(action).toHaveBeenCalledTimes(2);
    expect(refuse.mock.calls).toEqual([[''], ['']]);
  });

  it('says why an action failed and is free again', async () => {
    const one = new OneAtATime();
    const refuse = jest.fn();
    await one.run(() => Promise.reject(refusal('No access.') as unknown as Error), refuse);
    expect(refuse.mock.calls).toEqual([[''], ['No access.']]);
    const action = jest.fn(() => Promise.resolve());
    await one.run(action, refuse);
    expect(action).toHaveBeenCalledTimes(1);
  });
});
