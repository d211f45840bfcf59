import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import { Calls } from 'c/provisioningCalls';
import { OPERATION_NAMES, operationLabel } from 'c/provisioningRequestTexts';
import { format } from 'c/provisioningTexts';
import preview from '@salesforce/apex/AppPreviewController.preview';
import send from '@salesforce/apex/AppPreviewController.send';
import { labels } from './labels';

const VERDICTS: Readonly<Record<string, string>> = {
  Created: labels.appsVerdictCreated,
  Linked: labels.appsVerdictLinked,
  Updated: labels.appsVerdictUpdated,
  Skipped: labels.appsVerdictSkipped,
  Failed: labels.appsVerdictFailed,
};

/** The window that shows what would be sent for one person, call by call, and sends exactly that. Closes with true when something was sent. */
export default class ProvisioningCallPreview extends LightningModal {
  @api appId: string | null = null;
  @api userId: string | null = null;
  /** Name of the person. */
  @api person: string | null = null;
  /** The operation; blank: what is due. */
  @api operation: string | null = '';

  readonly labels = labels;
  shown: Apex.AppPreviewView | undefined;
  chosen = '';
  failure = '';
  sent = false;
  private readonly calls = new Calls();

  connectedCallback(): void {
    this.chosen = this.operation ?? '';
    this.look();
  }
  disconnectedCallback(): void {
    this.calls.end();
  }

  get operations() {
    return [{ label: labels.appsPreviewDue, value: '' }, ...OPERATION_NAMES.map((value) => ({ label: operationLabel(value), value }))];
  }
  get verdict(): string {
    const verdict = VERDICTS[this.shown?.verdict ?? ''] ?? this.shown?.verdict ?? '';
    return `${operationLabel(this.shown?.operation ?? null)}: ${verdict}`;
  }
  get callsText(): string {
    const many = this.shown?.calls.length ?? 0;
    return many === 0 ? labels.appsPreviewNoCalls : format(labels.appsPreviewCalls, many);
  }
  get callList() {
    return (this.shown?.calls ?? []).map((call, index) => ({ ...call, key: index }));
  }
  get attributes() {
    return (this.shown?.attributes ?? []).map((one) => ({ ...one, look: one.differs ? 'differs' : '' }));
  }
  get isLoading(): boolean {
    return !this.shown && this.failure === '';
  }
  get cannotSend(): boolean {
    const changes = this.shown?.calls.some(({ isWrite }) => isWrite) ?? false;
    return this.sent || !changes || Boolean(this.shown?.whyNotSent);
  }
  get sentText(): string {
    return this.sent ? format(labels.appsPreviewSent, this.shown?.reason ?? '') : '';
  }

  handleOperation(event: CustomEvent<{ value: string }>): void {
    this.chosen = event.detail.value;
    this.sent = false;
    this.shown = undefined;
    this.look();
  }
  handleRetry(): void {
    this.look();
  }
  handleClose(): void {
    this.close(this.sent);
  }
  handleSend(): void {
    const { appId, shown } = this;
    void this.calls.act(
      async () => {
        this.shown = await send({ appId, previewId: shown?.previewId ?? null });
        this.sent = true;
      },
      ({ message }) => (this.failure = message),
    );
  }

  private look(): void {
    this.calls.look({
      ask: () => preview({ appId: this.appId, userId: this.userId, operation: this.chosen || null }),
      show: (shown) => (this.shown = shown),
      refuse: ({ message }) => (this.failure = message),
    });
  }
}
