import ProvisioningRecordCell from 'c/provisioningRecordCell';
import { all, mount, one, textOf } from 'jest-helpers';

const cellOf = (cell: object) => mount('c-provisioning-record-cell', ProvisioningRecordCell, { cell });

describe('c-provisioning-record-cell', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows two lines, with a sign', async () => {
    const element = cellOf({ text: 'Active', second: 'since today', icon: 'utility:success', tone: 'good' });
    expect(textOf(element)).toBe('Active since today');
    expect(one(element, 'lightning-icon').variant).toBe('success');
    await expect(element).toBeAccessible();
  });

  it('shows a badge with its sign inside', () => {
    const element = cellOf({ text: 'On', badge: true, icon: 'utility:success', tone: 'good' });
    expect(one(element, 'c-provisioning-status-badge')).toMatchObject({ label: 'On', icon: 'utility:success', tone: 'good' });
    expect(all(element, 'lightning-icon')).toHaveLength(0);
  });

  it('shows a link, a moment, and a button that says what was pressed', () => {
    const reference = { type: 'standard__navItemPage', attributes: { apiName: 'Connected_Apps' } };
    expect(one(cellOf({ text: 'Hub', reference }), 'c-provisioning-page-link')).toMatchObject({ label: 'Hub', reference });
    expect(one(cellOf({ moment: '2026-11-20T10:00:00.000Z' }), 'c-provisioning-date-time').value).toBe('2026-11-20T10:00:00.000Z');
    const element = cellOf({ text: 'Ada', action: 'open' });
    const pressed = jest.fn();
    element.addEventListener('cellaction', (event) => pressed((event as CustomEvent).detail));
    one(element, 'button').click();
    expect(pressed).toHaveBeenCalledWith('open');
  });

  it('is empty where there is nothing to say', async () => {
    const element = cellOf({});
    expect(textOf(element)).toBe('');
    await expect(element).toBeAccessible();
  });
});
