import { describe, expect, it } from 'vitest';
import { badgeText, bellLabel, itemOf, type Notification } from '../../src/web/app/page/modules/shell/bell/items';

const notification = (more: Partial<Notification>): Notification => ({
  id: 'n1',
  messageTitle: 'Title',
  messageBody: 'Body',
  lastModified: '2026-01-05T08:00:00.000Z',
  read: false,
  target: null,
  targetPageRef: null,
  ...more,
});

describe('a notification under the bell', () => {
  it('opens the record that it is about, whatever its object', () => {
    const target = 'a00000000000001AAA';
    expect(itemOf(notification({ target }))).toMatchObject({ url: `/lightning/r/${target}/view`, unread: true, title: 'Title' });
    expect(itemOf(notification({ read: true })).itemClass).not.toContain('shade');
  });

  it('opens a page that the shell has, and nothing where there is none', () => {
    const page = { type: 'standard__navItemPage', attributes: { apiName: 'Tab' } };
    expect(itemOf(notification({ targetPageRef: page })).url).toBe('/lightning/n/Tab');
    expect(itemOf(notification({ targetPageRef: page, target: 'a00000000000001AAA' })).url).toBe('/lightning/n/Tab');
    expect(itemOf(notification({ targetPageRef: { type: 'standard__app' }, target: 'a00000000000001AAA' })).url).toContain('/r/');
    expect(itemOf(notification({ target: '000000000000000AAA' })).url).toBe('');
    expect(itemOf(notification({ targetPageRef: { type: 'standard__app' } })).url).toBe('');
    expect(itemOf(notification({})).url).toBe('');
  });
});

it('says how many are unread', () => {
  expect([0, 1, 12].map(bellLabel)).toEqual(['Notifications', 'Notifications, 1 unread', 'Notifications, 12 unread']);
  expect([7, 99, 100].map(badgeText)).toEqual(['7', '99', '99+']);
});
