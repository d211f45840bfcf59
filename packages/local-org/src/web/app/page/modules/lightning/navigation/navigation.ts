import { go, onNavigation, place } from '../../../runtime/router';
import { urlOf, type PageReference } from '../../../runtime/routes';

const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a mixin class must accept whatever its base accepts
type Base = new (...args: any[]) => object;

function open(reference: PageReference, replace = false): void {
  go(urlOf(reference), replace);
}

const mixin = <T extends Base>(base: T) =>
  class extends base {
    [Navigate](reference: PageReference, replace?: boolean): void {
      open(reference, replace);
    }
    async [GenerateUrl](reference: PageReference): Promise<string> {
      return urlOf(reference);
    }
  };

/** `NavigationMixin` of `lightning/navigation`. */
export const NavigationMixin = Object.assign(mixin, { Navigate, GenerateUrl });

/** Wire adapter: provisions at once and after every navigation. */
export class CurrentPageReference {
  private readonly emit: (reference: PageReference) => void;
  private stop: (() => void) | undefined;

  constructor(emit: (reference: PageReference) => void) {
    this.emit = emit;
  }
  connect(): void {
    this.emit(place().reference);
    this.stop = onNavigation((now) => this.emit(now.reference));
  }
  update(): void {}
  disconnect(): void {
    this.stop?.();
  }
}
