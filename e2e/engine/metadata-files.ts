import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApiSchemas } from 'jsforce/lib/api/metadata/schema';
import { root } from './served-org';

/** An element of a metadata file: its text where it holds no other elements. */
export interface Element {
  readonly name: string;
  readonly text: string;
  readonly children: Element[];
}

/** A metadata file in source format: `Open` of `Open.listView-meta.xml`, and the object in whose folder it lies. */
export interface MetadataFile {
  readonly path: string;
  readonly name: string;
  readonly object: string;
  readonly element: Element;
}

const packages = (JSON.parse(readFileSync(join(root, 'sfdx-project.json'), 'utf8')) as { packageDirectories: { path: string }[] })
  .packageDirectories.map(({ path }) => path); // prettier-ignore

/** Every file of the packages with that suffix, such as `listView`. */
export function metadataFiles(suffix: string): MetadataFile[] {
  return packages
    .flatMap((folder) => (readdirSync(join(root, folder), { recursive: true }) as string[]).map((file) => `${folder}/${file}`))
    .filter((path) => path.endsWith(`.${suffix}-meta.xml`))
    .sort()
    .map((path) => ({
      path,
      name: path.slice(path.lastIndexOf('/') + 1, -`.${suffix}-meta.xml`.length),
      object: /\/objects\/([^/]+)\//.exec(path)?.[1] ?? '',
      element: parse(readFileSync(join(root, path), 'utf8')),
    }));
}

/** Metadata files have neither mixed content nor CDATA, so that tags and the text between them are all there is. */
function parse(xml: string): Element {
  const top: Element = { name: '', text: '', children: [] };
  const open: Element[] = [top];
  for (const [, close, name, empty, text] of xml.matchAll(/<(\/?)([A-Za-z]\w*)[^<>]*?(\/?)>([^<]*)/g)) {
    if (close === '/') open.pop();
    else {
      const element: Element = { name: name!, text: text!.trim(), children: [] };
      open.at(-1)!.children.push(element);
      if (empty !== '/') open.push(element);
    }
  }
  if (open.length !== 1 || top.children.length !== 1) throw new Error(`Not well-formed: ${xml.slice(0, 200)}`);
  return top.children[0]!;
}

export const childrenOf = (element: Element, name: string): Element[] => element.children.filter((child) => child.name === name);
export const textsOf = (element: Element, name: string): string[] => childrenOf(element, name).map(({ text }) => text);
export const textOf = (element: Element, name: string): string | undefined => textsOf(element, name)[0];

type Props = Readonly<Record<string, unknown>>;
const schemas = ApiSchemas as unknown as Readonly<Record<string, { readonly props: Props; readonly extends?: string } | undefined>>;

/** What FlexiPage has gained since the description of jsforce was made (Metadata API Developer Guide, FlexiPage, 49.0 and later). */
const SINCE: Readonly<Record<string, Props>> = {
  FlexiPageRegion: { itemInstances: ['ItemInstance'] },
  ItemInstance: { componentInstance: '?ComponentInstance', fieldInstance: '?FieldInstance' },
  FieldInstance: { fieldInstanceProperties: ['ComponentInstanceProperty'], fieldItem: 'string', identifier: '?string' },
  ComponentInstance: { identifier: '?string' },
  ComponentInstanceProperty: { valueList: '?ComponentInstancePropertyList' },
  ComponentInstancePropertyList: { valueListItems: ['ComponentInstancePropertyListItem'] },
  ComponentInstancePropertyListItem: { value: '?string' },
};

function propsOf(type: string): Props {
  const schema = schemas[type];
  const inherited = schema?.extends === undefined ? { fullName: '?string' } : propsOf(schema.extends);
  return { ...inherited, ...schema?.props, ...SINCE[type] };
}

/** What the Metadata API would not take: elements that it does not know, and those that it needs and are not there. */
export function refusals(element: Element, type = element.name, path = type): string[] {
  const props = propsOf(type);
  const missing = Object.entries(props).filter(
    ([name, kind]) => typeof kind === 'string' && !kind.startsWith('?') && textOf(element, name) === undefined,
  );
  return [
    ...missing.map(([name]) => `${path} has no ${name}`),
    ...element.children.flatMap((child) => {
      const kind = props[child.name];
      if (kind === undefined) return [`${path} has an unknown ${child.name}`];
      const many = Array.isArray(kind);
      const name = String(many ? kind[0] : kind).replace('?', '');
      const twice = !many && childrenOf(element, child.name).length > 1 ? [`${path} has more than one ${child.name}`] : [];
      return [...twice, ...(/^(string|number|boolean)$/.test(name) ? [] : refusals(child, name, `${path}.${child.name}`))];
    }),
  ];
}
