import { escapeXml } from '../session/envelope-reply';

/** A value as SOAP writes it: lists are repeated elements, what is undefined is left out. */
export type XmlValue = string | number | boolean | null | undefined | readonly XmlValue[] | { readonly [name: string]: XmlValue };

export function xmlOf(name: string, value: XmlValue): string {
  if (value === undefined) return '';
  if (value === null) return `<${name} xsi:nil="true"/>`;
  if (Array.isArray(value)) return value.map((one: XmlValue) => xmlOf(name, one)).join('');
  if (typeof value !== 'object') return `<${name}>${escapeXml(String(value))}</${name}>`;
  const inner = Object.entries(value as Record<string, XmlValue>).map(([key, one]) => xmlOf(key, one));
  return `<${name}>${inner.join('')}</${name}>`;
}
