import type { OpenQuery } from '../../data/port';
import type { Actor } from './call';

/** What the API asks it asks for its user: objects, fields and records that they may not read do not exist. */
export const AS_USER = { mode: 'user', sharing: true, api: true } as const;

const NONE: ReadonlyMap<string, unknown> = new Map();

/** Opens a query for the caller, in the running transaction. */
export const ask = ({ org }: Pick<Actor, 'org'>, soql: string, binds = NONE): OpenQuery => org.data.open(soql, binds, AS_USER);
