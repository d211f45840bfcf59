const loading = new Map<string, Promise<void>>();

/** Loads a script of a static resource, once for the page however often it is asked for; one that failed is tried anew the next time. */
export function loadScript(_component: unknown, url: string): Promise<void> {
  return once(url, () => Object.assign(document.createElement('script'), { src: url }));
}

/** Loads a style sheet of a static resource, once for the page. */
export function loadStyle(_component: unknown, url: string): Promise<void> {
  return once(url, () => Object.assign(document.createElement('link'), { rel: 'stylesheet', href: url }));
}

function once(url: string, make: () => HTMLElement): Promise<void> {
  const known = loading.get(url);
  if (known) return known;
  const loaded = new Promise<void>((resolve, reject) => {
    const element = make();
    element.addEventListener('load', () => resolve());
    element.addEventListener('error', () => {
      loading.delete(url);
      element.remove();
      reject(new Error(`The static resource at ${url} could not be loaded`));
    });
    document.head.append(element);
  });
  loading.set(url, loaded);
  return loaded;
}
