import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './served-org';

/** What a customer's org has otherwise than the repository's project. */
export interface Customer {
  /** Seats of every user license. */
  readonly seats?: number;
  readonly permissionSetLicenses?: readonly { readonly name: string; readonly seats: number }[];
  /** Metadata of the customer's own, by path inside the package folder. */
  readonly files?: Readonly<Record<string, string>>;
}

/** The repository's project, in a folder of its own, with that many seats of every user license. */
export function projectWithSeats(folder: string, seats: number): string {
  return projectOf(folder, { seats });
}

/** The repository's project as a customer has it, in a folder of its own. */
export function projectOf(folder: string, { seats, permissionSetLicenses, files = {} }: Customer): string {
  mkdirSync(folder);
  // shared, so that nothing is compiled twice; a fresh clone has none yet
  mkdirSync(join(root, '.local-org'), { recursive: true });
  const project = JSON.parse(readFileSync(join(root, 'local-org.json'), 'utf8')) as {
    licenses: { name: string; seats: number }[];
    folders: string[];
  };
  const licenses = project.licenses.map((license) => ({ ...license, seats: seats ?? license.seats }));
  writeFileSync(join(folder, 'local-org.json'), JSON.stringify({ ...project, licenses, permissionSetLicenses }));
  const manifest = JSON.parse(readFileSync(join(root, 'sfdx-project.json'), 'utf8')) as { packageDirectories: { path: string }[] };
  const packages = manifest.packageDirectories.map(({ path }) => path);
  for (const path of [...packages, ...project.folders, '.local-org']) symlinkSync(join(root, path), join(folder, path));
  if (Object.keys(files).length > 0) manifest.packageDirectories.push({ path: 'customer' });
  writeFileSync(join(folder, 'sfdx-project.json'), JSON.stringify(manifest));
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, 'customer/main/default', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}

/** A trigger with its metadata, as files of a customer. */
export function triggerFiles(source: string): Record<string, string> {
  return codeFiles(`triggers/${/trigger (\w+)/.exec(source)![1]!}.trigger`, 'ApexTrigger', source);
}

/** A class with its metadata, as files of a customer. */
export function classFiles(source: string): Record<string, string> {
  return codeFiles(`classes/${/class (\w+)/.exec(source)![1]!}.cls`, 'ApexClass', source);
}

function codeFiles(path: string, kind: string, source: string): Record<string, string> {
  return {
    [path]: source,
    [`${path}-meta.xml`]: `<?xml version="1.0" encoding="UTF-8"?>
<${kind} xmlns="http://soap.sforce.com/2006/04/metadata">
    <apiVersion>67.0</apiVersion>
    <status>Active</status>
</${kind}>
`,
  };
}

/** A permission set of a license of either kind, as a file of a customer. */
export function permissionSetFile(name: string, license: string): Record<string, string> {
  return {
    [`permissionsets/${name}.permissionset-meta.xml`]: `<?xml version="1.0" encoding="UTF-8"?>
<PermissionSet xmlns="http://soap.sforce.com/2006/04/metadata">
    <hasActivationRequired>false</hasActivationRequired>
    <label>${name}</label>
    <license>${license}</license>
</PermissionSet>
`,
  };
}
