import { childrenOf, fileOf, lineOfName, rootOf, textIn } from './elements';
import type { ComponentName } from './names';
import type { MetadataType } from './types';

/** A component of a package, with its files in source format by canonical path. */
export interface PackagedComponent extends ComponentName {
  /** File of the package that it comes from. */
  readonly file: string;
  /** Line of that file at which it begins. */
  readonly line: number;
  readonly sources: ReadonlyMap<string, Uint8Array>;
}

/** The components of one file that keeps its parts inside: an object with its fields, labels, a translation with those of fields. */
export function splitParts(type: MetadataType, file: string, name: string, bytes: Uint8Array): PackagedComponent[] {
  const folder = `${type.directory}/${name}`;
  const whole = `${folder}/${name}.${type.suffix}-meta.xml`;
  const root = rootOf(bytes);
  if (!root) return [{ type: type.name, name, file, line: 1, sources: new Map([[whole, bytes]]) }];
  const kept = new Map<string, Uint8Array>();
  const rest = childrenOf(root).filter((child) => !type.parts.some((part) => part.element === child.name));
  const components: PackagedComponent[] = [];
  for (const child of childrenOf(root)) {
    const part = type.parts.find((one) => one.element === child.name);
    if (!part) continue;
    const key = textIn(child, part.key);
    const path = `${folder}/${part.folder === null ? '' : `${part.folder}/`}${key}.${part.suffix}-meta.xml`;
    const content = fileOf({ name: part.name, attributes: root.attributes }, childrenOf(child));
    if (part.folder === null) kept.set(path, content);
    else
      components.push({
        type: part.name,
        name: `${name}.${key}`,
        file,
        line: lineOfName(bytes, part.element, part.key, key),
        sources: new Map([[path, content]]),
      });
  }
  if (rest.length > 0 || kept.size > 0 || components.length === 0)
    components.unshift({ type: type.name, name, file, line: 1, sources: new Map([[whole, fileOf(root, rest)], ...kept]) });
  return components;
}

/** The file of a package that holds a whole with its parts. */
export function joinParts(type: MetadataType, files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const definition = [...files].find(([path]) => path.endsWith(`.${type.suffix}-meta.xml`));
  const root = definition ? rootOf(definition[1]) : null;
  const children = root ? childrenOf(root) : [];
  for (const part of type.parts) {
    for (const [path, bytes] of files) {
      const one =
        path.endsWith(`.${part.suffix}-meta.xml`) && path.includes(part.folder === null ? '/' : `/${part.folder}/`) ? rootOf(bytes) : null;
      if (one) children.push({ name: part.element, attributes: {}, nodes: one.nodes });
    }
  }
  const attributes = root?.attributes ?? { xmlns: 'http://soap.sforce.com/2006/04/metadata' };
  return fileOf({ name: type.name, attributes }, children);
}
