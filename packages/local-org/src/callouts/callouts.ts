import type { Transaction } from '../engine';
import type { CalloutAnswer, CalloutRequest } from '../engine/runtime';
import { UnsupportedError } from '../kernel/exceptions';
import type { ExternalCredential, NamedCredential, OrgMetadata, Principal } from '../metadata/model';
import { principalIds, principalKey } from '../metadata/principals';
import { addressOf, requireRemoteSite, withServices, type Network } from './address';
import { refuse } from './admission';
import type { CalloutLine } from './line';
import { mergeFields } from './merge-fields';
import type { Secrets } from './secrets';
import { send, transmit, type Outgoing } from './send';
import { signInBy, signInOfLegacy, type Principals, type SignIn } from './sign-in';
import type { WireResponse } from './wire';

export interface CalloutParts {
  readonly metadata: OrgMetadata;
  readonly hosts: Network['hosts'];
  readonly services: Network['services'];
  readonly secrets: Secrets;
  readonly line: CalloutLine;
}

/** Carries the requests of one org's Apex over the network. */
export class Callouts {
  private readonly parts: CalloutParts;
  /** Access tokens by principal: kept until they are refused, in memory only. */
  private readonly tokens = new Map<string, string>();
  private readonly principalIds: ReadonlyMap<string, string>;

  constructor(parts: CalloutParts) {
    this.parts = parts;
    this.principalIds = principalIds(parts.metadata.externalCredentials);
  }

  send(transaction: Transaction, request: CalloutRequest): CalloutAnswer {
    const { line } = this.parts;
    const named = /^callout:(\w+)(.*)$/is.exec(request.endpoint);
    if (named) return this.sendBy(this.credential(named[1] ?? ''), named[2] ?? '', transaction, request);
    requireRemoteSite(request.endpoint, this.parts);
    const url = addressOf(request.endpoint, this.parts, transaction);
    return send(transaction, line, { ...request, url, headers: withDefaults([...request.headers], transaction) });
  }

  close(): void {
    this.parts.line.close();
  }

  private sendBy(named: NamedCredential, rest: string, transaction: Transaction, request: CalloutRequest): CalloutAnswer {
    const { services, line } = this.parts;
    const endpoint = withServices(named.endpoint, services);
    const url = addressOf(rest.startsWith('/') ? endpoint.replace(/\/$/, '') + rest : endpoint + rest, this.parts, transaction);
    const signIn = this.signIn(named, transaction);
    const attempt = (): WireResponse => send(transaction, line, this.outgoing(named, signIn, { ...request, url }, transaction));
    const answer = attempt();
    return signIn.renews(answer.status) ? attempt() : answer;
  }

  private outgoing(named: NamedCredential, signIn: SignIn, request: CalloutRequest & { url: string }, transaction: Transaction): Outgoing {
    const merged = (text: string): string => mergeFields(text, signIn.mergeValues);
    const own = [...request.headers].map(([name, value]) => [name, named.mergeInHeader ? merged(value) : value] as const);
    const given = [
      ...named.headers.map((header) => [header.name, merged(header.value)] as const),
      ...signIn.headers().map((header) => [header.name, header.value] as const),
    ];
    const kept = own.filter(([name]) => !given.some(([other]) => other.toLowerCase() === name.toLowerCase()));
    const body =
      request.body !== null && named.mergeInBody ? Buffer.from(merged(Buffer.from(request.body).toString('utf8'))) : request.body;
    return { ...request, headers: withDefaults([...kept, ...given], transaction), body };
  }

  private credential(name: string): NamedCredential {
    const found = this.parts.metadata.namedCredentials.find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (found?.enabled) return found;
    return refuse(
      `The callout couldn't access the endpoint. You might not have the required permissions, or the named credential "${name}" might not exist.`,
    );
  }

  private signIn(named: NamedCredential, transaction: Transaction): SignIn {
    const { metadata } = this.parts;
    if (named.legacy) {
      if (named.legacy.principalType === 'PerUser')
        throw new UnsupportedError(`per-user principals, as the named credential ${named.name} has`);
      return signInOfLegacy(named, metadata, this.principal(`${named.name}.NamedUser`, transaction));
    }
    const wanted = named.externalCredential ?? '';
    const external = metadata.externalCredentials.find((one) => one.name.toLowerCase() === wanted.toLowerCase());
    const principal = external && this.allowed(external, transaction);
    if (!external || !principal)
      return refuse(
        `We couldn't access the credential(s). You might not have the required permissions, or the external credential "${wanted}" might not exist.`,
      );
    if (principal.type === 'PerUserPrincipal') throw new UnsupportedError(`per-user principals, as the external credential ${wanted} has`);
    return signInBy(named, external, metadata, this.principal(`${external.name}.${principal.name}`, transaction));
  }

  /** The first principal that a permission set or profile opens to the running user. */
  private allowed({ name, principals }: ExternalCredential, { access, userId }: Transaction): Principal | undefined {
    return principals.find((one) => access.hasPrincipal(userId, this.principalIds.get(principalKey(name, one.name)) ?? ''));
  }

  private principal(key: string, transaction: Transaction): Principals {
    const { secrets, line, services } = this.parts;
    return {
      key,
      secret: secrets(key),
      tokens: this.tokens,
      send: (outgoing) => transmit(transaction, line, outgoing, null),
      address: (url) => addressOf(withServices(url, services), this.parts, transaction),
    };
  }
}

/** What the platform adds to every request that does not have it. */
function withDefaults(
  headers: readonly (readonly [string, string])[],
  { apiVersion }: Transaction,
): readonly (readonly [string, string])[] {
  const defaults = [
    ['User-Agent', `SFDC-Callout/${apiVersion.toFixed(1)}`],
    ['SFDC_STACK_DEPTH', '1'],
    ['Accept', '*/*'],
  ] as const;
  return [...headers, ...defaults.filter(([name]) => !headers.some(([other]) => other.toLowerCase() === name.toLowerCase()))];
}
