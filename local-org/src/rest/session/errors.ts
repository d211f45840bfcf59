import type { Reply } from '../shared/call';

/** OAuth errors have a shape of their own: `{error, error_description}`. */
export function oauthError(error: string, description: string): Reply {
  return { status: 400, json: { error, error_description: description } };
}

const INVALID_LOGIN = 'INVALID_LOGIN: Invalid username, password, security token; or user locked out.';

/** The SOAP fault of a failed login. */
export const invalidLogin = (): Reply => soapFault('INVALID_LOGIN', INVALID_LOGIN);

export function soapFault(code: string, text: string): Reply {
  const detail = `<detail><sf:LoginFault xsi:type="sf:LoginFault"><sf:exceptionCode>${code}</sf:exceptionCode><sf:exceptionMessage>${escapeXml(text.replace(/^\w+: /, ''))}</sf:exceptionMessage></sf:LoginFault></detail>`;
  return soapReply(
    500,
    `<soapenv:Fault><faultcode>sf:${code}</faultcode><faultstring>${escapeXml(text)}</faultstring>${code === 'INVALID_LOGIN' ? detail : ''}</soapenv:Fault>`,
  );
}

export function soapReply(status: number, body: string): Reply {
  const namespaces =
    'xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns="urn:partner.soap.sforce.com" xmlns:sf="urn:fault.partner.soap.sforce.com" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
  return {
    status,
    text: `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope ${namespaces}><soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`,
    headers: { 'content-type': 'text/xml; charset=utf-8' },
  };
}

export function escapeXml(text: string): string {
  return text.replace(/[<>&"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
