import ProvisioningConnectionTest from 'c/provisioningConnectionTest';
import { aConnectionTest, all, labelled, mount, one, textOf } from 'jest-helpers';

const test = (properties: Readonly<Record<string, unknown>> = {}) =>
  mount('c-provisioning-connection-test', ProvisioningConnectionTest, properties);

describe('c-provisioning-connection-test', () => {
  afterEach(() => document.body.replaceChildren());

  it('offers the test, and what to do about what goes wrong', async () => {
    const element = test();
    const asked = jest.fn();
    element.addEventListener('test', asked);
    labelled(element, 'lightning-button', 'Test').click();
    expect(asked).toHaveBeenCalledTimes(1);
    expect(textOf(element)).toContain('401 or 403: renew the secret');
    expect(one(element, 'c-provisioning-status-badge').label).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('waits for the answer', async () => {
    const element = test({ busy: true });
    expect(all(element, 'c-provisioning-loading')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('says what the target can, and what that means', async () => {
    const element = test({ result: aConnectionTest() });
    expect(one(element, 'c-provisioning-status-badge')).toMatchObject({ label: 'Works', tone: 'good' });
    expect(all(element, 'tbody tr').map((row) => row.textContent)).toEqual([
      'ReachableYes',
      'Signed inYes',
      'Find one accountFilter works',
      'Change one fieldNo PATCH: the account is read, our fields are merged in, and it goes back with If-Match',
      'Page size100',
      'Time84 ms',
    ]);
    expect(textOf(element)).toContain('The target answered 200');
    await expect(element).toBeAccessible();
  });

  it('says what is wrong and how to fix it', async () => {
    const problem = { authenticated: false, status: '401', problem: 'Refused.', fix: 'Renew the secret.', capabilities: null };
    const element = test({ result: aConnectionTest(problem as unknown as Partial<Apex.AppConnectionTest>) });
    expect(one(element, '[role="alert"]').textContent).toBe('Refused.Renew the secret.');
    expect(one(element, 'c-provisioning-status-badge')).toMatchObject({ label: 'Does not work', tone: 'bad' });
    expect(textOf(element)).toContain('not said');
    await expect(element).toBeAccessible();
  });

  it('remembers a test of before', () => {
    const element = test({ tested: true });
    expect(one(element, 'c-provisioning-status-badge').label).toBe('Works');
    expect(labelled(element, 'lightning-button', 'Test again').disabled).toBe(false);
  });
});
