import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { mkdirSync, readFileSync, renameSync } from './files.mjs';

/**
 * Writes one zip in the metadata format for each package directory: what `sf project deploy start --metadata-dir FILE` takes.
 * Returns `{ folder, file, components, sha256 }` for each; `components` are names like `ApexClass:RunProgress`.
 */
export async function writeArtifacts({ root, folders, name, version, apiVersion, out }) {
  const { ComponentSet, MetadataConverter } = createRequire(import.meta.url)('@salesforce/source-deploy-retrieve');
  mkdirSync(out, { recursive: true });
  const artifacts = [];
  for (const folder of folders) {
    const set = ComponentSet.fromSource(join(root, folder));
    set.sourceApiVersion = apiVersion;
    const { packagePath } = await new MetadataConverter().convert(set, 'metadata', { type: 'zip', outputDirectory: out });
    // named afterwards: the converter would write a name into package.xml too, and the org would make an unmanaged package of it
    const file = join(out, `${name}-${basename(folder)}-${version}.zip`);
    renameSync(packagePath, file);
    artifacts.push({
      folder,
      file,
      components: set.getSourceComponents().toArray().map((c) => `${c.type.name}:${c.fullName}`),
      sha256: createHash('sha256').update(readFileSync(file)).digest('hex'),
    }); // prettier-ignore
  }
  return artifacts;
}
