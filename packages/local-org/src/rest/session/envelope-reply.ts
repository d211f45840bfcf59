import type { Reply } from '../shared/call';
import type { SoapFault } from './errors';

export const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/';

/** An answer whose body is this XML. */
export function envelopeReply(status: number, body: string): Reply {
  const namespaces = `xmlns:soapenv="${SOAP}" xmlns="urn:partner.soap.sforce.com" xmlns:sf="urn:fault.partner.soap.sforce.com" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"`;
  return {
    status,
    text: `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope ${namespaces}><soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`,
    headers: { 'content-type': 'text/xml; charset=utf-8' },
  };
}

/** A fault goes with the status 500, whoever is at fault (SOAP 1.1, section 6.2). */
export function faultReply({ code, message, detail }: SoapFault, status = 500): Reply {
  const inner = detail === '' ? '' : `<detail>${detail}</detail>`;
  return envelopeReply(
    status,
    `<soapenv:Fault><faultcode>${code}</faultcode><faultstring>${escapeXml(message)}</faultstring>${inner}</soapenv:Fault>`,
  );
}

/** A text as XML content: what XML cannot hold is replaced. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[<>&"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
