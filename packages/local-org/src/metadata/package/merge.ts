import type { ProjectFiles } from '../load';
import { childrenOf, fileOf, rootOf, textIn, type XmlElement } from './elements';
import { belongsTo, canonicalPath, type ComponentName } from './names';
import type { PackagedComponent } from './split';

/** Files that a deployment has put in, by canonical path; null for those that it has taken away. */
export type Changes = ReadonlyMap<string, Uint8Array | null>;

/** A project with what was deployed to its org: a deployed file stands where a file of the project would, and takes its place. */
export function withChanges(project: ProjectFiles, changes: Changes): ProjectFiles {
  if (changes.size === 0) return project;
  const kept = [...project].filter(([path]) => {
    const own = canonicalPath(path);
    return own === null || !changes.has(own);
  });
  const added = [...changes].filter((entry): entry is [string, Uint8Array] => entry[1] !== null);
  return new Map([...kept, ...added]);
}

/** The metadata of an org by canonical path. Labels of several files are one file. */
export function canonicalFiles(files: ProjectFiles): Map<string, Uint8Array> {
  const all = new Map<string, Uint8Array>();
  for (const [path, bytes] of files) {
    const own = canonicalPath(path);
    if (own === null) continue;
    const former = own === LABELS ? all.get(own) : undefined;
    all.set(own, former ? mergedLabels(former, bytes) : bytes);
  }
  return all;
}

export const LABELS = 'labels/CustomLabels.labels-meta.xml';

/** What deploying these components, and deleting others, changes in an org. */
export function changesOf(
  org: ReadonlyMap<string, Uint8Array>,
  components: readonly PackagedComponent[],
  deletions: readonly ComponentName[],
): Map<string, Uint8Array | null> {
  const changes = new Map<string, Uint8Array | null>();
  const labels = new Set(deletions.filter(({ type }) => type === 'CustomLabel').map(({ name }) => name.toLowerCase()));
  const former = org.get(LABELS);
  if (labels.size > 0 && former) changes.set(LABELS, withoutLabels(former, labels));
  for (const gone of deletions) for (const path of org.keys()) if (belongsTo(path, gone)) changes.set(path, null);
  for (const { type, name, sources } of components) {
    // A bundle and a resource are what was sent and nothing else; objects keep the parts that do not come.
    if (type === 'LightningComponentBundle' || type === 'StaticResource')
      for (const path of org.keys()) if (belongsTo(path, { type, name })) changes.set(path, null);
    for (const [path, bytes] of sources) {
      const before = path === LABELS ? (changes.get(LABELS) ?? former) : undefined;
      changes.set(path, before ? mergedLabels(before, bytes) : bytes);
    }
  }
  return changes;
}

function mergedLabels(former: Uint8Array, later: Uint8Array): Uint8Array {
  const [before, after] = [rootOf(former), rootOf(later)];
  // A file that is no XML is refused by its reader.
  if (!before || !after) return later;
  const all = new Map<string, XmlElement>();
  for (const label of [...childrenOf(before), ...childrenOf(after)]) all.set(textIn(label, 'fullName').toLowerCase(), label);
  return fileOf(before, [...all.values()]);
}

function withoutLabels(former: Uint8Array, names: ReadonlySet<string>): Uint8Array {
  const root = rootOf(former);
  return root
    ? fileOf(
        root,
        childrenOf(root).filter((label) => !names.has(textIn(label, 'fullName').toLowerCase())),
      )
    : former;
}
