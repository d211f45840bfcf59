import type { Org } from '../host/port';
import { ok, openRoute, route, type Call, type Reply, type Route } from './shared/call';

/** The oldest API version that the platform still serves (developer.salesforce.com, API End-of-Life Policy). */
export const OLDEST_VERSION = 31;

/** Whether this org serves an API version, given as a number such as `67.0`. */
export function isServed(org: Org, version: string): boolean {
  return /^\d+(\.0)?$/.test(version) && Number(version) >= OLDEST_VERSION && Number(version) <= org.apiVersion;
}

const SEASONS = ['Spring', 'Summer', 'Winter'] as const;

/** Release name of an API version: 58 is Summer '23; three releases a year. */
function releaseLabel(version: number): string {
  const since = version - 57;
  const season = SEASONS[((since % 3) + 3) % 3] ?? 'Spring';
  const year = 23 + Math.floor(since / 3) + (season === 'Winter' ? 1 : 0);
  return `${season} '${String(year).padStart(2, '0')}`;
}

/** `GET /services/data` and `GET /services/data/vNN.0` */
export function versionRoutes(data: string): Route[] {
  return [openRoute('GET', '/services/data', versions), route('GET', data, resources)];
}

function versions({ org }: Call): Reply {
  const numbers = Array.from({ length: org.apiVersion - OLDEST_VERSION + 1 }, (_, i) => OLDEST_VERSION + i);
  return ok(numbers.map((n) => ({ label: releaseLabel(n), url: `/services/data/v${n}.0`, version: `${n}.0` })));
}

function resources(call: Call): Reply {
  const base = `/services/data/v${call.version}`;
  const names = ['composite', 'limits', 'query', 'queryAll', 'recent', 'sobjects', 'tooling', 'ui-api'];
  return ok({
    ...Object.fromEntries(names.map((name) => [name, `${base}/${name}`])),
    jobs: `${base}/jobs`,
    identity: `${call.baseUrl}/id/${call.org.organizationId}/${call.user.userId}`,
  });
}
