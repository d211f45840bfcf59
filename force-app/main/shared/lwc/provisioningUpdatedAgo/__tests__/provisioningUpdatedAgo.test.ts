import ProvisioningUpdatedAgo from 'c/provisioningUpdatedAgo';
import { mount, one } from 'jest-helpers';

const NOW = Date.parse('2026-11-30T17:00:00.000Z');
const text = (element: Element) => one(element, '[data-updated]').textContent;

describe('c-provisioning-updated-ago', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: NOW });
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
  });

  it('says nothing before there was an answer', async () => {
    const element = mount('c-provisioning-updated-ago', ProvisioningUpdatedAgo);
    expect(text(element)).toBe('');
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('counts on by itself, in seconds, minutes and hours', async () => {
    const element = mount('c-provisioning-updated-ago', ProvisioningUpdatedAgo, { since: NOW });
    expect(text(element)).toBe('Updated 0 seconds ago');
    await jest.advanceTimersByTimeAsync(2000);
    expect(text(element)).toBe('Updated 2 seconds ago');
    await jest.advanceTimersByTimeAsync(59_000);
    expect(text(element)).toBe('Updated 1 minute ago');
    await jest.advanceTimersByTimeAsync(3_600_000);
    expect(text(element)).toBe('Updated 1 hour ago');
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('is not ahead of its own clock when an answer comes between two ticks', () => {
    const element = mount('c-provisioning-updated-ago', ProvisioningUpdatedAgo, { since: NOW + 900 });
    expect(text(element)).toBe('Updated 0 seconds ago');
  });

  it('says since when it has stood still where the server does not answer', async () => {
    const element = mount('c-provisioning-updated-ago', ProvisioningUpdatedAgo, { since: NOW, stale: true });
    expect(text(element)).toMatch(/^Not updated since \d{1,2}:00:00\sPM$|^Not updated since \d{1,2}:00:00\sAM$/);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('stops its clock when it leaves the page', () => {
    const element = mount('c-provisioning-updated-ago', ProvisioningUpdatedAgo, { since: NOW });
    element.remove();
    expect(jest.getTimerCount()).toBe(0);
  });
});
