import type { ServedOrg } from './served-org';

interface Email {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
}
interface Bell {
  readonly recipient: { readonly username: string };
  readonly title: string;
  readonly body: string;
  readonly targetId: string;
}
/** What an org has told people. */
export interface Outbox {
  readonly emails: readonly Email[];
  readonly bells: readonly Bell[];
}

export async function outbox(org: ServedOrg): Promise<Outbox> {
  const { emails } = (await org.call<{ emails: Email[] }>('admin', 'GET', '/__local/emails')).body;
  const { notifications } = (await org.call<{ notifications: Bell[] }>('admin', 'GET', '/__local/notifications')).body;
  return { emails, bells: notifications };
}
