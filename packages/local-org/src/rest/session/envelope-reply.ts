import type { Reply } from '../shared/call';
import type { SoapFault } from './errors';

export const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/';

/** Namespaces of a service: of its elements and of its faults. */
export interface ServiceNames {
  readonly namespace: string;
  readonly faults: string;
}

export const PARTNER: ServiceNames = { namespace: 'urn:partner.soap.sforce.com', faults: 'urn:fault.partner.soap.sforce.com' };

/** An answer whose body, and whose header where it has one, is this XML. */
export function envelopeReply(status: number, body: string, { namespace, faults } = PARTNER, header = ''): Reply {
  const namespaces = `xmlns:soapenv="${SOAP}" xmlns="${namespace}" xmlns:sf="${faults}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"`;
  return {
    status,
    text: `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope ${namespaces}>${header === '' ? '' : `<soapenv:Header>${header}</soapenv:Header>`}<soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`,
    headers: { 'content-type': 'text/xml; charset=utf-8' },
  };
}

/** A fault goes with the status 500, whoever is at fault (SOAP 1.1, section 6.2). */
export function faultReply({ code, message, detail }: SoapFault, status = 500, names = PARTNER): Reply {
  const inner = detail === '' ? '' : `<detail>${detail}</detail>`;
  return envelopeReply(
    status,
    `<soapenv:Fault><faultcode>${code}</faultcode><faultstring>${escapeXml(message)}</faultstring>${inner}</soapenv:Fault>`,
    names,
  );
}

/** A text as XML content: what XML cannot hold is replaced. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[<>&"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
