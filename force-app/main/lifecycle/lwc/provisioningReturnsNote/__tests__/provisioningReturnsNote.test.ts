import ProvisioningReturnsNote from 'c/provisioningReturnsNote';
import getOverview from '@salesforce/apex/EmployeeLifecycleController.getOverview';
import { all, apex, mount, one, refusal, settled, textOf } from 'jest-helpers';

jest.mock('@salesforce/apex/EmployeeLifecycleController.getOverview', () => ({ default: jest.fn() }), { virtual: true });

const overview = (people: number | null): Apex.EmployeeLifecycleOverview => ({
  mayRun: true,
  leaverAction: null,
  leaverStatuses: [],
  scopes: [{ name: 'Returns', off: null, people, daily: 'No', goneToday: null, last: null }],
});
async function note() {
  const element = mount('c-provisioning-returns-note', ProvisioningReturnsNote);
  await settled();
  return element;
}

describe('c-provisioning-returns-note', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('says how many people are back and leads to where they are let in', async () => {
    apex(getOverview).mockResolvedValue(overview(1400));
    const element = await note();
    expect(textOf(element)).toContain('locked out by a run: 1,400.');
    expect(one(element, 'c-provisioning-page-link').reference).toMatchObject({ attributes: { apiName: 'Leavers_And_Changes' } });
    await expect(element).toBeAccessible();
  });

  it.each([
    ['where that is nobody', () => Promise.resolve(overview(0))],
    ['where it cannot know', () => Promise.reject(refusal('No.'))],
    ['before it knows', () => new Promise<Apex.EmployeeLifecycleOverview>(() => undefined)],
  ])('says nothing %s', async (_, answer) => {
    apex(getOverview).mockImplementation(answer);
    expect(all(await note(), 'p')).toHaveLength(0);
  });
});
