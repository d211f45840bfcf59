import { loadFiles, readProject } from '../metadata';
import type { OrgMetadata, ProjectFile } from '../metadata/model';
import { cached, keyOf } from './cache';

/** Reads the project's files; what they say is kept while they do not change, because reading the XML takes a while. */
export function loadProject(options: { readonly root: string; readonly cacheDir?: string; readonly build?: string }): {
  metadata: OrgMetadata;
  project: ProjectFile;
} {
  const files = loadFiles(options.root);
  const key = keyOf(options.build ?? '', ...[...files].flat());
  return cached(options.build === undefined ? undefined : options.cacheDir, 'metadata', key, () => readProject(files));
}
