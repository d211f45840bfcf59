import { referenceOf, routeOf, type PageReference, type Route, type State } from './routes';

/** Where the page is now. */
export interface Place {
  readonly route: Route;
  readonly state: State;
  readonly reference: PageReference;
}

type Listener = (place: Place) => void;
const listeners = new Set<Listener>();

/** Reads the current address. */
export function place(): Place {
  const route = routeOf(location.pathname);
  const state = Object.fromEntries(new URLSearchParams(location.search));
  return { route, state, reference: referenceOf(route, state) };
}

/** Calls back after every change of address; returns the function that ends it. */
export function onNavigation(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Opens an address: inside the shell without loading the page again, anything else as the browser would. */
export function go(url: string, replace = false): void {
  const target = new URL(url, location.href);
  if (target.origin !== location.origin || !(target.pathname === '/' || target.pathname.startsWith('/lightning'))) {
    window.open(target.href, '_blank', 'noopener');
    return;
  }
  history[replace ? 'replaceState' : 'pushState'](null, '', target.pathname + target.search);
  notify();
}

function notify(): void {
  const now = place();
  for (const listener of [...listeners]) listener(now);
}

/** Lets plain clicks on links into the shell stay in the page; new tabs, downloads and modified clicks stay the browser's. */
export function followLinks(target: Window): void {
  target.addEventListener('popstate', notify);
  target.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.composedPath().find((node): node is HTMLAnchorElement => node instanceof HTMLAnchorElement);
    if (!link || link.target === '_blank' || link.hasAttribute('download') || link.origin !== location.origin) return;
    if (!link.pathname.startsWith('/lightning/') || (link.hash !== '' && link.pathname === location.pathname)) return;
    event.preventDefault();
    go(link.href);
  });
}
