/** What an address of Lightning Experience shows. */
export type Route =
  | { readonly kind: 'home' }
  | { readonly kind: 'tab'; readonly name: string }
  /** Without an object the id's key prefix tells it. */
  | { readonly kind: 'record'; readonly sobject: string | null; readonly recordId: string }
  | { readonly kind: 'list'; readonly sobject: string }
  | { readonly kind: 'component'; readonly name: string }
  | { readonly kind: 'setup'; readonly path: string | null }
  | { readonly kind: 'notFound'; readonly path: string };

export type State = Readonly<Record<string, string>>;

export interface PageReference {
  readonly type: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly state?: Readonly<Record<string, unknown>>;
}

const SETUP_HOME = 'SetupOneHome';

/** Reads an address: path without the query. */
export function routeOf(pathname: string): Route {
  const parts = partsOf(pathname);
  if (!parts) return { kind: 'notFound', path: pathname };
  const [area, section, name, last] = parts;
  if (area === undefined || (area === 'lightning' && section === undefined)) return { kind: 'home' };
  if (area === 'lightning') {
    if (section === 'page' && name === 'home' && parts.length === 3) return { kind: 'home' };
    if (section === 'n' && name && parts.length === 3) return { kind: 'tab', name };
    if (section === 'cmp' && name?.startsWith('c__') && parts.length === 3) return { kind: 'component', name: name.slice(3) };
    if (section === 'o' && name && (last === 'list' || last === 'home') && parts.length === 4) return { kind: 'list', sobject: name };
    if (section === 'r' && name && last === 'view' && parts.length === 4) return { kind: 'record', sobject: null, recordId: name };
    if (section === 'r' && name && last && parts[4] === 'view' && parts.length === 5)
      return { kind: 'record', sobject: name, recordId: last };
    if (section === 'setup' && name && last === 'home' && parts.length === 4)
      return { kind: 'setup', path: name === SETUP_HOME ? null : name };
  }
  return { kind: 'notFound', path: pathname };
}

/** Parts between the slashes; null for an address that is not well-formed. */
function partsOf(pathname: string): readonly string[] | null {
  try {
    return pathname.split('/').filter(Boolean).map(decodeURIComponent);
  } catch {
    return null;
  }
}

/** The address of a route. */
export function pathOf(route: Exclude<Route, { kind: 'notFound' }>): string {
  const part = encodeURIComponent;
  switch (route.kind) {
    case 'home':
      return '/lightning/page/home';
    case 'tab':
      return `/lightning/n/${part(route.name)}`;
    case 'record':
      return `/lightning/r/${route.sobject === null ? '' : `${part(route.sobject)}/`}${part(route.recordId)}/view`;
    case 'list':
      return `/lightning/o/${part(route.sobject)}/list`;
    case 'component':
      return `/lightning/cmp/c__${part(route.name)}`;
    case 'setup':
      return `/lightning/setup/${part(route.path ?? SETUP_HOME)}/home`;
  }
}

/** The address that a page reference means. A type or an attribute that the shell cannot show is an error, not a dead link. */
export function urlOf(reference: PageReference): string {
  const attributes = reference.attributes ?? {};
  const text = (name: string): string => {
    const value = attributes[name];
    if (typeof value !== 'string' || value === '') throw new Error(`The page reference ${reference.type} needs the attribute ${name}`);
    return value;
  };
  const path = ((): string => {
    switch (reference.type) {
      case 'standard__recordPage':
        if (text('actionName') !== 'view') break;
        return pathOf({
          kind: 'record',
          sobject: attributes.objectApiName === undefined ? null : text('objectApiName'),
          recordId: text('recordId'),
        });
      case 'standard__objectPage':
        if (!['list', 'home'].includes(text('actionName'))) break;
        return pathOf({ kind: 'list', sobject: text('objectApiName') });
      case 'standard__navItemPage':
        return pathOf({ kind: 'tab', name: text('apiName') });
      case 'standard__component':
        return pathOf({ kind: 'component', name: text('componentName').replace(/^c__/, '') });
      case 'standard__namedPage':
        if (text('pageName') !== 'home') break;
        return pathOf({ kind: 'home' });
      case 'standard__webPage':
        return text('url');
    }
    throw new Error(`The local org cannot show the page ${JSON.stringify(reference)}`);
  })();
  const query = new URLSearchParams(
    Object.entries(reference.state ?? {}).flatMap(([key, value]): [string, string][] =>
      value === undefined || value === null ? [] : [[key, String(value)]],
    ),
  ).toString();
  return query === '' ? path : `${path}?${query}`;
}

/** The page reference of an address, as `CurrentPageReference` provisions it. */
export function referenceOf(route: Route, state: State): PageReference {
  switch (route.kind) {
    case 'home':
      return { type: 'standard__namedPage', attributes: { pageName: 'home' }, state };
    case 'tab':
      return { type: 'standard__navItemPage', attributes: { apiName: route.name }, state };
    case 'record':
      return {
        type: 'standard__recordPage',
        attributes: { objectApiName: route.sobject, recordId: route.recordId, actionName: 'view' },
        state,
      };
    case 'list':
      return { type: 'standard__objectPage', attributes: { objectApiName: route.sobject, actionName: 'list' }, state };
    case 'component':
      return { type: 'standard__component', attributes: { componentName: `c__${route.name}` }, state };
    case 'setup':
    case 'notFound':
      return { type: 'standard__webPage', attributes: { url: route.kind === 'setup' ? pathOf(route) : route.path }, state };
  }
}
