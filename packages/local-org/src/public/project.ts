import { resolve } from 'node:path';
import { loadFiles, readProject as read } from '../metadata';
import type { OrgMetadata, ProjectFile } from '../metadata/model';

export type { OrgMetadata, ProjectFile } from '../metadata/model';

/** The metadata of the project in this folder, as a deployment would send them, with what is wrong with them. */
export function readProject(root: string): { readonly metadata: OrgMetadata; readonly project: ProjectFile } {
  return read(loadFiles(resolve(root)));
}
