import { requireApi } from '../requirements';
import type { Params, Reply, SessionUser } from '../shared/call';
import { fromException, notFound, RestError } from '../shared/errors';
import { readEnvelope, textIn, type Element } from '../session/envelope';
import { envelopeReply, faultReply, type ServiceNames } from '../session/envelope-reply';
import { clientFault, SoapFault } from '../session/errors';
import type { Anonymous } from '../session';
import { isServed } from '../versions';

/** One message to a SOAP service, from whom its session header names. */
export interface SoapRequest extends Anonymous {
  readonly user: SessionUser;
  /** API version of the path, for example `67.0`. */
  readonly version: string;
  readonly header: Element;
  readonly operation: Element;
  readonly attachment: Uint8Array | null;
}

/** XML of the answer's result, and of its header. */
export interface SoapAnswer {
  readonly body: string;
  readonly header?: string;
}

export interface SoapService extends ServiceNames {
  readonly operations: Readonly<Record<string, (request: SoapRequest) => SoapAnswer>>;
  /** Element whose base64 text is taken out of a message before it is parsed: a package is too large for a parser of XML. */
  readonly attachment?: string;
}

/** The handler of `POST /services/Soap/<service>/NN.0`. Everything but login asks for a session, which stands in the message. */
export function soapHandler(service: SoapService): (request: Anonymous, params: Params) => Reply {
  return (request, params) => {
    const version = params['version'] ?? '';
    if (!/^\d+(\.\d+)?$/.test(version)) throw notFound();
    try {
      if (!isServed(request.org, version))
        throw new SoapFault('sf:UNSUPPORTED_API_VERSION', 'UNSUPPORTED_API_VERSION: Invalid Api version specified on URL');
      const { body, header } = run(service, request, `${Number(version)}.0`);
      return envelopeReply(200, body, service, header);
    } catch (error) {
      return faultReply(faultOf(error), 500, service);
    }
  };
}

function run(service: SoapService, request: Anonymous, version: string): SoapAnswer {
  const { body, attachment } =
    service.attachment === undefined ? { body: request.body, attachment: null } : detached(request.body, service.attachment);
  const { header, operation } = readEnvelope(body, request.headers['content-type'] ?? '');
  const known = operation.namespace === service.namespace && Object.hasOwn(service.operations, operation.name);
  const handler = known ? service.operations[operation.name] : undefined;
  if (!handler)
    throw clientFault(
      `No operation available for request {${operation.namespace}}${operation.name}, please check the WSDL for the service. ` +
        `The local org offers ${Object.keys(service.operations).join(', ')}.`,
    );
  const user = sessionUser(request, header);
  requireApi(request.org, user, '/services/data/');
  return handler({ ...request, user, version, header: header ?? NO_HEADER, operation, attachment });
}

/** A message without the text of an element, and that text as bytes; the message as it is where the element is missing. */
function detached(message: Uint8Array, name: string): { readonly body: Uint8Array; readonly attachment: Uint8Array | null } {
  const bytes = Buffer.from(message.buffer, message.byteOffset, message.byteLength);
  const tag = bytes.indexOf(`${name}>`);
  const from = tag + name.length + 1;
  const to = bytes.indexOf('<', from);
  if (tag < 0 || to < 0) return { body: message, attachment: null };
  const attachment = Buffer.from(bytes.toString('latin1', from, to), 'base64');
  return { body: Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]), attachment };
}

const NO_HEADER: Element = { namespace: '', name: 'Header', children: [], text: '' };

function sessionUser({ org }: Anonymous, header: Element | undefined): SessionUser {
  const session = header?.children.find((child) => child.name === 'SessionHeader');
  const user = session && org.sessions.find(textIn(session, 'sessionId'));
  if (user) return user;
  throw new SoapFault('sf:INVALID_SESSION_ID', 'INVALID_SESSION_ID: Invalid Session ID found in SessionHeader: Illegal Session');
}

/** What REST tells as an error code is a fault of that name here. */
function faultOf(error: unknown): SoapFault {
  if (error instanceof SoapFault) return error;
  const { errors } = error instanceof RestError ? error : fromException(error);
  const [{ errorCode, message } = { errorCode: 'UNKNOWN_EXCEPTION', message: '' }] = errors;
  return new SoapFault(`sf:${errorCode}`, `${errorCode}: ${message}`);
}
