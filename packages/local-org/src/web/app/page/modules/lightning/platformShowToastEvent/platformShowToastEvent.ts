import Toast from 'lightning/toast';

export const ShowToastEventName = 'lightning__showtoast';

export interface ToastConfig {
  readonly title: string;
  readonly message?: string;
  readonly messageData?: readonly (string | { readonly url: string; readonly label: string })[];
  readonly variant?: 'info' | 'success' | 'warning' | 'error';
  readonly mode?: 'dismissible' | 'pester' | 'sticky';
}

/** The event that a component dispatches to show a toast; carries what `lightning/toastContainer` reads. */
export class ShowToastEvent extends CustomEvent<ToastConfig & { toast: unknown }> {
  readonly toastAttributes: Readonly<Record<string, unknown>>;

  constructor(config: ToastConfig) {
    super(ShowToastEventName, { bubbles: true, composed: true, cancelable: true, detail: { ...config, toast: Toast } });
    const data = config.messageData ?? [];
    const links = data.some((item) => typeof item === 'object');
    // the container fills in links; plain texts it leaves alone
    const message = config.message?.replace(/\{(\d+)\}/g, (hole, index: string) => {
      const item = data[Number(index)];
      return typeof item === 'string' && !links ? item : hole;
    });
    this.toastAttributes = {
      title: config.title,
      message,
      messageData: links ? data : undefined,
      mode: config.mode ?? 'dismissible',
      type: config.variant ?? 'info',
    };
  }
}
