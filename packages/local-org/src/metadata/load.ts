import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Contents of a project by path relative to its root, with `/` as separator. */
export type ProjectFiles = ReadonlyMap<string, Uint8Array>;

export const PROJECT_FILE = 'local-org.json';
export const SFDX_FILE = 'sfdx-project.json';

/**
 * Reads what a deployment of the project would send: every file of the package directories of sfdx-project.json, in their
 * order, then of the `folders` of local-org.json, which no deployment knows, plus the two project files. Throws when there is no
 * sfdx-project.json or one of both names a directory that does not exist.
 */
export function loadFiles(root: string): ProjectFiles {
  const files = new Map<string, Uint8Array>();
  const sfdx = join(root, SFDX_FILE);
  if (!existsSync(sfdx)) throw new Error(`${root} is not a Salesforce DX project: it has no ${SFDX_FILE}`);
  files.set(SFDX_FILE, readFileSync(sfdx));
  const own = join(root, PROJECT_FILE);
  if (existsSync(own)) files.set(PROJECT_FILE, readFileSync(own));
  for (const directory of packageDirectories(readFileSync(sfdx, 'utf8'))) {
    if (!existsSync(join(root, directory))) throw new Error(`${SFDX_FILE} names the package directory ${directory}, which does not exist`);
    collect(root, directory, files);
  }
  for (const directory of existsSync(own) ? localFolders(readFileSync(own, 'utf8')) : []) {
    if (!existsSync(join(root, directory))) throw new Error(`${PROJECT_FILE} names the folder ${directory}, which does not exist`);
    collect(root, directory, files);
  }
  return files;
}

/** Folders whose files a project is read from, as it names them. */
export function projectFolders(root: string): string[] {
  const own = join(root, PROJECT_FILE);
  const local = existsSync(own) ? localFolders(readFileSync(own, 'utf8')) : [];
  return [...packageDirectories(readFileSync(join(root, SFDX_FILE), 'utf8')), ...local];
}

/** Folders of metadata that only the local org deploys; none where the file is not what it should be, which its reader reports. */
function localFolders(projectFile: string): string[] {
  try {
    const { folders } = JSON.parse(projectFile) as { folders?: unknown };
    return Array.isArray(folders) ? folders.filter((folder) => typeof folder === 'string').map(trimmed) : [];
  } catch {
    return [];
  }
}

function packageDirectories(sfdxProject: string): string[] {
  const parsed = JSON.parse(sfdxProject) as { packageDirectories?: readonly { path: string }[] };
  return (parsed.packageDirectories ?? []).map((entry) => trimmed(entry.path));
}

/** A folder as the project names it, with the separators of either kind of system. */
function trimmed(path: string): string {
  return path
    .replace(/[\\/]+/g, '/')
    .replace(/^\.\//, '')
    .replace(/\/$/, '');
}

function collect(root: string, directory: string, files: Map<string, Uint8Array>): void {
  const entries = readdirSync(join(root, directory), { withFileTypes: true });
  // Sorted, so that the result does not depend on the file system.
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = `${directory}/${entry.name}`;
    if (isDevelopmentFile(path)) continue;
    if (entry.isDirectory()) collect(root, path, files);
    else files.set(path, readFileSync(join(root, path)));
  }
}

/** Files beside the metadata that no deployment sends: what the standard .forceignore of a project lists. */
export function isDevelopmentFile(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return (
    name.startsWith('.') ||
    name === '__tests__' ||
    name === 'node_modules' ||
    /^(jsconfig|tsconfig)(\..*)?\.json$/.test(name) ||
    /^(README|CHANGELOG)\.md$/i.test(name) ||
    name === 'package.xml'
  );
}
