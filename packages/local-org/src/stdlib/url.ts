import { ApexMap } from '../kernel/collections';
import { mapPut } from '../kernel/collection-operations';
import { fail, need } from '../kernel/fail';
import { NativeObject } from '../kernel/natives';
import { toText } from '../kernel/text';
import { RuntimeType } from '../kernel/types';
import type { StdlibPorts } from './ports';
import { members, merge, type Theme } from './registry';

function parsed(text: string, base?: string): URL {
  try {
    return new URL(text, base);
  } catch {
    return fail('System.StringException', `no protocol: ${text}`);
  }
}

class Url extends NativeObject {
  override readonly apexType = 'System.Url';
  readonly url: URL;
  constructor(text: string, base?: string) {
    super();
    this.url = parsed(text, base);
  }
  /** As it was given, without the slash that URL adds to a bare host. */
  override toString(): string {
    return this.url.pathname === '/' && !this.url.search && !this.url.hash ? this.url.origin : this.url.href;
  }
}

const part = (text: string): string | null => (text === '' ? null : text);

/** A page's address with its parameters. */
class PageReference extends NativeObject {
  override readonly apexType = 'System.PageReference';
  readonly path: string;
  readonly parameters = new ApexMap<string, string>(RuntimeType.parse('Map<String,String>'));
  redirect = false;
  anchor: string | null = null;

  constructor(address: string) {
    super();
    const [path = '', query = ''] = address.split('?', 2);
    this.path = path;
    for (const [name, value] of new URLSearchParams(query)) mapPut(this.parameters, name, value);
  }
  get url(): string {
    const query = [...this.parameters.entries.values()]
      .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(toText(value))}`)
      .join('&');
    return `${this.path}${query ? `?${query}` : ''}${this.anchor ? `#${this.anchor}` : ''}`;
  }
  override toString(): string {
    return `System.PageReference[${this.url}]`;
  }
}

/** `URL` and `PageReference`. */
export function urls(ports: StdlibPorts): Theme {
  const org = (): Url => new Url(ports.transaction().orgUrl);
  return merge(
    members('System.Url', {
      '<init>/1': (text: string) => new Url(need(text)),
      '<init>/2': (base: Url, text: string) => new Url(need(text), need(base).url.href),
      '<init>/3': (protocol: string, host: string, file: string) => new Url(`${need(protocol)}://${need(host)}${need(file)}`),
      '<init>/4': (protocol: string, host: string, port: number, file: string) =>
        new Url(`${need(protocol)}://${need(host)}:${need(port)}${need(file)}`),
      'getOrgDomainUrl/0': org,
      'getSalesforceBaseUrl/0': org,
      'getCurrentRequestUrl/0': org,
      'getAuthority/0': ({ url }: Url) => url.host,
      'getHost/0': ({ url }: Url) => url.hostname,
      'getPath/0': ({ url }: Url) => (url.pathname === '/' ? '' : url.pathname),
      'getPort/0': ({ url }: Url) => (url.port === '' ? -1 : Number(url.port)),
      'getDefaultPort/0': ({ url }: Url) => (url.protocol === 'https:' ? 443 : 80),
      'getProtocol/0': ({ url }: Url) => url.protocol.slice(0, -1),
      'getQuery/0': ({ url }: Url) => part(url.search.slice(1)),
      'getRef/0': ({ url }: Url) => part(url.hash.slice(1)),
      'getFile/0': ({ url }: Url) => (url.pathname === '/' ? '' : url.pathname) + url.search,
      'getUserInfo/0': ({ url }: Url) => part(url.username + (url.password ? `:${url.password}` : '')),
      'sameFile/1': ({ url }: Url, other: Url) =>
        url.origin === need(other).url.origin && url.pathname + url.search === other.url.pathname + other.url.search,
      'toExternalForm/0': String,
      'toString/0': String,
    }),
    members('System.PageReference', {
      '<init>/1': (address: unknown) =>
        new PageReference(typeof need(address) === 'string' ? (address as string) : `/${toText((address as { id: unknown }).id)}`),
      'getUrl/0': (page: PageReference) => page.url,
      'getParameters/0': (page: PageReference) => page.parameters,
      'getRedirect/0': (page: PageReference) => page.redirect,
      'setRedirect/1': (page: PageReference, redirect: boolean) => {
        page.redirect = redirect;
        return page;
      },
      'getAnchor/0': (page: PageReference) => page.anchor,
      'setAnchor/1': (page: PageReference, anchor: string | null) => {
        page.anchor = anchor;
        return page;
      },
      'toString/0': String,
    }),
  );
}
