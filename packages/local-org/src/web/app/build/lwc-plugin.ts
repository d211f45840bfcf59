import { existsSync } from 'node:fs';
import path from 'node:path';
import lwcRollup from '@lwc/rollup-plugin';
import type { Plugin, TransformResult } from 'rolldown';
import { transform as stripTypes } from 'rolldown/utils';

/** Where the LWC resolver looks: a folder of `namespace/name` modules, an npm package, or one named module. */
export type ModuleRecord = { readonly dir: string } | { readonly npm: string } | { readonly name: string; readonly path: string };

interface Hooks {
  buildStart(this: unknown, options: unknown): unknown;
  resolveId(this: unknown, id: string, importer: string | undefined): unknown;
  load(this: unknown, id: string): unknown;
  transform(this: unknown, code: string, id: string): TransformResult;
}

/**
 * The LWC compiler as a rolldown plugin. Types are stripped first (the LWC compiler accepts the file name but parses no types),
 * and resolutions are remembered (the resolver reads package.json again for every import).
 */
export function lwcPlugin(rootDir: string, modules: readonly ModuleRecord[]): Plugin {
  const inner = lwcRollup({
    rootDir,
    modules: [...modules],
    defaultModules: [],
    enableDynamicComponents: true,
    // lightning-combobox calls attachInternals
    enableSyntheticElementInternals: true,
    sourcemap: true,
  }) as unknown as Hooks;
  const resolved = new Map<string, unknown>();
  return {
    name: 'lwc',
    buildStart(options) {
      return inner.buildStart.call(this, { input: options.input }) as undefined;
    },
    resolveId(id, importer) {
      if (id.startsWith('\0') || path.isAbsolute(id)) return null;
      const named = modules.find((module) => 'name' in module && module.name === id);
      if (named && 'path' in named) return named.path;
      if (/^c\//.test(id)) throw new Error(`${importer ?? ''}: the project has no component ${id}`);
      if (importer?.startsWith('\0')) return null;
      if (/^\.{1,2}\//.test(id)) return (typescriptFile(id, importer) ?? inner.resolveId.call(this, id, importer)) as string;
      const base = importer?.includes('/lightning-base-components/') ?? false;
      const key = `${base ? 'base' : 'app'}:${id}`;
      // asked on behalf of the page: an entry has no importer, and a project need not have a package.json
      if (!resolved.has(key)) resolved.set(key, inner.resolveId.call(this, id, base ? importer : path.join(rootDir, 'entry.ts')));
      return resolved.get(key) as string;
    },
    load(id) {
      return inner.load.call(this, id) as string;
    },
    async transform(code, id) {
      if (id.startsWith('\0') || /node_modules[\\/](lwc|@lwc)[\\/]/.test(id)) return null;
      const file = id.split('?')[0] ?? id;
      let source = code;
      if (file.endsWith('.ts')) {
        const stripped = await stripTypes(file, code, {
          lang: 'ts',
          target: 'esnext',
          typescript: { onlyRemoveTypeImports: true },
          tsconfig: false,
        });
        if (stripped.errors[0]) throw new Error(`${file}: ${stripped.errors[0].message}`);
        source = stripped.code;
      }
      const result = inner.transform.call(this, source, id);
      return result === null || result === undefined ? { code: source, moduleType: 'js' } : { ...(result as object), moduleType: 'js' };
    },
  };
}

function typescriptFile(id: string, importer: string | undefined): string | null {
  if (!importer || path.extname(id)) return null;
  const file = path.resolve(path.dirname(importer.split('?')[0] ?? importer), `${id}.ts`);
  return existsSync(file) ? file : null;
}
