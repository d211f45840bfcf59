import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { Diagnostic } from './model';

/** A parsed element: texts are strings, elements are nodes, repeated elements are arrays; attributes start with `@`. */
export type XmlNode = Readonly<Record<string, unknown>>;

const SETTINGS = {
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  // Decoding in one pass of ours is several times faster than the library's and knows numeric references.
  processEntities: false,
  tagValueProcessor: (_name: string, value: string) => decodeEntities(value),
} as const;
const parser = new XMLParser(SETTINGS);
const exactParser = new XMLParser({ ...SETTINGS, trimValues: false });

const ENTITIES: ReadonlyMap<string, string> = new Map(Object.entries({ lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }));

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole: string, hex?: string, decimal?: string, name?: string) => {
    const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
    if (name === undefined) return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    return ENTITIES.get(name) ?? whole;
  });
}

interface Root {
  readonly name: string;
  readonly node: XmlNode;
}

/** By text: hundreds of Apex files are described in the same words, and a process may read one project after another that differ in little. */
const roots = new Map<string, Root>();
const MAX_ROOTS = 10_000;

/** The root element of a metadata file, or the finding that says where the XML breaks. */
export function parseXml(path: string, text: string): Root | Diagnostic {
  const known = roots.get(text);
  if (known) return known;
  const result = parse(path, text, parser);
  if ('node' in result) {
    if (roots.size >= MAX_ROOTS) roots.clear();
    roots.set(text, result);
  }
  return result;
}

/** The same for a message: its texts keep the white space around them, and nobody sends it twice. */
export const parseMessage = (text: string): Root | Diagnostic => parse('', text, exactParser);

function parse(path: string, text: string, reader: XMLParser): Root | Diagnostic {
  const fault = (message: string, line = 1, column = 1): Diagnostic => ({ path, line, column, severity: 'error', message });
  const checked = XMLValidator.validate(text);
  if (checked !== true) return fault(`Error parsing file: ${checked.err.msg}`, checked.err.line, checked.err.col);
  let document: Record<string, unknown>;
  try {
    document = reader.parse(text) as Record<string, unknown>;
  } catch (error) {
    // What the validator lets pass and the parser does not: more than a hundred levels, for one.
    return fault(`Error parsing file: ${error instanceof Error ? error.message : String(error)}`);
  }
  const [root, ...others] = Object.entries(document);
  if (root === undefined || others.length > 0) return fault('Error parsing file: expected exactly one root element');
  const [name, value] = root;
  return { name, node: isNode(value) ? value : {} };
}

export function isNode(value: unknown): value is XmlNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Text of a child element; null when it is absent or empty. */
export function textOf(node: XmlNode, name: string): string | null {
  const value = node[name];
  const inner = isNode(value) ? value['#text'] : value;
  return typeof inner === 'string' && inner !== '' ? inner : null;
}

export function flagOf(node: XmlNode, name: string): boolean {
  return textOf(node, name) === 'true';
}

/** Child elements of that name, however many there are. */
export function nodesOf(node: XmlNode, name: string): XmlNode[] {
  return asList(node[name]).filter(isNode);
}

/** Texts of the child elements of that name. */
export function textsOf(node: XmlNode, name: string): string[] {
  return asList(node[name]).filter((value): value is string => typeof value === 'string' && value !== '');
}

function asList(value: unknown): unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
