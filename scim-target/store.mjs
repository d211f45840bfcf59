import { randomUUID } from 'node:crypto';
import SCIMMY from 'scimmy';

const UNIQUE = ['userName'];
/** Attributes by which a look-up goes straight to the user: clients look people up one by one. */
const INDEXED = ['externalId', 'userName'];

const lower = (text) => String(text).toLowerCase();

/** The users of the target, in the order of their creation. */
export class Store {
  users = new Map();
  index = new Map(INDEXED.map((name) => [name, new Map()]));
  /** How many requests the target has had: what lags is counted in them. */
  requests = 0;

  clear() {
    this.users.clear();
    for (const values of this.index.values()) values.clear();
  }

  get(id) {
    const entry = this.users.get(id);
    if (!entry) throw new SCIMMY.Types.Error(404, null, `Resource ${id} not found`);
    return entry.user;
  }

  /** Adds a user; `lag` is the number of requests until lists tell of it. */
  add(values, lag = 0) {
    this.refuseDuplicate(values, null);
    const now = new Date().toISOString();
    const id = values.id ?? randomUUID();
    const user = { ...values, id, meta: { resourceType: 'User', created: now, lastModified: now, version: 'W/"1"' } };
    this.keep(user, this.requests + lag);
    return user;
  }

  /** Puts `values` in the place of what the user was; what they leave out is gone. */
  replace(id, values) {
    const before = this.get(id);
    this.refuseDuplicate(values, id);
    const version = `W/"${Number(/\d+/.exec(before.meta.version)[0]) + 1}"`;
    const user = { ...values, id, meta: { ...before.meta, lastModified: new Date().toISOString(), version } };
    const { visibleFrom } = this.users.get(id);
    this.unindex(before);
    this.keep(user, visibleFrom);
    return user;
  }

  remove(id) {
    this.unindex(this.get(id));
    this.users.delete(id);
  }

  /** All that lists tell of by now and that match; `filter` undefined: all. */
  find(filter, { caseSensitive }) {
    const entries = [...(filter && this.indexed(filter)) ?? this.users.values()].filter((one) => one.visibleFrom <= this.requests); // prettier-ignore
    if (!filter) return entries.map((one) => one.user);
    if (caseSensitive) return entries.map((one) => one.user).filter((user) => filter.match([user]).length > 0);
    const folded = new SCIMMY.Types.Filter(lower(filter.expression));
    return entries.filter((one) => folded.match([one.folded]).length > 0).map((one) => one.user);
  }

  keep(user, visibleFrom) {
    const entry = { user, folded: JSON.parse(lower(JSON.stringify(user))), visibleFrom };
    this.users.set(user.id, entry);
    for (const [name, values] of this.index) if (user[name] !== undefined) values.set(lower(user[name]), entry);
  }

  unindex(user) {
    for (const [name, values] of this.index) values.delete(lower(user[name]));
  }

  /** Candidates of a filter that only asks whether indexed attributes equal something; null for any other. */
  indexed(filter) {
    const found = new Set();
    for (const alternative of filter) {
      const [[name, condition], ...others] = Object.entries(alternative);
      const isIndexed = others.length === 0 && this.index.has(name) && Array.isArray(condition) && condition[0] === 'eq';
      if (!isIndexed) return null;
      const entry = this.index.get(name).get(lower(condition[1]));
      if (entry) found.add(entry);
    }
    return found;
  }

  refuseDuplicate(values, id) {
    for (const name of UNIQUE) {
      const other = values[name] === undefined ? undefined : this.index.get(name).get(lower(values[name]));
      if (other && other.user.id !== id) throw new SCIMMY.Types.Error(409, 'uniqueness', `The ${name} ${values[name]} is taken`);
    }
  }
}
