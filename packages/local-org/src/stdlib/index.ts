import type { Native } from '../kernel/natives';
import { asserts } from './assert';
import { binary } from './binary';
import { dates } from './date';
import { datetimes } from './datetime';
import { ids } from './id';
import { lists } from './list';
import { maths } from './math';
import { numbers } from './number';
import { patternsAndMatchers } from './pattern';
import type { StdlibPorts } from './ports';
import { cursors } from './cursor';
import { database } from './database';
import { describes } from './describe';
import { eventBus } from './event-bus';
import { exceptions } from './exception';
import { json } from './json';
import { labels } from './label';
import { limits } from './limits';
import { results } from './results';
import { security } from './security';
import { sobjects } from './sobject';
import { system } from './system';
import { types } from './type';
import { userInfo } from './user-info';
import { cache } from './cache';
import { plainObjects } from './plain-objects';
import { customMetadata } from './custom-metadata';
import { http } from './http';
import { messaging } from './messaging';
import { processPlugins } from './process';
import { restContext } from './rest-context';
import { tests } from './test';
import { urls } from './url';
import { userProvisioning } from './user-provisioning';
import { merge } from './registry';
import { setsAndMaps } from './set-map';
import { strings } from './string';

export type { StdlibPorts } from './ports';

/** The platform's methods by key. A key that is missing is a feature that the local org does not have. */
export interface Natives {
  get(key: string): Native | undefined;
  has(key: string): boolean;
  /** All keys, sorted: the source of docs/coverage.md. */
  keys(): readonly string[];
}

/** Platform types that `Type.forName` finds. */
const NAMEABLE = [
  'System.Queueable',
  'System.Schedulable',
  'System.Comparable',
  'System.Callable',
  'System.HttpCalloutMock',
  'System.Exception',
  'Process.Plugin',
  'UserProvisioning.UserProvisioningPlugin',
];

/** Builds the standard library on the engine's ports. */
export function createNatives(ports: StdlibPorts): Natives {
  const names = new Map<string, string>();
  const all = merge(
    strings(ports),
    patternsAndMatchers,
    numbers(ports),
    maths(ports),
    ids(ports),
    binary(ports),
    dates(ports),
    datetimes(ports),
    lists(ports),
    setsAndMaps,
    asserts(ports),
    restContext(ports),
    exceptions(ports),
    system(ports),
    limits(ports),
    labels(ports),
    userInfo(ports),
    sobjects,
    describes(ports),
    security(ports),
    database(ports),
    results,
    cursors(ports),
    json(ports),
    customMetadata(ports),
    cache(ports),
    plainObjects,
    http(ports),
    messaging(ports),
    eventBus(ports),
    tests(ports),
    urls(ports),
    processPlugins,
    userProvisioning(ports),
    types(ports, (name) => names.get(name.toLowerCase()) ?? null),
  );
  for (const type of NAMEABLE) names.set(type.toLowerCase(), type);
  return { get: (key) => all.get(key), has: (key) => all.has(key), keys: () => [...all.keys()].sort() };
}
