import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveLibrary, type Client } from './served-org';

let served: Awaited<ReturnType<typeof serveLibrary>>;
let admin: Client;
beforeAll(async () => {
  served = await serveLibrary();
  admin = await served.signIn('admin');
});
afterAll(() => served.close());

/** Labels of a field as the two describes and Apex give them. */
async function labelsOfPages(): Promise<string[]> {
  const describe = await admin.call('GET', '/services/data/v67.0/sobjects/Book__c/describe');
  const info = await admin.call('GET', '/services/data/v67.0/ui-api/object-info/Book__c');
  const apex = encodeURIComponent('throw new IllegalArgumentException(Book__c.Pages__c.getDescribe().getLabel());');
  const run = await admin.call('GET', `/services/data/v67.0/tooling/executeAnonymous?anonymousBody=${apex}`);
  return [
    describe.body.fields.find((field: { name: string }) => field.name === 'Pages__c').label,
    info.body.fields.Pages__c.label,
    run.body.exceptionMessage,
  ];
}

describe('translated fields', () => {
  it("have their labels in the user's language", async () => {
    expect(await labelsOfPages()).toEqual(['Pages', 'Pages', 'System.IllegalArgumentException: Pages']);
    const { body } = await admin.call('GET', '/services/oauth2/userinfo');
    await admin.call('PATCH', `/services/data/v67.0/sobjects/User/${body.user_id}`, { LanguageLocaleKey: 'de' });
    expect(await labelsOfPages()).toEqual(['Seiten', 'Seiten', 'System.IllegalArgumentException: Seiten']);
  });
});
