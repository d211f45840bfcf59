import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'rolldown';
import { translationsOf } from '../../../metadata/translations';
import { REGIONAL } from '../page/runtime/regional';
import { packageFolder } from './home';
import type { WebProject } from './project';

const PREFIX = '\0platform:';
const literal = (value: unknown) => JSON.stringify(value);

/** `@salesforce/i18n/*` that the user record decides: functions of the page's context. */
const OF_USER = new Set(['lang', 'locale', 'timeZone']);

/** What base components import resolves inside their own package, except what depends on who is signed in. */
const OF_BASE = 'base-i18n/';
const isPersonal = (id: string): boolean => id.startsWith('@salesforce/i18n/') && REGIONAL.has(id.slice('@salesforce/i18n/'.length));

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
    label: (name) => labelModule(project, name, runtime('context.ts')),
    schema: (name) => {
      const [objectApiName, ...field] = name.split('.');
      return `export default ${literal(field.length === 0 ? { objectApiName } : { objectApiName, fieldApiName: field.join('.') })};`;
    },
    user: (name) => `import { userValue } from ${runtime('context.ts')}; export default userValue(${literal(name)});`,
    userPermission: (name) =>
      `import { hasUserPermission } from ${runtime('context.ts')}; export default hasUserPermission(${literal(name)});`,
    customPermission: (name) =>
      `import { hasCustomPermission } from ${runtime('context.ts')}; export default hasCustomPermission(${literal(name)});`,
    resourceUrl: (name) => `export default ${literal(resourceUrl(project, name))};`,
    client: () => `export default 'Large';`,
    'base-i18n': (name) =>
      `import { ofUser } from ${runtime('of-user.ts')}; ${i18n(name, home).replace('export default', 'const own =')}; export default ofUser(${literal(name)}, own);`,
    i18n: (name) => (OF_USER.has(name) ? `import { ${name} } from ${runtime('context.ts')}; export default ${name}();` : i18n(name, home)),
  };
  return {
    name: 'platform-modules',
    resolveId(id, importer) {
      if (!id.startsWith('@salesforce/')) return null;
      if (!importer?.includes('/lightning-base-components/')) return PREFIX + id;
      return isPersonal(id) ? `${PREFIX}@salesforce/${OF_BASE}${id.slice('@salesforce/i18n/'.length)}` : null;
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

/** The number in the address stands for the platform's time of the last change: another file has another address, which no cache holds. */
function resourceUrl({ resources }: WebProject, name: string): string {
  const version = resources.get(name);
  if (version === undefined) throw new Error(`The static resource ${name} is imported, but there is no ${name}.resource-meta.xml`);
  return `/resource/${version}/${name}`;
}

/** The text of a label, or with translations the text for whoever is signed in. */
function labelModule({ texts }: WebProject, imported: string, context: string): string {
  const name = imported.replace(/^c\./, '');
  const text = texts.labels.get(name);
  if (text === undefined) throw new Error(`The custom label ${imported} is imported, but no labels file defines it`);
  const translations = translationsOf(texts, name);
  if (Object.keys(translations).length === 0) return `export default ${literal(text)};`;
  return `import { inLanguage } from ${context}; export default inLanguage(${literal(text)}, ${literal(translations)});`;
}

function i18n(name: string, home: string): string {
  const file = path.join(packageFolder('lightning-base-components', home), 'scopedImports', `@salesforce-i18n-${name}.js`);
  if (!existsSync(file)) throw new Error(`The local org does not support importing @salesforce/i18n/${name}`);
  return readFileSync(file, 'utf8');
}
