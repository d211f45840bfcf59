import type { Door } from '../host/port';
import { absentRoutes } from './absent';
import { auraRoutes } from './aura';
import { apexRestRoutes } from './apexrest';
import { bulkRoutes } from './bulk';
import { bulkQueryRoutes } from './bulkquery';
import { collectionRoutes } from './collections';
import { compositeRoutes } from './composite';
import { controlRoutes } from './control';
import { describeRoutes } from './describe';
import { limitRoutes } from './limits';
import { metadataRoutes } from './metadata';
import { notificationRoutes } from './notifications';
import { OPEN_ROUTES } from './open';
import { passwordRoutes } from './passwords';
import { queryRoutes } from './query';
import { recentRoutes } from './recent';
import { identity, singleAccess, userInfo } from './session';
import { sobjectRoutes } from './sobjects';
import { toolingRoutes } from './tooling';
import { treeRoutes } from './tree';
import { uiRoutes } from './ui';
import { uiApiRoutes } from './uiapi';
import { route, type Route } from './shared/call';
import { versionRoutes } from './versions';

const DATA = '/services/data/:version';

/** What a page may do with records and notifications; API clients may do it too. */
export const PAGE_OPERATIONS: readonly Route[] = [
  ...describeRoutes(DATA),
  ...sobjectRoutes(DATA),
  ...queryRoutes(DATA),
  ...uiApiRoutes(DATA),
  ...notificationRoutes(DATA),
];

/** The resources of each door, in no particular order: the most specific pattern wins. */
export const RESOURCES: Readonly<Record<Door, readonly Route[]>> = {
  api: [
    route('GET', '/services/oauth2/userinfo', userInfo),
    route('POST', '/services/oauth2/userinfo', userInfo),
    route('GET', '/services/oauth2/singleaccess', singleAccess),
    route('POST', '/services/oauth2/singleaccess', singleAccess),
    route('GET', '/id/:organization/:user', identity),
    ...versionRoutes(DATA),
    ...PAGE_OPERATIONS,
    ...passwordRoutes(DATA),
    ...compositeRoutes(DATA),
    ...collectionRoutes(DATA),
    ...treeRoutes(DATA),
    ...limitRoutes(DATA),
    ...recentRoutes(DATA),
    ...bulkRoutes(DATA),
    ...bulkQueryRoutes(DATA),
    ...toolingRoutes(DATA),
    ...metadataRoutes(DATA),
    ...apexRestRoutes,
  ],
  page: [...auraRoutes, ...uiRoutes],
  control: controlRoutes,
};

/** Not resources, but names of what is none: no list of what there is has them. */
export const ABSENT: readonly Route[] = absentRoutes(DATA);

/** Every resource as `METHOD path`, sorted by path: the source of the list of REST resources in docs/coverage.md. */
export function listResources(): readonly string[] {
  const all = [...OPEN_ROUTES, ...RESOURCES.api, ...RESOURCES.page].map((r) => `${r.method} ${r.pattern}`);
  return all.sort((a, b) => (a.split(' ')[1] ?? '').localeCompare(b.split(' ')[1] ?? '') || a.localeCompare(b));
}
