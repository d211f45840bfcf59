import { join, resolve } from 'node:path';
import { loadPlatformTypes, type CompileSources } from '../apex';
import type { PlatformTypes } from '../apex/types/platform';
import { compileSources, platformTypesFolder } from '../host/compile';
import { loadProject } from '../host/project';
import type { Diagnostic, OrgMetadata } from '../metadata/model';
import { buildSchema } from '../schema';
import type { Schema } from '../schema/model';
import { typeNames } from '../apex/types/load';

/** What the compiler knows when it judges the Apex of a project. */
export interface Compiler {
  readonly metadata: OrgMetadata;
  readonly schema: Schema;
  /** Signatures of the platform's types, and the names of all of them. */
  readonly platform: PlatformTypes;
  readonly platformNames: readonly string[];
  /** What is wrong with these sources, as classes and triggers of the project. */
  check(sources: CompileSources): readonly Diagnostic[];
}

/** The compiler as it sees the project in this folder. */
export function openCompiler(root: string): Compiler {
  const folder = resolve(root);
  const { metadata, project } = loadProject({ root: folder });
  const schema = buildSchema(metadata, project);
  const types = platformTypesFolder();
  return {
    metadata,
    schema,
    platform: loadPlatformTypes(types),
    platformNames: typeNames(types),
    check: (sources) => compileSources(sources, metadata, schema, { cacheDir: join(folder, '.local-org/cache') }).diagnostics,
  };
}
