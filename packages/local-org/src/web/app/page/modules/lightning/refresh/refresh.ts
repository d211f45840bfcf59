export const RefreshEventName = 'lightning__refresh';

/** Asks every registered handler of the page to load its data again. */
export class RefreshEvent extends CustomEvent<undefined> {
  constructor() {
    super(RefreshEventName, { bubbles: true, composed: true, cancelable: true });
  }
}

type Handler = () => Promise<unknown>;
const handlers = new Map<number, Handler>();
let last = 0;

export function registerRefreshHandler(component: unknown, handler: Handler): number {
  handlers.set(++last, handler.bind(component));
  return last;
}

export function unregisterRefreshHandler(id: number): void {
  handlers.delete(id);
}

addEventListener(RefreshEventName, () => {
  for (const handler of handlers.values()) void handler();
});
