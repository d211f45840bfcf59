import ProvisioningSeatList from 'c/provisioningSeatList';
import { mount, one, textOf } from 'jest-helpers';

const seats = [
  { field: 'profileId', name: 'Salesforce', total: 5000, used: 2556, countedAt: null, reserve: 0, left: 2444 },
  { field: 'permissionSets', name: 'Employee Hub', total: 2700, used: 2700, countedAt: null, reserve: 100, left: 0 },
];

describe('c-provisioning-seat-list', () => {
  afterEach(() => document.body.replaceChildren());

  it('says what is used and what is left above the reserve', async () => {
    const element = mount('c-provisioning-seat-list', ProvisioningSeatList, { seats });
    expect(one(element, 'c-provisioning-chart-bars').bars).toMatchObject([
      { label: 'Salesforce', text: '2,444 left', note: '2,556 of 5,000 used', series: 'created', total: 5000 },
      { label: 'Employee Hub', text: '0 left above the reserve', note: '2,700 of 2,700 used, reserve 100', series: 'failed' },
    ]);
    await expect(element).toBeAccessible();
  });

  it('says that no licence is named', async () => {
    const element = mount('c-provisioning-seat-list', ProvisioningSeatList, { seats: [] });
    expect(textOf(element)).toBe('The settings name no license that takes seats.');
    await expect(element).toBeAccessible();
  });
});
