import { loadFiles, readProject, withChanges, type Changes, type ProjectFiles } from '../metadata';
import type { OrgMetadata, ProjectFile } from '../metadata/model';
import { cached, keyOf } from './cache';

interface LoadOptions {
  readonly root: string;
  readonly cacheDir?: string;
  readonly build?: string;
}

interface Loaded {
  readonly metadata: OrgMetadata;
  readonly project: ProjectFile;
}

/** Reads the project's files, with what was deployed to its org in the place of some. */
export function loadProject(options: LoadOptions, deployed: Changes = new Map()): Loaded {
  return readFilesOf(withChanges(loadFiles(options.root), deployed), options);
}

/** What these files say is kept while they do not change, because reading the XML takes a while. */
export function readFilesOf(files: ProjectFiles, options: Omit<LoadOptions, 'root'>): Loaded {
  const key = keyOf(options.build ?? '', ...[...files].flat());
  return cached(options.build === undefined ? undefined : options.cacheDir, 'metadata', key, () => readProject(files));
}
