// Types of the platform modules that the components import; there is no complete public package of them.
declare module '@salesforce/user/Id' {
  const id: string;
  export default id;
}
declare module '@salesforce/customPermission/*' {
  const has: true | undefined;
  export default has;
}
declare module '@salesforce/i18n/locale' {
  const locale: string;
  export default locale;
}
declare module '@salesforce/i18n/timeZone' {
  const timeZone: string;
  export default timeZone;
}
declare module 'lightning/navigation' {
  export interface PageReference {
    readonly type: string;
    readonly attributes: Readonly<Record<string, unknown>>;
    readonly state?: Readonly<Record<string, string | undefined>>;
  }
  const navigate: unique symbol;
  const generateUrl: unique symbol;
  export interface Navigation {
    [navigate](reference: PageReference, replace?: boolean): void;
    [generateUrl](reference: PageReference): Promise<string>;
  }
  export const NavigationMixin: {
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a mixin's base may have any constructor
    <T extends new (...args: any[]) => object>(base: T): T & (new (...args: any[]) => Navigation);
    readonly Navigate: typeof navigate;
    readonly GenerateUrl: typeof generateUrl;
  };
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the type of a @wire value must equal the field's type exactly
  export const CurrentPageReference: import('lwc').WireAdapterConstructor<Record<string, never>, any>;
}
declare module 'lightning/modal' {
  import { LightningElement } from 'lwc';
  export default class LightningModal extends LightningElement {
    static open(options: {
      readonly label?: string;
      readonly size?: 'small' | 'medium' | 'large' | 'full';
      readonly description?: string;
      readonly disableClose?: boolean;
      readonly [api: string]: unknown;
    }): Promise<unknown>;
    label: string;
    size: 'small' | 'medium' | 'large' | 'full';
    description: string;
    disableClose: boolean;
    close(result?: unknown): void;
  }
}
declare module 'lightning/platformShowToastEvent' {
  export interface ToastConfig {
    readonly title: string;
    readonly message?: string;
    readonly messageData?: readonly (string | { readonly url: string; readonly label: string })[];
    readonly variant?: 'info' | 'success' | 'warning' | 'error';
    readonly mode?: 'dismissible' | 'pester' | 'sticky';
  }
  export const ShowToastEventName: 'lightning__showtoast';
  export class ShowToastEvent extends CustomEvent<ToastConfig> {
    constructor(config: ToastConfig);
  }
}
declare module 'lightning/confirm' {
  const LightningConfirm: {
    open(options: {
      readonly message: string;
      readonly label: string;
      readonly theme?: 'default' | 'shade' | 'inverse' | 'alt-inverse' | 'success' | 'info' | 'warning' | 'error' | 'offline';
      readonly variant?: 'header' | 'headerless';
    }): Promise<boolean>;
  };
  export default LightningConfirm;
}
declare module 'lightning/platformResourceLoader' {
  import type { LightningElement } from 'lwc';
  export function loadScript(component: LightningElement, url: string): Promise<void>;
  export function loadStyle(component: LightningElement, url: string): Promise<void>;
}
declare module '@salesforce/resourceUrl/*' {
  const url: string;
  export default url;
}
/** The reader of CSV files, where tests take it from npm; pages load it as a static resource. */
declare module 'papaparse' {
  export function parse<T>(text: string, options?: object): { readonly data: readonly T[] };
}
