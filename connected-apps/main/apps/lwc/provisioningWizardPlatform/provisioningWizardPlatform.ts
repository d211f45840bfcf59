import { LightningElement, api } from 'lwc';
import { labels } from './labels';

const NOTHING: Partial<Apex.AppPlatformConfig> = { isThere: false, enabled: false };

/**
 * How the platform's own engine is configured for an app, where that is changed, and whether it is enabled by now. Fires `check` to have that looked at again.
 */
export default class ProvisioningWizardPlatform extends LightningElement {
  @api platform: Apex.AppPlatformConfig | null | undefined;
  @api busy = false;
  @api disabled = false;
  readonly labels = labels;

  get config(): Partial<Apex.AppPlatformConfig> {
    return this.platform ?? NOTHING;
  }
  get stateText(): string {
    if (this.config.enabled) return labels.appsPlatformOn;
    return this.config.isThere ? labels.appsPlatformOff : labels.appsPlatformNone;
  }
  get facts() {
    const { name, operations, onUpdate, namedCredential, reconFilter, notes, lastReconciled } = this.config;
    return [
      { label: labels.appsPlatformName, text: name },
      { label: labels.appsPlatformOperations, text: operations?.join(', ') },
      { label: labels.appsPlatformOnUpdate, text: onUpdate?.join(', ') },
      { label: labels.appsFactCredential, text: namedCredential },
      { label: labels.appsReconFilter, text: reconFilter },
      { label: labels.appsPlatformNotes, text: notes },
      { label: labels.appsPlatformLast, moment: lastReconciled },
    ].map((fact) => ({ moment: null, ...fact, text: fact.text || (fact.moment ? '' : labels.appsFactNone) }));
  }
  get cannotCheck(): boolean {
    return this.busy || this.disabled;
  }

  handleCheck(): void {
    this.dispatchEvent(new CustomEvent('check'));
  }
}
