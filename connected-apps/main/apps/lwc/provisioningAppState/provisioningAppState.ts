import { LightningElement, api } from 'lwc';
import { Calls } from 'c/provisioningCalls';
import { paused, resumed } from 'c/provisioningAppPausing';
import { format } from 'c/provisioningTexts';
import { openRequests } from 'c/provisioningAppTexts';
import { labels } from './labels';

/**
 * Why an app that is stopped or paused sends nothing: what the target said, since when, when it is asked again, what waits; and the way to
 * go on. An app that is on offers the pause. Fires `changed` when it did something, and `say`.
 */
export default class ProvisioningAppState extends LightningElement {
  @api detail: Apex.AppDetail | undefined;
  readonly labels = labels;
  failure = '';
  private readonly calls = new Calls();

  get app(): Apex.AppView | null | undefined {
    return this.detail?.app;
  }
  get isHeld(): boolean {
    return this.app?.provisioning === 'Stopped' || this.app?.provisioning === 'Paused';
  }
  get isStopped(): boolean {
    return this.app?.provisioning === 'Stopped';
  }
  get look(): string {
    return this.isStopped ? 'banner stopped' : 'banner paused';
  }
  get icon(): string {
    return this.isStopped ? 'utility:ban' : 'utility:pause';
  }
  get title(): string {
    return format(this.isStopped ? labels.appsStoppedTitle : labels.appsPausedTitle, this.app?.name ?? '');
  }
  get waiting(): string {
    const failed = this.app?.requests?.Failed ?? 0;
    const open = openRequests(this.app?.requests ?? null);
    return failed === 0 ? format(labels.appsWaitingNoneFailed, open) : format(labels.appsWaitingSomeFailed, open, failed);
  }
  get canResume(): boolean {
    return this.isHeld && Boolean(this.detail?.canManage);
  }
  get canPause(): boolean {
    return Boolean(this.detail?.canManage) && (this.app?.provisioning === 'On' || this.isStopped);
  }

  handleResume(): Promise<void> {
    return this.act(resumed);
  }
  handlePause(): Promise<void> {
    return this.act(paused);
  }

  private act(change: (app: Apex.AppView) => Promise<string | null>): Promise<void> {
    return this.calls.act(
      async () => {
        const said = this.app ? await change(this.app) : null;
        if (said !== null) this.done(said);
      },
      ({ message }) => (this.failure = message),
    );
  }
  private done(detail: string): void {
    this.dispatchEvent(new CustomEvent('say', { bubbles: true, composed: true, detail }));
    this.dispatchEvent(new CustomEvent('changed'));
  }
}
