import { typeInDirectory, typeNamed, typeOfSuffix, TYPES, partNamed, type MetadataType } from './types';

/** A component as a manifest names it. */
export interface ComponentName {
  readonly type: string;
  readonly name: string;
}

/**
 * The path that a file of a project has whatever folder its package directory and features put it in, so that what is deployed takes the place of
 * what lies in the project: `classes/X.cls`, `objects/Book__c/fields/Pages__c.field-meta.xml`, `lwc/card/card.js`. Null for what is no metadata.
 */
export function canonicalPath(path: string): string | null {
  for (const { directory } of FOLDERED) {
    const at = `/${path}`.lastIndexOf(`/${directory}/`);
    if (at >= 0 && `/${path}`.slice(at + directory.length + 2).includes('/')) return `/${path}`.slice(at + 1);
  }
  const file = path.slice(path.lastIndexOf('/') + 1);
  if (/(?:^|\/)staticresources\//.test(path)) return `staticresources/${file}`;
  const suffix = /\.([A-Za-z]+)(-meta\.xml)?$/.exec(file);
  const type = suffix ? typeOfSuffix(suffix[1] as string) : undefined;
  if (!type || type.form === 'bundle' || type.form === 'parts') return null;
  return suffix?.[2] !== undefined || type.form === 'content' ? `${type.directory}/${file}` : null;
}

const FOLDERED = TYPES.filter(({ form }) => form === 'bundle' || form === 'parts');

/** The component that a file with a canonical path belongs to. */
export function componentAt(canonical: string): ComponentName | null {
  const [directory = '', first = '', ...rest] = canonical.split('/');
  const type = typeInDirectory(directory);
  if (!type) return null;
  if (type.form === 'bundle') return { type: type.name, name: first };
  if (type.form === 'resource') return { type: type.name, name: first.replace(/\.resource-meta\.xml$|\.[^.]+$/, '') };
  if (type.form === 'parts') return partAt(type, first, rest);
  const name = new RegExp(`^(.*)\\.${type.suffix}(?:-meta\\.xml)?$`).exec(first)?.[1];
  return name === undefined ? null : { type: type.name, name };
}

function partAt(type: MetadataType, whole: string, rest: readonly string[]): ComponentName | null {
  const file = rest.at(-1) ?? '';
  const folder = rest.length > 1 ? (rest[0] ?? null) : null;
  const part = type.parts.find((one) => one.folder === folder && file.endsWith(`.${one.suffix}-meta.xml`));
  if (part?.folder != null) return { type: part.name, name: `${whole}.${file.slice(0, -`.${part.suffix}-meta.xml`.length)}` };
  return { type: type.name, name: whole };
}

/** Whether a file with this canonical path goes when the component goes: an object takes its parts along. */
export function belongsTo(canonical: string, { type, name }: ComponentName): boolean {
  const whole = typeNamed(type);
  if (whole?.form === 'parts') return canonical.toLowerCase().startsWith(`${whole.directory}/${name}/`.toLowerCase());
  const own = componentAt(canonical);
  return own?.type === type && own.name.toLowerCase() === name.toLowerCase();
}

/** Whether the local org knows such components. */
export const isKnownType = (type: string): boolean =>
  type === 'CustomLabel' || typeNamed(type) !== undefined || partNamed(type) !== undefined;

/** Path of a component in a package, `classes/X.cls`; of a part, that of the whole. */
export function packagedPath({ type, name }: ComponentName): string {
  if (type === 'CustomLabel') return 'labels/CustomLabels.labels';
  const part = partNamed(type);
  const { directory, suffix, form } = part?.whole ?? typeNamed(type) ?? { directory: type, suffix: type, form: 'file' };
  const whole = part ? (name.split('.')[0] ?? '') : name;
  return form === 'bundle' ? `${directory}/${whole}` : `${directory}/${whole}.${suffix}`;
}

/** The components of an org with their files, in the order of their paths. */
export function canonicalComponents(
  files: ReadonlyMap<string, Uint8Array>,
): (ComponentName & { readonly files: ReadonlyMap<string, Uint8Array> })[] {
  const all = new Map<string, ComponentName & { files: Map<string, Uint8Array> }>();
  for (const [path, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const name = componentAt(path);
    if (!name) continue;
    const key = `${name.type}:${name.name}`;
    const one = all.get(key) ?? { ...name, files: new Map<string, Uint8Array>() };
    all.set(key, one);
    one.files.set(path, bytes);
  }
  return [...all.values()];
}
