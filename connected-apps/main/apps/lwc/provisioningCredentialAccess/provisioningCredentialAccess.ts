import { LightningElement, api } from 'lwc';
import { Calls } from 'c/provisioningCalls';
import { format } from 'c/provisioningTexts';
import assignCredential from '@salesforce/apex/AppSettingsController.assignCredential';
import getCredentialAccess from '@salesforce/apex/AppSettingsController.getCredentialAccess';
import { labels } from './labels';

const ROLES: Readonly<Record<string, string>> = {
  You: labels.appsAccessYou,
  Author: labels.appsAccessAuthor,
  Clock: labels.appsAccessClock,
};

/** Who may use the credential of an app, of those as whom calls run, and giving it to who may not. Fires `say`. */
export default class ProvisioningCredentialAccess extends LightningElement {
  @api
  get appId(): string | null {
    return this.wanted;
  }
  set appId(value: string | null) {
    this.wanted = value;
    if (this.isConnected) this.look();
  }
  /** Read only for who may not change the settings. */
  @api disabled = false;

  readonly labels = labels;
  access: Apex.AppCredentialAccess | undefined;
  failure = '';
  problem = '';
  private picked = '';
  private wanted: string | null = null;
  private readonly calls = new Calls();
  private readonly actions = new Calls();

  connectedCallback(): void {
    this.look();
  }
  disconnectedCallback(): void {
    this.calls.end();
  }

  get hasNoSet(): boolean {
    return this.access?.permissionSets.length === 0;
  }
  get chosenSet(): string {
    return this.picked || (this.access?.permissionSets[0]?.value ?? '');
  }
  get mayAssign(): boolean {
    return !this.disabled && Boolean(this.access?.mayAssign) && !this.hasNoSet;
  }
  get mayChoose(): boolean {
    return this.mayAssign && (this.access?.permissionSets.length ?? 0) > 1;
  }
  get lacksRight(): boolean {
    return !this.disabled && this.access?.mayAssign === false;
  }
  get people() {
    return (this.access?.people ?? []).map(({ userId, name, roles, through }) => {
      const may = through.length > 0;
      return {
        userId,
        name,
        roles: roles.map((role) => ROLES[role] ?? role).join(', '),
        verdict: may ? format(labels.appsAccessMay, through.join(', ')) : labels.appsAccessMayNot,
        icon: may ? 'utility:success' : 'utility:ban',
        variant: may ? 'success' : 'error',
        assigns: !may && this.mayAssign,
        assignLabel: format(labels.appsAccessAssign, name),
      };
    });
  }

  handleSet(event: CustomEvent<{ value: string }>): void {
    this.picked = event.detail.value;
  }
  handleRetry(): void {
    this.look();
  }
  handleAssign(event: Event): Promise<void> {
    const { id: userId = '' } = (event.currentTarget as HTMLElement).dataset;
    return this.actions.act(
      async () => {
        this.access = await assignCredential({ appId: this.wanted, permissionSetId: this.chosenSet, userId });
        const name = this.access.people.find((person) => person.userId === userId)?.name ?? '';
        const detail = format(labels.appsAccessAssigned, name);
        this.dispatchEvent(new CustomEvent('say', { bubbles: true, composed: true, detail }));
      },
      ({ message }) => (this.problem = message),
    );
  }

  private look(): void {
    if (!this.wanted) return;
    this.calls.look({
      ask: () => getCredentialAccess({ appId: this.wanted }),
      show: (access) => (this.access = access),
      refuse: ({ message }) => (this.failure = message),
    });
  }
}
