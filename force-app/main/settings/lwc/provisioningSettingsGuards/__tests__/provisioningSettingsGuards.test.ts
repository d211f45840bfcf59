import ProvisioningGuardOff from 'c/provisioningGuardOff';
import ProvisioningSettingsGuards from 'c/provisioningSettingsGuards';
import getGuardFigures from '@salesforce/apex/EmployeeLifecycleController.getGuardFigures';
import { apex, mount, one, refusal, settled, someOptions, someSettings } from 'jest-helpers';

jest.mock('@salesforce/apex/EmployeeLifecycleController.getGuardFigures', () => ({ default: jest.fn() }), { virtual: true });

const figures: Apex.RunGuardFigure[] = [
  { name: 'maximumCreates', text: '58 employees wait for a user', counted: 58, allowed: 116 },
  { name: 'minimumPopulation', text: '2,640 employees in the source today', counted: 2640, allowed: null },
];
const open = jest.spyOn(ProvisioningGuardOff, 'open');

async function guards(properties: object = {}) {
  const element = mount('c-provisioning-settings-guards', ProvisioningSettingsGuards, {
    settings: someSettings({ maximumCreates: 116 }),
    options: someOptions(),
    ...properties,
  });
  const heard = jest.fn();
  for (const name of ['valuechange', 'guardoff']) element.addEventListener(name, (event) => heard(name, (event as CustomEvent).detail));
  await settled();
  return { element, heard };
}
const inputs = (element: Element) => one(element, 'c-provisioning-settings-inputs');
const figureOf = (element: Element, name: string) =>
  (inputs(element).figures as Map<string, { text: string; share: number | null }>).get(name);

describe('c-provisioning-settings-guards', () => {
  beforeEach(() => {
    apex(getGuardFigures).mockResolvedValue(figures);
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('has a place for each figure while it counts', async () => {
    apex(getGuardFigures).mockReturnValue(new Promise(() => undefined));
    const { element } = await guards();
    expect(figureOf(element, 'maximumCreates')).toEqual({ text: 'Counting …', share: null });
    expect(figureOf(element, 'failureRateFloor')).toBeUndefined();
    await expect(element).toBeAccessible();
  });

  it('says what each guard would count now and what it allows', async () => {
    const { element } = await guards();
    expect(figureOf(element, 'maximumCreates')).toEqual({ text: '58 employees wait for a user · limit 116', share: 50 });
    expect(figureOf(element, 'minimumPopulation')).toEqual({ text: '2,640 employees in the source today', share: null });
    await expect(element).toBeAccessible();
  });

  it('says that nothing is counted before anything is saved by saying nothing', async () => {
    apex(getGuardFigures).mockResolvedValue([]);
    const { element } = await guards();
    expect(figureOf(element, 'maximumCreates')).toBeUndefined();
    await expect(element).toBeAccessible();
  });

  it('leaves the fields usable where it cannot count, says why and counts again', async () => {
    apex(getGuardFigures).mockRejectedValueOnce(refusal('The source is not there.'));
    const { element, heard } = await guards();
    const panel = one(element, 'c-provisioning-error-panel');
    expect(panel.message).toBe('The source is not there.');
    inputs(element).dispatchEvent(new CustomEvent('valuechange', { detail: { field: 'maximumCreates', value: 7 } }));
    expect(heard).toHaveBeenCalledWith('valuechange', { field: 'maximumCreates', value: 7 });
    await expect(element).toBeAccessible();
    panel.dispatchEvent(new CustomEvent('retry'));
    await settled();
    expect(figureOf(element, 'maximumCreates')?.share).toBe(50);
  });

  it('turns a guard off once somebody has read what that means', async () => {
    const { element, heard } = await guards();
    expect([...(inputs(element).removable as Set<string>)].sort()).toEqual(['maximumCreates', 'maximumLockoutPercent']);
    open.mockResolvedValueOnce(undefined);
    inputs(element).dispatchEvent(new CustomEvent('remove', { detail: 'maximumCreates' }));
    await settled();
    expect(open).toHaveBeenCalledWith(
      expect.objectContaining({ guards: [{ name: 'maximumCreates', label: 'Maximum New Users per Run' }] }),
    );
    expect(heard).not.toHaveBeenCalled();
    open.mockResolvedValueOnce({ reason: '' });
    inputs(element).dispatchEvent(new CustomEvent('remove', { detail: 'maximumCreates' }));
    await settled();
    expect(heard).toHaveBeenCalledWith('guardoff', { name: 'maximumCreates', changes: { maximumCreates: null } });
  });

  it('lets nobody turn anything off who may only look', async () => {
    const { element } = await guards({ disabled: true });
    expect(inputs(element)).toMatchObject({ disabled: true, removable: new Set() });
    expect(figureOf(element, 'maximumCreates')?.share).toBe(50);
    await expect(element).toBeAccessible();
  });
});
