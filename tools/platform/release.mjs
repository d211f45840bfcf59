/** The artifact of a release: a zip of each package directory in dist/release, ready to deploy without Node. Run by `npm run release`. */
import { join, relative, resolve } from 'node:path';
import { writeArtifacts } from './artifact.mjs';
import { readFileSync, rmSync } from './files.mjs';

const root = resolve(import.meta.dirname, '../..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const project = JSON.parse(readFileSync(join(root, 'sfdx-project.json'), 'utf8'));
const out = join(root, 'dist/release');

rmSync(out, { recursive: true, force: true });
// the converter asks for the project's .forceignore in the working directory
process.chdir(root);
const artifacts = await writeArtifacts({
  root,
  folders: project.packageDirectories.map((directory) => directory.path),
  name: project.name,
  version,
  apiVersion: project.sourceApiVersion,
  out,
});
for (const { file, components, sha256 } of artifacts) {
  console.log(`${relative(root, file)}: ${components.length} components, sha256 ${sha256}`);
}
console.log(`Deploy them in this order with: sf project deploy start --metadata-dir FILE`);
