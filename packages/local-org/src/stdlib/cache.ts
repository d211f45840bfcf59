import { ApexSet } from '../kernel/collections';
import { setAdd } from '../kernel/collection-operations';
import { fail, need } from '../kernel/fail';
import { NativeObject, type Native } from '../kernel/natives';
import { ApexDouble } from '../kernel/values';
import { type RuntimeType } from '../kernel/types';
import type { StdlibPorts } from './ports';
import { members, merge, type Theme } from './registry';

type Kind = 'Org' | 'Session';

/** A cached value as text: what comes out is a copy, as on the platform. `until` is milliseconds since the epoch. */
interface Entry {
  readonly text: string;
  readonly until: number;
}
type Entries = Map<string, Entry>;

/** Longest life in seconds: 48 hours for org caches, 8 for session caches (Apex reference). */
const LONGEST: Readonly<Record<Kind, number>> = { Org: 172_800, Session: 28_800 };
/** Bytes of every partition: what the platform gives a Developer Edition org. `getCapacity()` is the used share in percent. */
const CAPACITY = 10 * 1024 * 1024;
const DEFAULT_PARTITION = 'local.default';

class Partition extends NativeObject {
  override readonly apexType: string;
  readonly kind: Kind;
  readonly name: string;
  constructor(kind: Kind, name: string) {
    super();
    this.apexType = `Cache.${kind}Partition`;
    this.kind = kind;
    this.name = name;
  }
}

/** One cache per database and, within an Apex test, one per test method. */
const caches = new WeakMap<object, Map<string, Entries>>();

function checkKey(key: string): void {
  if (!/^[a-zA-Z0-9]{1,50}$/.test(need(key)))
    fail('Cache.InvalidParamException', `Invalid key: ${key}. Keys are up to 50 letters and digits`);
}

/** `Cache.Org`, `Cache.Session` and their partitions, in memory: nothing survives a restart, and nothing has to (Apex reference, Cache). */
export function cache(ports: StdlibPorts): Theme {
  const entriesOf = ({ kind, name }: Partition): Entries => {
    const owner = ports.tests.running ? ports.tests.state : ports.transaction().store;
    let partitions = caches.get(owner);
    if (!partitions) caches.set(owner, (partitions = new Map()));
    const key = kind === 'Org' ? `org ${name}` : `session ${ports.transaction().userId} ${name}`;
    let entries = partitions.get(key);
    if (!entries) partitions.set(key, (entries = new Map()));
    return entries;
  };
  const live = (partition: Partition, key: string): Entry | undefined => {
    const entries = entriesOf(partition);
    const entry = entries.get(key);
    if (entry && entry.until <= ports.transaction().clock.now()) entries.delete(key);
    return entries.get(key);
  };
  const read = (partition: Partition, key: string): unknown => {
    const entry = live(partition, need(key));
    return entry ? ports.program().deserialize(entry.text) : null;
  };
  const put = (partition: Partition, key: string, value: unknown, third?: unknown): void => {
    checkKey(key);
    const seconds = typeof third === 'number' ? third : partition.kind === 'Org' ? 86_400 : LONGEST.Session;
    if (seconds < 300 || seconds > LONGEST[partition.kind]) fail('Cache.InvalidParamException', `Invalid time to live: ${seconds}`);
    entriesOf(partition).set(key, { text: ports.program().serialize(value), until: ports.transaction().clock.now() + seconds * 1000 });
  };
  /** A missing value is loaded by the builder class and kept. */
  const load = (partition: Partition, builder: RuntimeType, key: string): unknown => {
    const name = builder.text.replace(/\W/g, '') + key;
    if (live(partition, name)) return read(partition, name);
    const value = ports.program().invoke(ports.program().construct(builder.text), 'doLoad', [key]);
    put(partition, name, value);
    return value;
  };
  const methods: Readonly<Record<string, (partition: Partition, ...args: never[]) => unknown>> = {
    'get/1': read,
    'get/2': load,
    'put/2,3,5': put,
    'contains/1': (partition: Partition, key: string) => live(partition, need(key)) !== undefined,
    'remove/1': (partition: Partition, key: string) => entriesOf(partition).delete(need(key)),
    'remove/2': (partition: Partition, builder: RuntimeType, key: string) =>
      entriesOf(partition).delete(builder.text.replace(/\W/g, '') + key),
    'getKeys/0': (partition: Partition) => {
      const keys = ApexSet.ofType<string>('String');
      for (const key of [...entriesOf(partition).keys()]) if (live(partition, key)) setAdd(keys, key);
      return keys;
    },
    'getNumKeys/0': (partition: Partition) => BigInt([...entriesOf(partition).keys()].filter((key) => live(partition, key)).length),
    'getCapacity/0': (partition: Partition) => {
      const used = [...entriesOf(partition).values()].reduce((sum, { text }) => sum + text.length, 0);
      return new ApexDouble((used * 100) / CAPACITY);
    },
    'getName/0': (partition: Partition) => partition.name,
  };
  const instance = methods as Record<string, Native>;
  const partitions = ['Cache.Partition', 'Cache.OrgPartition', 'Cache.SessionPartition'].map((type) =>
    members(type, { ...instance, 'isAvailable/0': () => true }),
  );
  const statics = (['Org', 'Session'] as const).map((kind) => members(`Cache.${kind}`, ofDefault(kind, instance)));
  return merge(...partitions, ...statics);
}

/** The static methods work on the default partition; a key may name another one: `local.Other.key`. */
function ofDefault(kind: Kind, instance: Readonly<Record<string, Native>>): Record<string, Native> {
  const statics: Record<string, Native> = {
    'getPartition/1': (name: string) => new Partition(kind, need(name).includes('.') ? name : `local.${name}`),
    'isAvailable/0': () => true,
    'get:MAX_TTL_SECS': () => LONGEST[kind],
  };
  for (const [key, native] of Object.entries(instance)) {
    statics[key] = (...args: unknown[]) => {
      const [first, ...rest] = args;
      const qualified = typeof first === 'string' ? /^(\w+\.\w+)\.(\w+)$/.exec(first) : null;
      if (qualified) return native(new Partition(kind, qualified[1] ?? ''), qualified[2], ...rest) as unknown;
      return native(new Partition(kind, DEFAULT_PARTITION), ...args) as unknown;
    };
  }
  return statics;
}
