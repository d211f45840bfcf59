import type { Diagnostic } from '../model';
import { nodesOf, parseXml, textOf, textsOf } from '../xml';
import type { ComponentName } from './names';

/** What a package.xml, or a destructiveChanges.xml, lists. */
export interface Manifest {
  /** Names may be `*`. */
  readonly members: readonly ComponentName[];
  readonly version: string | null;
}

/** Reads a manifest, or says where it breaks. */
export function readManifest(path: string, bytes: Uint8Array): Manifest | Diagnostic {
  const root = parseXml(path, new TextDecoder().decode(bytes));
  if ('severity' in root) return root;
  if (root.name !== 'Package') return { path, line: 1, column: 1, severity: 'error', message: 'The root element has to be Package' };
  const members = nodesOf(root.node, 'types').flatMap((entry) =>
    textsOf(entry, 'members').map((name) => ({ type: textOf(entry, 'name') ?? '', name })),
  );
  return { members, version: textOf(root.node, 'version') };
}
