import type { ObjectMetadata, OrgMetadata, SharingRule, Translation } from './model';
import { finding } from '../schema/parsed';

type Mutable<T> = {
  -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] extends ReadonlyMap<infer K2, infer V> ? Map<K2, V> : T[K];
};

/** What the readers of one deployment fill, file by file; `readProject` hands it out as `OrgMetadata`. */
export type Draft = Omit<Mutable<OrgMetadata>, 'objects' | 'customMetadata' | 'translations' | 'sharingRules' | 'hash'> & {
  objects: Map<string, Mutable<ObjectMetadata>>;
  customMetadata: Map<string, { developerName: string; label: string; values: ReadonlyMap<string, unknown> }[]>;
  translations: Map<string, Mutable<Translation>>;
  sharingRules: Map<string, SharingRule[]>;
};

export function newDraft(): Draft {
  return {
    classes: [],
    triggers: [],
    objects: new Map(),
    permissionSets: [],
    permissionSetGroups: [],
    profiles: [],
    customPermissions: [],
    notificationTypes: [],
    roles: [],
    groups: [],
    queues: [],
    sharingRules: new Map(),
    connectedApps: [],
    externalClientApps: [],
    userProvisioningConfigs: [],
    eventSubscribers: [],
    namedCredentials: [],
    externalCredentials: [],
    authProviders: [],
    remoteSites: [],
    customMetadata: new Map(),
    labels: new Map(),
    translations: new Map(),
    globalValueSets: new Map(),
    staticResources: [],
    lwcBundles: [],
    tabs: [],
    applications: [],
    flexiPages: [],
    diagnostics: [],
  };
}

/** The object of that API name, made when its first file is met: fields of standard objects come without a definition file. */
export function objectDraft(draft: Draft, apiName: string): Mutable<ObjectMetadata> {
  let object = draft.objects.get(apiName);
  if (!object) {
    object = { apiName, definition: {}, fields: [], validationRules: [], recordTypes: [], fieldSets: [], sharingReasons: [] };
    draft.objects.set(apiName, object);
  }
  return object;
}

/** Adds a component, or reports the second one of the same name: on the platform the later file would overwrite the earlier. */
export function addOnce<T extends { name: string }>(draft: Draft, list: T[], item: T, path: string): void {
  const name = item.name.toLowerCase();
  const at = list.findIndex((other) => other.name.toLowerCase() === name);
  if (at < 0) {
    list.push(item);
    return;
  }
  list[at] = item;
  draft.diagnostics.push(finding(path, `${item.name} is defined more than once; this file replaces the former one`, 'warning'));
}
