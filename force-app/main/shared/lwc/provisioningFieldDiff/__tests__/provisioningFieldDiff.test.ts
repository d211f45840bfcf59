import ProvisioningFieldDiff from 'c/provisioningFieldDiff';
import { all, mount, settled } from 'jest-helpers';

const lines = (element: Element) => all(element, 'li').map(({ children }) => [...children].map(({ textContent }) => textContent));

describe('c-provisioning-field-diff', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows nothing without differences', async () => {
    const element = mount('c-provisioning-field-diff', ProvisioningFieldDiff, {});
    expect(all(element, 'li')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it('shows what is now, struck through, and what comes, and says what is empty', async () => {
    const differences = [
      { label: 'Department', before: 'Garden', after: 'Outdoors' },
      { label: 'First name', before: 'Ada', after: null },
      { label: 'Title', before: '', after: 'Planner' },
    ];
    const element = mount('c-provisioning-field-diff', ProvisioningFieldDiff, { differences });
    await settled();
    expect(lines(element)).toEqual([
      ['Department', 'Garden', 'Outdoors'],
      ['First name', 'Ada', 'empty'],
      ['Title', 'empty', 'Planner'],
    ]);
    await expect(element).toBeAccessible();
  });
});
