import fc from 'fast-check';
import { bodyFor, type Body } from './bodies';
import type { FuzzRequest, Sender } from './request';
import type { FuzzRoute } from './routes';
import { soql } from './soql';
import { damaged, json, text, toJson, wellFormed } from './values';
import type { World } from './world';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];

/** Requests to one route: mostly what it takes, with one thing or another mutated. */
export function requestTo(route: FuzzRoute, world: World): fc.Arbitrary<FuzzRequest> {
  return fc
    .record({
      method: often(fc.constant(route.method === '*' ? 'POST' : route.method), fc.constantFrom(...METHODS)),
      path: often(pathOf(route, world), pathOf(route, world).chain(mutatedPath)),
      query: queryOf(route, world),
      body: bodyOf(route, world),
      headers: fc.dictionary(fc.constantFrom(...Object.keys(HEADERS)), fc.nat(), { maxKeys: 3 }),
      sender: senderOf(world),
      by:
        route.pattern.startsWith('/services') || route.pattern.startsWith('/id')
          ? often(fc.constant('header' as const), fc.constant('cookie' as const))
          : fc.constantFrom('header' as const, 'cookie' as const),
    })
    .map(({ method, path, query, body, headers, sender, by }) => {
      const type: Record<string, string> = body === null ? {} : { 'content-type': body.type };
      const others = Object.fromEntries(
        Object.entries(headers).map(([name, n]) => [name, HEADERS[name]?.[n % (HEADERS[name]?.length ?? 1)] ?? '']),
      );
      const sent = method === 'GET' || method === 'HEAD' ? null : (body?.bytes ?? null);
      return { method, path: path + query, headers: { ...type, ...others }, body: sent, sender, by };
    });
}

const often = <A, B>(usual: fc.Arbitrary<A>, seldom: fc.Arbitrary<B>): fc.Arbitrary<A | B> =>
  fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: seldom });

/** What Node lets through in a header; stranger request lines are the server's own tests. */
const HEADERS: Readonly<Record<string, readonly string[]>> = {
  accept: ['*/*', 'application/json', 'application/xml', 'text/html', 'x', ''],
  'content-type': [
    'application/json',
    'application/xml',
    'text/csv',
    'text/plain',
    'multipart/form-data; boundary=x',
    'application/json; charset=utf-16',
    'x',
    '',
  ],
  'content-encoding': ['gzip', 'br', 'identity', 'x'],
  'accept-language': ['de', 'xx-YY', '*', ';q=9'],
  'if-modified-since': ['Tue, 10 Aug 2015 00:00:00 GMT', 'x'],
  origin: ['null', 'http://evil.example', 'http://127.0.0.1'],
  'sec-fetch-site': ['cross-site', 'same-origin', 'x'],
  'sforce-query-options': ['batchSize=200', 'batchSize=0', 'batchSize=-1', 'batchSize=x', 'x'],
  'sforce-call-options': ['client=x', 'defaultNamespace=x', '=;='],
  'x-http-method-override': ['DELETE', 'x'],
  soapaction: ['""', 'login', 'x'],
};

const encoded = (it: string): string => encodeURIComponent(wellFormed(it)).slice(0, 8_000);
const segment = text.map((it) => (it === '' ? 'x' : encoded(it)));

function pathOf({ pattern }: FuzzRoute, world: World): fc.Arbitrary<string> {
  const names = world.objects.map(({ name }) => name);
  const ids = [...world.ids, '001000000000000AAA'];
  const known: Readonly<Record<string, fc.Arbitrary<string>>> = {
    ':version': often(
      fc.constant(pattern.includes('/Soap/') ? '67.0' : 'v67.0'),
      fc.oneof(fc.constantFrom('v30.0', 'v99.0', 'v0', 'v67', 'v67.0x'), segment),
    ),
    ':object': often(fc.constantFrom(...names), segment),
    ':id': often(fc.constantFrom(...ids), segment),
    ':field': often(fc.constantFrom('Id', 'Name', 'Email', 'Username'), segment),
    ':value': fc.oneof(fc.constantFrom(...ids), segment),
    ':job': often(fc.constantFrom(...world.jobs), segment),
    ':user': often(fc.constantFrom(...ids), segment),
    ':locator': segment,
  };
  const rest =
    world.apexPaths.length > 0 && pattern.includes('apexrest')
      ? fc.oneof(
          fc.constantFrom(...world.apexPaths).map((it) => it.replace(/^\/|\*$/g, '')),
          segment,
        )
      : segment;
  const parts = pattern.split('/').map((it) => (it.startsWith('*') ? rest : it.startsWith(':') ? (known[it] ?? segment) : fc.constant(it)));
  return fc.tuple(...parts).map((it) => it.join('/') || '/');
}

/** Forms in which a path may come that mean the same, something else, or nothing. */
function mutatedPath(path: string): fc.Arbitrary<string> {
  const piece = fc.constantFrom('/', '//', '/./', '/../', '/%2e%2e/', '%2f', '%00', '%', '%ff', ';', '\\', '/x', '.json', '?', '#');
  const inserted = fc.tuple(fc.nat(path.length), piece).map(([at, it]) => path.slice(0, at) + it + path.slice(at));
  return fc.oneof(inserted, fc.constantFrom(path.toUpperCase(), `${path}/`, `/${path}`, path.slice(0, -1) || '/', `${path}/x`));
}

function queryOf({ pattern }: FuzzRoute, world: World): fc.Arbitrary<string> {
  const values: Readonly<Record<string, fc.Arbitrary<string>>> = {
    q: soql(world),
    ids: fc.array(fc.constantFrom(...world.ids), { maxLength: 3 }).map((it) => it.join(',')),
    fields: fc.constantFrom('Name', 'Id,Name', 'Name,,', 'Nope__c'),
    anonymousBody: fc.oneof(
      fc.constantFrom(
        'Integer i = 1;',
        'throw new MathException();',
        'insert new Account();',
        'Integer i = 1 / 0;',
        'x',
        'String s = null; s.length();',
      ),
      text,
    ),
    allOrNone: fc.constantFrom('true', 'false', 'x'),
    maxRecords: fc.constantFrom('1', '0', '-1', 'x', '1e9', '999999999999'),
    locator: text,
    startURL: fc.oneof(fc.constantFrom('/lightning', '//evil.example', 'https://evil.example', '/\\evil.example'), text),
    size: text,
    retURL: text,
  };
  const needed =
    pattern.endsWith('/query') || pattern.endsWith('/queryAll') ? ['q'] : pattern.endsWith('executeAnonymous') ? ['anonymousBody'] : [];
  const names = fc.subarray(Object.keys(values), { maxLength: 2 }).map((it) => [...new Set([...needed, ...it])]);
  return names
    .chain((some) => fc.tuple(...some.map((name) => often(values[name] ?? text, text).map((it) => `${name}=${encoded(it)}`))))
    .map((it) => (it.length > 0 ? `?${it.join('&')}` : ''));
}

function bodyOf(route: FuzzRoute, world: World): fc.Arbitrary<{ bytes: Uint8Array; type: string } | null> {
  const usual = bodyFor(route, world);
  if (usual === null) return fc.constant(null);
  const odd = json.map((it): Body => ({ text: toJson(it), type: 'application/json' }));
  // Any other object as a body would run all tests of the project.
  if (route.pattern.endsWith('/runTestsSynchronous')) return usual.map((it) => ({ bytes: Buffer.from(it.text), type: it.type }));
  return often(usual, odd).chain(({ text: it, type }) => damaged(fc.constant(it)).map((bytes) => ({ bytes, type })));
}

const senderOf = (world: World): fc.Arbitrary<Sender> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...world.aliases).map((alias) => ({ alias })) },
    { weight: 4, arbitrary: fc.constant({ alias: world.aliases[0] ?? '' }) },
    { weight: 1, arbitrary: fc.constantFrom('nobody' as const, 'stranger' as const) },
  );
