import { XMLBuilder, XMLParser } from 'fast-xml-parser';
import { parseXml } from '../xml';

/** A node in document order, as the parser gives it: one key for the element, `:@` for its attributes, or `#text`. */
type Node = Readonly<Record<string, unknown>>;

/** An element with its children and white space as they were written. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly nodes: readonly Node[];
}

const SETTINGS = { preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '', processEntities: false } as const;
const parser = new XMLParser({
  ...SETTINGS,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
});
const builder = new XMLBuilder(SETTINGS);

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** The root of a file; null when it is no XML, which its reader will report. */
export function rootOf(bytes: Uint8Array): XmlElement | null {
  const text = decoder.decode(bytes);
  if ('severity' in parseXml('', text)) return null;
  return elementsIn(parser.parse(text) as Node[])[0] ?? null;
}

export const childrenOf = (element: XmlElement): XmlElement[] => elementsIn(element.nodes);

function elementsIn(nodes: readonly Node[]): XmlElement[] {
  return nodes.flatMap((node) => {
    const name = Object.keys(node).find((key) => key !== ':@' && key !== '#text');
    if (name === undefined) return [];
    return [{ name, attributes: (node[':@'] ?? {}) as Record<string, string>, nodes: node[name] as Node[] }];
  });
}

/** Text of the first child of that name; empty when there is none. */
export function textIn(element: XmlElement, name: string): string {
  const nodes = childrenOf(element).find((child) => child.name === name)?.nodes ?? [];
  return nodes.map((node) => (typeof node['#text'] === 'string' ? node['#text'] : '')).join('');
}

/** A file whose root has these children. */
export function fileOf(root: Omit<XmlElement, 'nodes'>, children: readonly XmlElement[]): Uint8Array {
  const lines = children.map((child) => `    ${builder.build([nodeOf(child)])}\n`).join('');
  const empty = builder.build([nodeOf({ ...root, nodes: [{ '#text': '\n' }] })]);
  const at = empty.lastIndexOf('</');
  return encoder.encode(`${DECLARATION}${empty.slice(0, at)}${lines}${empty.slice(at)}\n`);
}

function nodeOf({ name, attributes, nodes }: XmlElement): Node {
  return Object.keys(attributes).length > 0 ? { [name]: nodes, ':@': attributes } : { [name]: nodes };
}

/** The line of a file in which a part of that name names itself; the first line when it is not found. */
export function lineOfName(bytes: Uint8Array, element: string, key: string, name: string): number {
  const text = decoder.decode(bytes);
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const at = new RegExp(`<${element}>(?:(?!</${element}>)[^])*?<${key}>\\s*${escaped}\\s*</${key}>`).exec(text)?.index;
  return at === undefined ? 1 : text.slice(0, at).split('\n').length;
}
