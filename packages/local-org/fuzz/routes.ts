import { RESOURCES } from '../src/rest/routes';

export interface FuzzRoute {
  readonly method: string;
  /** As in the route table: `:name` and `*name` are placeholders. */
  readonly pattern: string;
}

/** What the engine answers before it looks at its table, and what the server answers without the engine. */
const OTHERS = [
  'POST /services/oauth2/token',
  'POST /services/oauth2/revoke',
  'POST /services/Soap/u/:version/*rest',
  'GET /',
  'GET /login',
  'POST /login',
  'GET /logout',
  'POST /logout',
  'GET /secur/logout.jsp',
  'GET /lightning/*rest',
  'GET /_slds/*rest',
  'GET /_lwc/*rest',
  'GET /__local/info',
  'POST /__local/seed',
];

/** They empty the org, or make it fail on purpose. */
const LEFT_OUT = ['POST /__local/reset', 'POST /__local/faults'];

/** Everything that a request can reach. */
export function fuzzRoutes(): readonly FuzzRoute[] {
  const table = Object.values(RESOURCES)
    .flat()
    .map(({ method, pattern }) => `${method} ${pattern}`);
  return [...new Set([...table, ...OTHERS])]
    .filter((one) => !LEFT_OUT.includes(one))
    .map((one) => ({ method: one.slice(0, one.indexOf(' ')), pattern: one.slice(one.indexOf(' ') + 1) }));
}
