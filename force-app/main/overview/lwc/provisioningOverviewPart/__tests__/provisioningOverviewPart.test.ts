import ProvisioningOverviewPart from 'c/provisioningOverviewPart';
import { all, mount, one, textOf } from 'jest-helpers';

const line = {
  id: 'x1',
  name: 'Expense Cloud',
  note: '1,178 linked, 26 wait',
  word: 'Stopped',
  icon: 'utility:ban',
  tone: 'bad',
  need: 'The target refused the credential.',
};
const card = (lines: readonly object[]) =>
  mount('c-provisioning-overview-part', ProvisioningOverviewPart, {
    card: { title: 'Connected apps', empty: 'No app is set up.', page: 'Connected_Apps', parameter: 'c__app', action: 'Open app', lines },
  });

describe('c-provisioning-overview-part', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows each line with its state and leads to its page and to all of them', async () => {
    const element = card([line]);
    expect(textOf(element)).toBe('Connected apps 1,178 linked, 26 wait');
    expect(all(element, 'c-provisioning-page-link').map(({ label, reference }) => [label, (reference as { state: object }).state])).toEqual(
      [
        ['View all', {}],
        ['Expense Cloud', { c__app: 'x1' }],
      ],
    );
    expect(one(element, 'c-provisioning-status-badge')).toMatchObject({ label: 'Stopped', tone: 'bad' });
    await expect(element).toBeAccessible();
  });

  it('says that there is none', async () => {
    const element = card([]);
    expect(textOf(element)).toContain('No app is set up.');
    await expect(element).toBeAccessible();
  });
});
