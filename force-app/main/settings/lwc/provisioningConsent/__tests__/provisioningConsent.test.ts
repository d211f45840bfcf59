import LightningConfirm from 'lightning/confirm';
import { withConsent } from 'c/provisioningConsent';

const confirm = jest.spyOn(LightningConfirm, 'open');
const refused = (body: object) => ({ body: { message: JSON.stringify({ message: 'No.', findings: [], ...body }) } });
const needed = refused({ message: '12 people would get Manage Users.', reason: 'CONFIRMATION_REQUIRED', people: 12 });

describe('c/provisioningConsent', () => {
  afterEach(() => jest.resetAllMocks());

  it('asks nobody where nobody gets administrative permissions', async () => {
    expect(await withConsent((people) => Promise.resolve(people))).toBeNull();
    expect(confirm).not.toHaveBeenCalled();
  });

  it('saves with the number of people once somebody has confirmed it', async () => {
    confirm.mockResolvedValue(true);
    const save = jest.fn().mockRejectedValueOnce(needed).mockResolvedValueOnce('saved');
    expect(await withConsent(save)).toBe('saved');
    expect(save.mock.calls).toEqual([[null], [12]]);
    expect(confirm.mock.calls[0]?.[0]).toMatchObject({
      message: '12 people would get Manage Users.',
      label: 'Save with administrative permissions for 12',
    });
  });

  it('saves nothing where somebody says no', async () => {
    confirm.mockResolvedValue(false);
    const save = jest.fn().mockRejectedValue(needed);
    await expect(withConsent(save)).rejects.toBe(needed);
    expect(save).toHaveBeenCalledTimes(1);
  });

  it('leaves every other refusal to whoever saves', async () => {
    const other = refused({ reason: 'VERSION_CONFLICT' });
    await expect(withConsent(() => Promise.reject(other as unknown as Error))).rejects.toBe(other);
    expect(confirm).not.toHaveBeenCalled();
  });
});
