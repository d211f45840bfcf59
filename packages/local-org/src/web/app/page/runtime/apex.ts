import { askServer, thrownByApex } from './http';
import { deepFreeze } from './freeze';

type Params = Readonly<Record<string, unknown>>;

/** What a wire hands to a component. */
export interface WireResult {
  readonly data?: unknown;
  readonly error?: unknown;
}

/** What a method returned; or, with the state `ERROR`, the body of what it threw. */
interface Answer {
  readonly state?: string;
  readonly returnValue?: unknown;
}

const refreshers = new WeakMap<object, () => Promise<void>>();

async function call(name: string, params: Params, cacheable: boolean): Promise<unknown> {
  const parts = name.split('.');
  const method = parts.pop();
  const answer = (await askServer('/aura/apex', { classname: parts.join('.'), method, params, cacheable })) as Answer | undefined;
  const { state, returnValue, ...body } = answer ?? {};
  if (state === 'ERROR') throw thrownByApex(body);
  return returnValue;
}

/** One imported Apex method: callable, and a wire adapter by its `adapter`. */
export function apexMethod(name: string): ((params?: Params) => Promise<unknown>) & { adapter: unknown } {
  class ApexAdapter {
    private config: Params | undefined;
    private connected = false;
    private run = 0;
    private readonly emit: (result: WireResult) => void;

    constructor(emit: (result: WireResult) => void) {
      this.emit = emit;
      emit({ data: undefined, error: undefined });
    }

    connect(): void {
      this.connected = true;
      void this.provision();
    }

    disconnect(): void {
      this.connected = false;
    }

    update(config: Params): void {
      this.config = config;
      void this.provision();
    }

    private async provision(): Promise<void> {
      // the platform does not provision while a $parameter is undefined
      if (!this.connected || !this.config || Object.values(this.config).includes(undefined)) return;
      const run = ++this.run;
      const result: { data?: unknown; error?: unknown } = { data: undefined, error: undefined };
      try {
        result.data = deepFreeze(await call(name, this.config, true));
      } catch (error) {
        result.error = error;
      }
      // an answer to older parameters must not overwrite a newer one
      if (!this.connected || run !== this.run) return;
      refreshers.set(result, () => this.provision());
      this.emit(result);
    }
  }
  return Object.assign((params: Params = {}) => call(name, params, false), { adapter: ApexAdapter });
}

/** Asks the server again for a wired result, as `refreshApex` of `@salesforce/apex`. */
export async function refreshApex(wired: object): Promise<void> {
  const refresh = refreshers.get(wired);
  if (!refresh) throw new Error('refreshApex was called with something that no wire provisioned');
  await refresh();
}

/** Reads a field of an SObject that Apex returned, by its schema token, over relationships too. */
export function getSObjectValue(record: Readonly<Record<string, unknown>>, field: { readonly fieldApiName: string }): unknown {
  return field.fieldApiName.split('.').reduce<unknown>((value, part) => (value as Record<string, unknown> | undefined)?.[part], record);
}
