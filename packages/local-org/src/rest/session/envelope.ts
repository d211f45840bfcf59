import { isNode, parseMessage, type XmlNode } from '../../metadata/xml';
import { clip } from '../../kernel/text';
import { clientFault, SoapFault } from './errors';
import { SOAP } from './envelope-reply';

const decoder = new TextDecoder('utf-8', { fatal: true });

/** An element of a message with its names resolved. */
export interface Element {
  readonly namespace: string;
  readonly name: string;
  readonly children: readonly Element[];
  readonly text: string;
}

/** What a SOAP 1.1 message asks for. */
export interface SoapCall {
  readonly header: Element | undefined;
  readonly operation: Element;
}

/** Reads a message. Throws SoapFault for what is none. */
export function readEnvelope(bytes: Uint8Array, contentType: string): SoapCall {
  if (!/^text\/xml\s*(;|$)/i.test(contentType)) throw clientFault(`Unsupported content type: ${contentType}`);
  const envelope = readXml(bytes);
  if (envelope.name !== 'Envelope') throw clientFault('The message is not a SOAP envelope');
  if (envelope.namespace !== SOAP) throw new SoapFault('soapenv:VersionMismatch', 'Only SOAP 1.1 messages are supported');
  const part = (name: string): Element | undefined => envelope.children.find((child) => child.name === name && child.namespace === SOAP);
  const operations = part('Body')?.children ?? [];
  const [operation] = operations;
  if (!operation || operations.length > 1) throw clientFault('A SOAP body with exactly one element is required');
  return { header: part('Header'), operation };
}

function readXml(bytes: Uint8Array): Element {
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    throw clientFault('The message is not encoded in UTF-8');
  }
  // SOAP 1.1, section 3: a message has no document type declaration. Without one there are no entities that could grow.
  if (/<!DOCTYPE/i.test(text)) throw clientFault('A document type declaration is not allowed in a SOAP message');
  const root = parseMessage(text);
  if ('severity' in root) throw clientFault(clip(root.message));
  return element(root.name, root.node, new Map());
}

type Namespaces = ReadonlyMap<string, string>;

function element(qualified: string, value: unknown, inherited: Namespaces): Element {
  const node: XmlNode = isNode(value) ? value : {};
  const namespaces = declared(node, inherited);
  const [name = '', prefix = ''] = qualified.split(':').reverse();
  const children = Object.entries(node).flatMap(([key, child]) =>
    key.startsWith('@') || key === '#text' ? [] : [child].flat().map((one) => element(key, one, namespaces)),
  );
  const text = isNode(value) ? node['#text'] : value;
  return { namespace: namespaces.get(prefix) ?? '', name, children, text: typeof text === 'string' ? text : '' };
}

/** The namespaces in force inside an element, by prefix; the default one has an empty prefix. */
function declared(node: XmlNode, inherited: Namespaces): Namespaces {
  const own = Object.entries(node).flatMap(([key, value]): [string, string][] => {
    const prefix = /^@xmlns(?::(.+))?$/.exec(key);
    return prefix ? [[prefix[1] ?? '', String(value)]] : [];
  });
  return own.length === 0 ? inherited : new Map([...inherited, ...own]);
}

/** Text of a child element, empty when it is missing. Throws SoapFault where a text is expected and something else stands. */
export function textIn(parent: Element, name: string): string {
  const found = parent.children.filter((child) => child.name === name);
  if (found.length > 1 || (found[0]?.children.length ?? 0) > 0) throw clientFault(`The element ${name} has to hold one text`);
  return found[0]?.text ?? '';
}
