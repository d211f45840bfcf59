import LightningConfirm from 'lightning/confirm';
import { format } from 'c/provisioningTexts';
import pauseApp from '@salesforce/apex/AppController.pauseApp';
import resumeApp from '@salesforce/apex/AppController.resumeApp';
import { labels } from './labels';

/** An app of which sending is stopped or goes on. */
interface App {
  readonly id: string | null;
  readonly name: string | null;
}

/** Pauses the app once somebody confirmed what that means; what to say of it, null when nothing was done. */
export async function paused({ id, name }: App): Promise<string | null> {
  const message = format(labels.appsPauseQuestion, name);
  if (!(await LightningConfirm.open({ message, label: labels.appsPause, theme: 'warning' }))) return null;
  await pauseApp({ appId: id });
  return format(labels.appsPausedSaid, name);
}

/** Lets the app go on; what to say of it. */
export async function resumed({ id, name }: App): Promise<string> {
  await resumeApp({ appId: id });
  return format(labels.appsResumedSaid, name);
}
