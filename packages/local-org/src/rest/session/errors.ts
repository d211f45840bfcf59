import type { Reply } from '../shared/call';

/** OAuth errors have a shape of their own: `{error, error_description}`. */
export function oauthError(error: string, description: string): Reply {
  return { status: 400, json: { error, error_description: description } };
}

/** A request of this folder that says nothing clear. */
export class OAuthRefusal extends Error {}

/** The handler, with a refusal as the answer that OAuth has for it. */
export function answering<Request>(handler: (request: Request) => Reply): (request: Request) => Reply {
  return (request) => {
    try {
      return handler(request);
    } catch (error) {
      if (error instanceof OAuthRefusal) return oauthError('invalid_request', error.message);
      throw error;
    }
  };
}

/** A SOAP call that cannot be answered. */
export class SoapFault extends Error {
  /** Qualified, for example `sf:INVALID_LOGIN` or `soapenv:Client`. */
  readonly code: string;
  /** XML of the element `detail`. */
  readonly detail: string;

  constructor(code: string, message: string, detail = '') {
    super(message);
    this.code = code;
    this.detail = detail;
  }
}

/** What a caller got wrong in the message itself (SOAP 1.1, section 4.4.1). */
export const clientFault = (message: string): SoapFault => new SoapFault('soapenv:Client', message);

export function invalidLogin(): SoapFault {
  const message = 'Invalid username, password, security token; or user locked out.';
  const detail = `<sf:LoginFault xsi:type="sf:LoginFault"><sf:exceptionCode>INVALID_LOGIN</sf:exceptionCode><sf:exceptionMessage>${message}</sf:exceptionMessage></sf:LoginFault>`;
  return new SoapFault('sf:INVALID_LOGIN', `INVALID_LOGIN: ${message}`, detail);
}
