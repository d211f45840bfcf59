import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  compile,
  compileAnonymous,
  loadPlatformTypes,
  parseFiles,
  programHash,
  readFiles,
  type ApexFile,
  type CompileOptions as ApexCompileOptions,
  type CompileSources,
  type TextCache,
} from '../apex';
import { link, type LinkedExtras } from '../apex/link';
import type { CompiledProgram, LinkedProgram } from '../apex/port';
import { apexHost } from '../engine';
import type { Diagnostic, LabelTexts, OrgMetadata } from '../metadata/model';
import { buildSchema } from '../schema';
import type { Schema } from '../schema/model';
import { checkSoql } from '../soql';
import { createNatives, type Natives } from '../stdlib';
import { cached, keyOf } from './cache';
import { packageFolder } from './package-folder';
import { loadProject } from './project';
import { stdlibPorts } from './stdlib-ports';

export interface CompileOptions {
  /** Folder of the caches; nothing is kept when absent. */
  readonly cacheDir?: string;
  /** Identity of the local org's own code. */
  readonly build?: string;
  /** Counts the lines that run. */
  readonly coverage?: boolean;
  /** What a platform method that the local org lacks is: an error of the project (default), or of the call that needs it. */
  readonly missingNatives?: 'error' | 'when called';
}

/** A program in this process, with what the test runner and anonymous Apex need of it. */
export type Linked = LinkedProgram & LinkedExtras;

let library: Natives | null = null;

/** The standard library holds no state of its own: one serves every org of the process. */
function natives(): Natives {
  library ??= createNatives(stdlibPorts());
  return library;
}

/** Compiles the project's Apex, or takes the result of the same inputs from the cache. */
export function compileProject(
  metadata: OrgMetadata,
  schema: Schema,
  options: CompileOptions,
  log: (step: string) => void,
): CompiledProgram {
  const { build, coverage = false } = options;
  const key = keyOf(build ?? '', programHash(metadata, schema, metadata, { coverage }));
  return cached(build === undefined ? undefined : options.cacheDir, 'program', key, () => {
    const count = metadata.classes.length + metadata.triggers.length;
    if (count > 0) log(`Compiling ${count} classes and triggers`);
    return compileSources(metadata, metadata, schema, options);
  });
}

/** Compiles these files of a project. */
export function compileSources(sources: CompileSources, texts: LabelTexts, schema: Schema, options: CompileOptions): CompiledProgram {
  const { cacheDir, build } = options;
  const trees = cacheDir === undefined ? null : filesCache(join(cacheDir, 'ast'));
  const chunks = cacheDir === undefined || build === undefined ? null : filesCache(join(cacheDir, 'chunks'));
  const program = compile(sources, schema, texts, {
    ...apexOptions(schema, options),
    ...(trees ? { astCache: trees } : {}),
    chunkCache: chunksOf(options, chunks),
  });
  trees?.prune();
  chunks?.prune();
  return program;
}

/** Compiles anonymous Apex together with the project's classes. */
export function compileBlock(source: string, metadata: OrgMetadata, schema: Schema, options: CompileOptions): CompiledProgram {
  return compileAnonymous(source, metadata, schema, metadata, { ...apexOptions(schema, options), chunkCache: chunksOf(options, null) });
}

/** Evaluates a compiled program in this process. */
export function linkProject(program: CompiledProgram): Linked {
  const { get } = natives();
  return link(program, apexHost(get));
}

/** Everything that is wrong with a project, without opening a database. */
export function checkProject(
  root: string,
  options: CompileOptions,
): { diagnostics: readonly Diagnostic[]; classes: number; triggers: number; timings: CompiledProgram['timings'] } {
  const { metadata, project } = loadProject({ root, ...options });
  const schema = buildSchema(metadata, project);
  const { diagnostics, classes, triggers, timings } = compileProject(metadata, schema, options, () => undefined);
  return {
    diagnostics: [...metadata.diagnostics, ...schema.diagnostics, ...diagnostics],
    classes: classes.length,
    triggers: triggers.length,
    timings,
  };
}

/** The syntax trees of the project's Apex. */
export function parseProjectApex(root: string, cacheDir: string): ReturnType<typeof parseFiles> {
  return parseFiles(loadProject({ root }).metadata, filesCache(join(cacheDir, 'ast')));
}

/** The project's Apex file by file, whether it compiles or not. */
export function readProjectApex(root: string, options: CompileOptions): ApexFile[] {
  const { metadata, project } = loadProject({ root, ...options });
  const schema = buildSchema(metadata, project);
  return readFiles(metadata, schema, metadata, apexOptions(schema, options));
}

/** Signatures are the same for every program of the process. */
let platform: ReturnType<typeof loadPlatformTypes> | null = null;

function apexOptions(schema: Schema, options: CompileOptions): ApexCompileOptions {
  const { has } = natives();
  return {
    platform: (platform ??= loadPlatformTypes(platformTypesFolder())),
    checkSoql: (text) => {
      const { diagnostics, object, kind } = checkSoql(text, schema);
      return { object: object?.name ?? '', kind, errors: diagnostics.map((finding) => finding.message) };
    },
    ...(options.missingNatives === 'when called' ? {} : { hasNative: has }),
    ...(options.cacheDir === undefined ? {} : { astCache: filesCache(join(options.cacheDir, 'ast')) }),
    ...(options.coverage ? { coverage: true } : {}),
  };
}

/** Signatures of the platform's types: made by postinstall, and made up for here where that did not run. */
export function platformTypesFolder(): string {
  const folder = packageFolder();
  const directory = join(folder, '.local-org', 'types');
  if (!existsSync(join(directory, 'index.json'))) {
    execFileSync(process.execPath, [join(folder, 'scripts', 'extract-types.mjs'), directory], { stdio: ['ignore', 'ignore', 'inherit'] });
  }
  return directory;
}

/** Generated code of files that this process has compiled, by key; all of it goes when there is too much. */
const compiled = new Map<string, string>();
const MAX_COMPILED = 3000;

function keep(key: string, text: string): void {
  if (!compiled.has(key) && compiled.size >= MAX_COMPILED) compiled.clear();
  compiled.set(key, text);
}

/** Generated code by key, kept in this process, and in files where it is known which compiler wrote them. */
function chunksOf({ build = '', missingNatives = 'error' }: CompileOptions, files: FilesCache | null): TextCache {
  const keyIn = (key: string): string => keyOf(build, missingNatives, key);
  return {
    get: (key) => {
      files?.use(keyIn(key));
      const text = compiled.get(keyIn(key)) ?? files?.get(keyIn(key));
      if (text !== undefined) keep(keyIn(key), text);
      return text;
    },
    put: (key, text) => {
      keep(keyIn(key), text);
      files?.put(keyIn(key), text);
    },
  };
}

/** What no program has asked for is dropped when it outnumbers the rest by far: customers' classes make code anew for all files of a project. */
const SPARE = 8;

interface FilesCache extends TextCache {
  use(key: string): void;
  prune(): void;
}

/** Texts, a file each: parsing and checking are the slow parts of compiling. */
function filesCache(folder: string): FilesCache {
  const used = new Set<string>();
  const use = (hash: string): void => void used.add(`${hash}.json`);
  return {
    get: (hash) => {
      const file = join(folder, `${hash}.json`);
      use(hash);
      return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
    },
    use,
    put: (hash, text) => {
      mkdirSync(folder, { recursive: true });
      // Beside the target and then renamed: another process never reads half a file.
      const draft = join(folder, `${hash}.${process.pid}`);
      writeFileSync(draft, text);
      renameSync(draft, join(folder, `${hash}.json`));
    },
    prune: () => {
      const files = existsSync(folder) ? readdirSync(folder) : [];
      if (files.length <= SPARE * used.size) return;
      for (const file of files) if (!used.has(file)) rmSync(join(folder, file), { force: true });
    },
  };
}
