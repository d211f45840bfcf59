import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'rolldown';
import { packageFolder } from './home';
import type { WebProject } from './project';

const PREFIX = '\0platform:';
const literal = (value: unknown) => JSON.stringify(value);

/** Import specifiers of base components resolve inside their own package, except those that depend on who is signed in. */
const PERSONAL = new Set(['@salesforce/i18n/timeZone']);

/**
 * Rolldown plugin for `@salesforce/*`: what the platform's module registry answers for the project.
 * Unknown kinds, labels that do not exist and the like are build errors.
 */
export function platformModules(project: WebProject, page: string, home: string): Plugin {
  const runtime = (file: string) => literal(path.join(page, 'runtime', file));
  const kinds: Readonly<Record<string, (name: string) => string>> = {
    apex: (name) =>
      name === ''
        ? `export { refreshApex, getSObjectValue } from ${runtime('apex.ts')};`
        : `import { apexMethod } from ${runtime('apex.ts')}; export default apexMethod(${literal(name)});`,
    label: (name) => `export default ${literal(labelText(project, name))};`,
    schema: (name) => {
      const [objectApiName, ...field] = name.split('.');
      return `export default ${literal(field.length === 0 ? { objectApiName } : { objectApiName, fieldApiName: field.join('.') })};`;
    },
    user: (name) => `import { userValue } from ${runtime('context.ts')}; export default userValue(${literal(name)});`,
    userPermission: (name) =>
      `import { hasUserPermission } from ${runtime('context.ts')}; export default hasUserPermission(${literal(name)});`,
    customPermission: (name) =>
      `import { hasCustomPermission } from ${runtime('context.ts')}; export default hasCustomPermission(${literal(name)});`,
    resourceUrl: (name) => `export default ${literal(`/resource/${name}`)};`,
    client: () => `export default 'Large';`,
    i18n: (name) =>
      name === 'timeZone' ? `import { timeZone } from ${runtime('context.ts')}; export default timeZone();` : i18n(name, home),
  };
  return {
    name: 'platform-modules',
    resolveId(id, importer) {
      if (!id.startsWith('@salesforce/')) return null;
      if (importer?.includes('/lightning-base-components/') && !PERSONAL.has(id)) return null;
      return PREFIX + id;
    },
    load(id) {
      if (!id.startsWith(PREFIX)) return null;
      const [, kind = '', ...rest] = id.slice(PREFIX.length).split('/');
      const emit = kinds[kind];
      if (!emit) throw new Error(`The local org does not support importing ${id.slice(PREFIX.length)}`);
      return emit(rest.join('/'));
    },
  };
}

function labelText(project: WebProject, name: string): string {
  const text = project.labels.get(name.replace(/^c\./, ''));
  if (text === undefined) throw new Error(`The custom label ${name} is imported, but no labels file defines it`);
  return text;
}

function i18n(name: string, home: string): string {
  const file = path.join(packageFolder('lightning-base-components', home), 'scopedImports', `@salesforce-i18n-${name}.js`);
  if (!existsSync(file)) throw new Error(`The local org does not support importing @salesforce/i18n/${name}`);
  return readFileSync(file, 'utf8');
}
