import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { serveLibrary, type Client, type Served } from './served-org';

let served: Served;
let admin: Client;
let reader: { readonly userId: string };
beforeAll(async () => {
  served = await serveLibrary();
  served.org.setBaseUrl(served.url);
  admin = await served.signIn('admin');
  reader = served.org.users.find((user) => user.alias === 'reader')!;
});
afterAll(() => served.close());

interface Mail {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
}

const OLD = 'reader@library.example';
const mails = async (): Promise<Mail[]> =>
  ((await admin.call('GET', '/__local/emails')).body as { emails: Mail[] }).emails.filter(({ subject }) => subject.startsWith('Confirm'));
const address = async (): Promise<string> => (await admin.call('GET', `sobjects/User/${reader.userId}?fields=Email`)).body.Email as string;
const patch = (values: object) => admin.call('PATCH', `sobjects/User/${reader.userId}`, values);
const linkOf = (mail: Mail | undefined): string => /http:\S+/.exec(mail?.text ?? '')![0];
const asked = async (email: string): Promise<Mail> => {
  expect((await patch({ Email: email })).status).toBe(204);
  return (await mails()).at(-1)!;
};
/** As a mail program opens it: without a session. */
const open = async (link: string): Promise<{ status: number; text: string }> => {
  const response = await fetch(link);
  return { status: response.status, text: await response.text() };
};

// Salesforce Help 000385115.
describe('a changed address of a user', () => {
  beforeEach(async () => {
    if ((await address()) !== OLD) await open(linkOf(await asked(OLD)));
    expect(await address()).toBe(OLD);
  });

  it('counts once the link in the mail to it was followed, once, by whoever has the mail', async () => {
    const before = (await mails()).length;
    const mail = await asked('one@library.example');
    expect((await mails()).length).toBe(before + 1);
    expect([mail.to, await address()]).toEqual([['one@library.example'], OLD]);
    const first = await open(linkOf(mail));
    expect([first.status, await address()]).toEqual([200, 'one@library.example']);
    expect(first.text).toContain('one@library.example');
    expect(await patch({ Title: 'Reader' })).toMatchObject({ status: 204 });
    const second = await open(linkOf(mail));
    expect([second.status, second.text.includes('no longer valid')]).toEqual([404, true]);
  });

  it('is not confirmed by the link of an earlier change', async () => {
    const first = linkOf(await asked('first@library.example'));
    const second = linkOf(await asked('second@library.example'));
    expect([(await open(first)).status, await address()]).toEqual([404, OLD]);
    expect([(await open(second)).status, await address()]).toEqual([200, 'second@library.example']);
  });

  it('is not confirmed after 72 hours', async () => {
    const late = linkOf(await asked('late@library.example'));
    served.org.advanceClock(72 * 3_600_000);
    expect([(await open(late)).status, await address()]).toEqual([404, OLD]);
  });

  it.each(['', '?token=', '?token=wrong', '?token=a&token=b'])('is not confirmed by a link that nobody was sent: %s', async (query) => {
    await asked('never@library.example');
    expect([(await open(`${served.url}/secur/emailchange${query}`)).status, await address()]).toEqual([404, OLD]);
  });

  // RFC 9110, 9.2.1: a safe method changes nothing, and scanners of mail send it.
  it('is not confirmed by HEAD, which leaves the link as it was', async () => {
    const link = linkOf(await asked('head@library.example'));
    expect([(await fetch(link, { method: 'HEAD' })).status, await address()]).toEqual([404, OLD]);
    expect([(await open(link)).status, await address()]).toEqual([200, 'head@library.example']);
  });

  it('is not confirmed for a user who was deactivated', async () => {
    const link = linkOf(await asked('gone@library.example'));
    expect((await patch({ IsActive: false })).status).toBe(204);
    expect([(await open(link)).status, await address()]).toEqual([404, OLD]);
    expect((await patch({ IsActive: true })).status).toBe(204);
  });

  it('is asked for by Apex as by the API, and by nothing that was rolled back', async () => {
    const apex = (code: string) => admin.call('GET', `tooling/executeAnonymous?anonymousBody=${encodeURIComponent(code)}`);
    const before = (await mails()).length;
    await apex(
      `Savepoint s = Database.setSavepoint(); update new User(Id = '${reader.userId}', Email = 'a@library.example'); Database.rollback(s);`,
    );
    expect((await mails()).length).toBe(before);
    const { body } = await apex(
      `User u = new User(Id = '${reader.userId}', Email = 'b@library.example', Title = 'Apex'); update u; Assert.areEqual('${OLD}', [SELECT Email FROM User WHERE Id = :u.Id].Email);`,
    );
    expect(body).toMatchObject({ success: true });
    expect((await mails()).slice(before).map(({ to }) => to)).toEqual([['b@library.example']]);
  });

  it('is not asked for when nothing differs, or when it is no address', async () => {
    const before = (await mails()).length;
    expect((await patch({ Email: OLD, Title: 'Same' })).status).toBe(204);
    expect((await patch({ Email: 'nothing' })).status).toBe(400);
    expect((await mails()).length).toBe(before);
  });
});
