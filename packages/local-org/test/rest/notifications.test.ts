import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { send, serveLibrary, type Client, type Served } from './served-org';

let served: Served;
let admin: Client;
let other: Client;
let otherId: string;

beforeAll(async () => {
  served = await serveLibrary();
  const second = served.org.users.find((user) => user.alias !== 'admin')!;
  admin = await served.signIn('admin');
  other = await served.signIn(second.alias);
  otherId = second.userId;
});
afterAll(() => served.close());

const PATH = 'connect/notifications';

/** Sends one notification per title to the second user. */
async function ring(...titles: string[]): Promise<void> {
  const code = titles.map(
    (title) => `new Messaging.CustomNotification([SELECT Id FROM CustomNotificationType WHERE DeveloperName = 'Book_Due'].Id, null,
      '${title}', '${'long '.repeat(100)}', '${otherId}', null).send(new Set<String>{ '${otherId}' });`,
  );
  const { body } = await admin.call('GET', `tooling/executeAnonymous?anonymousBody=${encodeURIComponent(code.join('\n'))}`);
  expect(body).toMatchObject({ success: true });
}
const titles = (body: { notifications: { messageTitle: string }[] }): string[] => body.notifications.map((one) => one.messageTitle);

// Connect REST API Developer Guide, "Notifications Resources".
describe('notifications of the signed-in user', () => {
  it('are nobody else’s, counted, newest first, trimmed unless asked otherwise', async () => {
    expect((await other.call('GET', `${PATH}/status`)).body).toEqual({ lastActivity: null, unreadCount: 0, unseenCount: 0 });
    await ring('first', 'second', 'third');
    expect((await admin.call('GET', PATH)).body.notifications).toEqual([]);
    const { body } = await other.call('GET', `${PATH}?size=2`);
    expect(titles(body)).toEqual(['third', 'second']);
    expect(body.notifications[0]).toMatchObject({ target: otherId, type: 'Book_Due', read: false, seen: false, recipientId: otherId });
    expect(body.notifications[0].messageBody).toHaveLength(320);
    expect((await other.call('GET', `${PATH}?trimMessages=false`)).body.notifications[0].messageBody).toHaveLength(500);
    expect((await other.call('GET', `${PATH}/status`)).body).toMatchObject({ unreadCount: 3, unseenCount: 3 });
  });

  it('are marked as seen all at once and as read one by one', async () => {
    expect((await other.call('PATCH', PATH, { seen: true })).status).toBe(200);
    expect((await other.call('GET', `${PATH}/status`)).body).toMatchObject({ unreadCount: 3, unseenCount: 0 });
    const [{ id }] = (await other.call('GET', PATH)).body.notifications as [{ id: string }];
    expect((await other.call('PATCH', `${PATH}/${id}`, { read: 'true' })).body).toMatchObject({ id, read: true, seen: true });
    expect((await admin.call('PATCH', `${PATH}/${id}`, { read: false })).status).toBe(404);
    expect((await admin.call('GET', `${PATH}/${id}`)).status).toBe(404);
    expect((await other.call('GET', `${PATH}/status`)).body).toMatchObject({ unreadCount: 2 });
    expect((await other.call('PATCH', PATH, { notificationIds: [id], read: false })).status).toBe(200);
    expect((await other.call('GET', `${PATH}/status`)).body).toMatchObject({ unreadCount: 3 });
  });

  it.each([
    ['GET', `${PATH}?size=0`, undefined],
    ['GET', `${PATH}?before=never`, undefined],
    ['GET', `${PATH}?before=2026-01-01&after=2026-01-01`, undefined],
    ['PATCH', PATH, {}],
    ['PATCH', PATH, { read: 'perhaps' }],
    ['PATCH', PATH, { read: true, seen: false }],
    ['PATCH', PATH, { read: true, notificationIds: [1] }],
    ['PATCH', PATH, { read: true, before: '2026-01-01', notificationIds: [] }],
  ])('refuses %s %s %j', async (method, path, body) => {
    expect((await other.call(method, path, body)).status).toBe(400);
  });

  it('need a session', async () => {
    expect((await send(served.url, 'GET', PATH)).status).toBe(401);
  });
});

describe('the outbox', () => {
  it('lists what was sent as JSON, to whoever is signed in', async () => {
    const code = `Messaging.SingleEmailMessage m = new Messaging.SingleEmailMessage();
      m.setToAddresses(new List<String>{ 'reader@example.com' }); m.setSubject('Due'); m.setPlainTextBody('Bring it back.');
      Messaging.sendEmail(new List<Messaging.SingleEmailMessage>{ m });`;
    const run = () => admin.call('GET', `tooling/executeAnonymous?anonymousBody=${encodeURIComponent(code)}`);
    expect((await run()).body).toMatchObject({ success: true });
    const { body } = await other.call('GET', '/__local/emails');
    expect(body).toMatchObject({ deliverability: 'all', emails: [{ to: ['reader@example.com'], subject: 'Due', text: 'Bring it back.' }] });
    const { body: bells } = await other.call('GET', '/__local/notifications');
    for (const name of ['emails', 'notifications']) expect((await send(served.url, 'GET', `/__local/${name}`)).status).toBe(401);
    expect(bells.notifications[0]).toMatchObject({ title: 'first', recipient: { id: otherId } });

    expect((await send(served.url, 'POST', '/__local/email', { deliverability: 'none' })).status).toBe(200);
    expect((await run()).body.exceptionMessage).toContain('NO_SINGLE_MAIL_PERMISSION');
    expect((await send(served.url, 'POST', '/__local/email', { deliverability: 'some' })).status).toBe(400);
    expect((await send(served.url, 'POST', '/__local/email', { deliverability: 'all' })).status).toBe(200);
  });
});
