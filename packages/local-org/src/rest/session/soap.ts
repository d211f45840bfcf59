import type { Reply, SessionUser } from '../shared/call';
import { notFound } from '../shared/errors';
import { isServed } from '../versions';
import { readEnvelope, textIn, type Element, type SoapCall } from './envelope';
import { envelopeReply, escapeXml, faultReply, PARTNER } from './envelope-reply';
import { clientFault, invalidLogin, SoapFault } from './errors';
import { organizationName, readUser } from './operations';
import { authenticate, type Anonymous } from './validate';

/** SOAP services of the platform that the local org does not have, by the first segment of their path. */
const ABSENT: ReadonlyMap<string, string> = new Map([
  ['c', 'the Enterprise API'],
  ['t', 'the Tooling API'],
  ['class', 'web services in Apex'],
  ['package', 'web services in Apex'],
]);

/** `POST /services/Soap/u/NN.0`: the operations login and logout, which API clients use to sign in and out. */
export function soap(request: Anonymous, params: Readonly<Record<string, string>>): Reply {
  const version = params['version'] ?? '';
  if (!/^\d+(\.\d+)?$/.test(version)) throw notFound();
  try {
    if (!isServed(request.org, version))
      throw new SoapFault('sf:UNSUPPORTED_API_VERSION', 'UNSUPPORTED_API_VERSION: Invalid Api version specified on URL');
    return run(request, readEnvelope(request.body, request.headers['content-type'] ?? ''), version);
  } catch (error) {
    if (error instanceof SoapFault) return faultReply(error);
    throw error;
  }
}

/** `POST /services/Soap/m/...` and the like. */
export function absentSoap(_request: Anonymous, params: Readonly<Record<string, string>>): Reply {
  const name = ABSENT.get((params['service'] ?? '').toLowerCase());
  if (name === undefined) throw notFound();
  return faultReply(new SoapFault('soapenv:Server', `NOT_IMPLEMENTED: The local org does not serve ${name} by SOAP`), 501);
}

function run(request: Anonymous, { header, operation }: SoapCall, version: string): Reply {
  if (operation.namespace === PARTNER.namespace && operation.name === 'login') return login(request, operation, version);
  if (operation.namespace === PARTNER.namespace && operation.name === 'logout') return logout(request, header);
  throw clientFault(
    `No operation available for request {${operation.namespace}}${operation.name}, please check the WSDL for the service. ` +
      'The local org offers login and logout.',
  );
}

function login(request: Anonymous, operation: Element, version: string): Reply {
  const user = authenticate(request.org, textIn(operation, 'username'), textIn(operation, 'password'));
  if (!user) throw invalidLogin();
  return loggedIn(request, user, version);
}

function logout({ org }: Anonymous, header: Element | undefined): Reply {
  const session = header?.children.find((child) => child.name === 'SessionHeader');
  const token = session ? textIn(session, 'sessionId') : '';
  if (!org.sessions.find(token))
    throw new SoapFault('sf:INVALID_SESSION_ID', 'INVALID_SESSION_ID: Invalid Session ID found in SessionHeader: Illegal Session');
  org.sessions.close(token);
  return envelopeReply(200, '<logoutResponse/>');
}

function loggedIn(request: Anonymous, user: SessionUser, version: string): Reply {
  const { org, baseUrl } = request;
  const profile = readUser(org, user.userId);
  const org15 = org.organizationId.slice(0, 15);
  const tag = (name: string, value: string | null | undefined): string =>
    value === null || value === undefined ? `<${name} xsi:nil="true"/>` : `<${name}>${escapeXml(value)}</${name}>`;
  const info = [
    tag('organizationId', org.organizationId),
    tag('organizationName', organizationName(org)),
    tag('profileId', profile['ProfileId']),
    tag('sessionSecondsValid', '7200'),
    tag('userEmail', profile['Email']),
    tag('userFullName', profile['Name']),
    tag('userId', user.userId),
    tag('userLanguage', profile['LanguageLocaleKey']),
    tag('userLocale', profile['LocaleSidKey']),
    tag('userName', profile['Username']),
    tag('userTimeZone', profile['TimeZoneSidKey']),
    tag('userType', profile['UserType']),
  ].join('');
  const result = [
    tag('metadataServerUrl', `${baseUrl}/services/Soap/m/${version}/${org15}`),
    tag('passwordExpired', 'false'),
    tag('sandbox', String(org.project.organization.isSandbox)),
    tag('serverUrl', `${baseUrl}/services/Soap/u/${version}/${org15}`),
    tag('sessionId', org.sessions.open(user.userId)),
    tag('userId', user.userId),
    `<userInfo>${info}</userInfo>`,
  ].join('');
  return envelopeReply(200, `<loginResponse><result>${result}</result></loginResponse>`);
}
