import type { Transaction } from '../engine';
import { UnsupportedError } from '../kernel/exceptions';
import type { OrgMetadata } from '../metadata/model';
import { refuse } from './admission';

/** Where callouts may go. */
export interface Network {
  readonly metadata: Pick<OrgMetadata, 'remoteSites'>;
  /** Hosts outside this machine. */
  readonly hosts: readonly string[];
  /** Addresses of side services by name. */
  readonly services: Readonly<Record<string, string>>;
}

/** Puts the addresses of side services in. */
export function withServices(url: string, services: Network['services']): string {
  return url.replace(/\{services\.([\w-]+)\}/g, (_, name: string) => services[name] ?? refuse(`The side service ${name} does not run`));
}

/** An address that Apex wrote out itself has to be a remote site (Apex Developer Guide, "Adding Remote Site Settings"). */
export function requireRemoteSite(endpoint: string, { metadata, services }: Network): void {
  const origin = parsed(endpoint).origin;
  const known = metadata.remoteSites.some(
    ({ active, url }) => active && URL.canParse(withServices(url, services)) && new URL(withServices(url, services)).origin === origin,
  );
  if (!known) refuse(`Unauthorized endpoint, please check Setup->Security->Remote site settings. endpoint = ${endpoint}`);
}

/** The address of a request, which is not the org's own: it would wait for itself. */
export function addressOf(endpoint: string, { hosts }: Network, { baseUrl }: Transaction): string {
  const url = parsed(endpoint);
  if (url.origin === new URL(baseUrl).origin) throw new UnsupportedError("a callout to the org's own URL: it would wait for itself");
  if (!isLoopback(url.hostname) && !hosts.includes(url.hostname))
    refuse(`The local org calls this machine only, and the hosts of "calloutHosts" in local-org.json: ${url.hostname} is none of them`);
  return url.href;
}

/** Texts of Java's URL class, which the platform shows. */
function parsed(endpoint: string): URL {
  const scheme = /^([A-Za-z][\w+.-]*):\/\//.exec(endpoint)?.[1]?.toLowerCase();
  const url = scheme === undefined ? null : urlOf(endpoint);
  if (url === null) return refuse(`no protocol: ${endpoint}`);
  if (scheme !== 'http' && scheme !== 'https') refuse(`unknown protocol: ${scheme}`);
  return url;
}

function urlOf(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    // Whoever asks says what is wrong with it.
    return null;
  }
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}
