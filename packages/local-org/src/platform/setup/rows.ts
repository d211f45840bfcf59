import { columnsOfField } from '../../data/cells';
import { encode } from '../../data/codec';
import { ApexDatetime } from '../../kernel/values';
import type { Clock } from '../../kernel/clock';
import type { Field, ObjectType, Schema } from '../../schema/model';
import { columnOf, isStored, tableOf } from '../../soql/naming';
import type { SqlValue, Store } from '../../store/port';

/** Kernel values by field name. */
export type Values = Readonly<Record<string, unknown>>;

/** Writes rows that the platform itself owns: no triggers, no validation, no limits. */
export interface SetupRows {
  /** Id of the row with these values; null when there is none. */
  find(object: string, key: Values): string | null;
  /** Updates the row with the key's values where it differs, or inserts it with defaults. `created` tells which. */
  put(object: string, key: Values, values: Values): { id: string; created: boolean };
  /** Deletes the rows with these values whose id is not in `keep`; gives the ids of the deleted. */
  deleteOthers(object: string, where: Values, keep: ReadonlySet<string>): string[];
}

export interface SetupParts {
  readonly schema: Schema;
  readonly store: Store;
  readonly clock: Clock;
  nextId(object: ObjectType): string;
}

/** @param author gives the user who counts as creator of new rows; asked late, because the users are setup rows too */
export function createSetupRows(parts: SetupParts, author: () => string): SetupRows {
  const { schema, store } = parts;
  const type = (name: string): ObjectType => {
    const object = schema.object(name);
    if (!object) throw new Error(`No object ${name} in this org`);
    return object;
  };
  const fieldOf = (object: ObjectType, name: string): Field => {
    const field = object.field(name);
    if (!field) throw new Error(`No field ${name} on ${object.name}`);
    return field;
  };
  const columnsFor = (object: ObjectType, values: Values): { columns: string[]; binds: SqlValue[] } => {
    const columns: string[] = [];
    const binds: SqlValue[] = [];
    for (const [name, value] of Object.entries(values)) {
      const field = fieldOf(object, name);
      const encoded = encode(field, value);
      for (const column of columnsOfField(field)) {
        columns.push(column.sql);
        binds.push(column.derive ? column.derive(encoded) : encoded);
      }
    }
    return { columns, binds };
  };
  const where = (object: ObjectType, key: Values): { sql: string; binds: SqlValue[] } => {
    const names = Object.keys(key);
    return {
      sql: ['1', ...names.map((name) => `${columnOf(fieldOf(object, name))} IS ?`)].join(' AND '),
      binds: names.map((name) => encode(fieldOf(object, name), key[name])),
    };
  };
  const select = (object: ObjectType, names: readonly string[], key: Values): SqlValue[] | undefined => {
    const { sql, binds } = where(object, key);
    const list = ['Id', ...names].map((name) => columnOf(fieldOf(object, name))).join(', ');
    return store.prepare(`SELECT ${list} FROM ${tableOf(object)} WHERE ${sql} LIMIT 1`).get(...binds);
  };
  const insert = (object: ObjectType, values: Values): string => {
    // A few objects have ids that say something.
    const id = typeof values['Id'] === 'string' ? values['Id'] : parts.nextId(object);
    const all = { ...defaults(object, parts.clock.now()), ...authored(object, author, id), ...values, Id: id };
    const { columns, binds } = columnsFor(object, all);
    store.prepare(`INSERT INTO ${tableOf(object)} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`).run(...binds);
    return id;
  };
  const update = (object: ObjectType, id: string, values: Values): void => {
    const { columns, binds } = columnsFor(object, {
      ...values,
      ...stamps(object, ['LastModifiedDate', 'SystemModstamp'], parts.clock.now()),
    });
    store.prepare(`UPDATE ${tableOf(object)} SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE "Id" = ?`).run(...binds, id);
  };

  return {
    find: (name, key) => (select(type(name), [], key)?.[0] as string | undefined) ?? null,
    put: (name, key, values) => {
      const object = type(name);
      const names = Object.keys(values);
      const row = select(object, names, key);
      if (!row) return { id: insert(object, { ...key, ...values }), created: true };
      const id = row[0] as string;
      if (names.some((field, i) => row[i + 1] !== encode(fieldOf(object, field), values[field]))) update(object, id, values);
      return { id, created: false };
    },
    deleteOthers: (name, condition, keep) => {
      const object = type(name);
      const { sql, binds } = where(object, condition);
      return store
        .prepare(`DELETE FROM ${tableOf(object)} WHERE ${sql} AND "Id" NOT IN (SELECT value FROM json_each(?)) RETURNING "Id"`)
        .all(...binds, JSON.stringify([...keep]))
        .map(([id]) => String(id));
    },
  };
}

const STAMPS = ['CreatedDate', 'LastModifiedDate', 'SystemModstamp'];

function defaults(object: ObjectType, now: number): Values {
  const values: Record<string, unknown> = {};
  for (const field of object.fields) if (isStored(field) && field.defaultValue !== null) values[field.name] = field.defaultValue;
  return { ...values, ...stamps(object, STAMPS, now) };
}

function stamps(object: ObjectType, names: readonly string[], now: number): Values {
  return Object.fromEntries(names.filter((name) => object.field(name)).map((name) => [name, new ApexDatetime(now)]));
}

function authored(object: ObjectType, author: () => string, id: string): Values {
  const names = ['CreatedById', 'LastModifiedById', 'OwnerId'].filter((name) => object.field(name));
  if (names.length === 0) return {};
  const user = author() || id;
  return Object.fromEntries(names.map((name) => [name, user]));
}
