import fc from 'fast-check';
import { fitting } from './fields';
import type { FuzzRoute } from './routes';
import { soql } from './soql';
import { json, scalar, text, toJson, wellFormed } from './values';
import { DATA, type ObjectInfo, type World } from './world';

export interface Body {
  readonly text: string;
  readonly type: string;
}

const asJson = (value: fc.Arbitrary<unknown>): fc.Arbitrary<Body> => value.map((it) => ({ text: toJson(it), type: 'application/json' }));

const asForm = (fields: fc.Arbitrary<Record<string, string>>): fc.Arbitrary<Body> =>
  fields.map((it) => ({ text: new URLSearchParams(it).toString(), type: 'application/x-www-form-urlencoded' }));

/** Bodies that are nearly what a route takes, told by the end of its pattern; null for routes that take none. */
export function bodyFor({ method, pattern }: FuzzRoute, world: World): fc.Arbitrary<Body> | null {
  if (method === 'GET' || method === 'DELETE' || method === 'HEAD') return null;
  const end = pattern.replace('/services/data/:version', '').replace(/^\/__local/, '');
  const make = BODIES[end] ?? BODIES[end.replace(/\/[:*]\w+$/, '/:')];
  return make ? make(world) : asJson(json);
}

const BODIES: Readonly<Record<string, (world: World) => fc.Arbitrary<Body>>> = {
  '/sobjects/:': (world) => asJson(anyRecord(world, false)),
  '/sobjects/:object/:': (world) => asJson(anyRecord(world, false)),
  '/sobjects/:object/:field/:': (world) => asJson(anyRecord(world, false)),
  '/composite': (world) => asJson(composite(world)),
  '/composite/batch': (world) => asJson(batch(world)),
  '/composite/sobjects': (world) => asJson(records(world)),
  '/composite/sobjects/:': () => asJson(fc.record({ ids: fc.array(text, { maxLength: 5 }), fields: fc.array(text, { maxLength: 5 }) })),
  '/composite/sobjects/:object/:': (world) => asJson(records(world)),
  '/composite/tree/:': (world) => asJson(tree(world)),
  '/jobs/ingest': (world) => asJson(ingestJob(world)),
  '/jobs/ingest/:': () => asJson(fc.record({ state: fc.oneof(fc.constantFrom('UploadComplete', 'Aborted', 'Open'), json) })),
  '/jobs/ingest/:job/batches': (world) => csv(world).map((it) => ({ text: it, type: 'text/csv' })),
  '/jobs/query': (world) => asJson(fc.record({ operation: fc.constantFrom('query', 'queryAll', 'x'), query: fc.oneof(soql(world), json) })),
  '/jobs/query/:': () => asJson(fc.record({ state: fc.oneof(fc.constantFrom('Aborted'), json) })),
  // Never without names: that would run all tests of the project.
  '/tooling/runTestsSynchronous': () =>
    asJson(fc.record({ tests: fc.array(fc.record({ className: text }), { minLength: 1, maxLength: 3 }) })),
  '/services/oauth2/token': (world) => asForm(grant(world)),
  '/services/oauth2/revoke': () => asForm(fc.record({ token: text })),
  '/login': (world) => asForm(grant(world)),
  '/services/Soap/u/:version/:': (world) => envelope(world).map((it) => ({ text: it, type: 'text/xml' })),
  '/aura/apex': (world) => asJson(apexCall(world)),
  '/ui/call': (world) => asJson(uiCall(world)),
  '/clock': () => asJson(fc.record({ advance: fc.oneof(fc.constantFrom(0, 1, '1m', '1h'), json) })),
  '/jobs/run': () => asJson(fc.record({ max: fc.oneof(fc.constantFrom(1, 5), json) })),
  '/seed': () => asJson(fc.record({ files: fc.oneof(fc.array(text, { minLength: 1, maxLength: 3 }), json) })),
  '/email': () => asJson(fc.record({ deliverability: fc.oneof(fc.constantFrom('all', 'none'), json) })),
};

const objectOf = (world: World): fc.Arbitrary<ObjectInfo> => fc.constantFrom(...world.objects);

/** Some fields of an object with values that fit or do not, and now and then a key that is no field. */
function anyRecord(world: World, attributes: boolean): fc.Arbitrary<Record<string, unknown>> {
  return objectOf(world).chain((object) => {
    const entry = fc.constantFrom(...object.fields).chain((field) => {
      const fits = fitting(field);
      const value = fits === null ? json : fc.oneof({ weight: 3, arbitrary: fits }, { weight: 1, arbitrary: json });
      return value.map((it): [string, unknown] => [field.name, it]);
    });
    const odd = fc.tuple(text, json).map((it): [string, unknown] => it);
    const entries = fc.array(fc.oneof({ weight: 9, arbitrary: entry }, { weight: 1, arbitrary: odd }), { maxLength: 6 });
    return entries.map((it) => ({
      ...(attributes ? { attributes: { type: object.name, referenceId: 'r1' } } : {}),
      ...Object.fromEntries(it),
    }));
  });
}

const records = (world: World): fc.Arbitrary<unknown> =>
  fc.record({
    allOrNone: fc.oneof(fc.boolean(), json),
    records: fc.array(fc.oneof({ weight: 9, arbitrary: anyRecord(world, true) }, { weight: 1, arbitrary: json }), { maxLength: 5 }),
  });

const tree = (world: World): fc.Arbitrary<unknown> => fc.record({ records: fc.array(anyRecord(world, true), { maxLength: 4 }) });

const subUrl = (world: World): fc.Arbitrary<string> =>
  fc.oneof(
    fc.tuple(objectOf(world), fc.constantFrom(...world.ids, '@{a.id}')).map(([object, id]) => `${DATA}/sobjects/${object.name}/${id}`),
    objectOf(world).map(({ name }) => `${DATA}/sobjects/${name}`),
    soql(world).map((it) => `${DATA}/query?q=${encodeURIComponent(wellFormed(it))}`),
    text,
  );

const method = fc.constantFrom('GET', 'POST', 'PATCH', 'DELETE', 'PUT', 'HEAD', 'get', 'x');

function composite(world: World): fc.Arbitrary<unknown> {
  const part = fc.record({
    method,
    url: subUrl(world),
    referenceId: fc.oneof(fc.constantFrom('a', 'b', 'c'), text),
    body: anyRecord(world, false),
  });
  return fc.record({
    allOrNone: fc.boolean(),
    compositeRequest: fc.array(fc.oneof({ weight: 9, arbitrary: part }, { weight: 1, arbitrary: json }), { maxLength: 5 }),
  });
}

function batch(world: World): fc.Arbitrary<unknown> {
  const part = fc.record({ method, url: subUrl(world), richInput: anyRecord(world, false) });
  return fc.record({ haltOnError: fc.boolean(), batchRequests: fc.array(part, { maxLength: 5 }) });
}

const uiCall = (world: World): fc.Arbitrary<unknown> =>
  fc.record({ method, url: subUrl(world), body: fc.oneof(anyRecord(world, false), json) });

const ingestJob = (world: World): fc.Arbitrary<unknown> =>
  fc.record(
    {
      object: fc.oneof(
        objectOf(world).map(({ name }) => name),
        json,
      ),
      operation: fc.oneof(fc.constantFrom('insert', 'update', 'upsert', 'delete', 'hardDelete'), json),
      externalIdFieldName: fc.oneof(fc.constantFrom('Id', 'Name'), json),
      lineEnding: fc.oneof(fc.constantFrom('LF', 'CRLF'), json),
      columnDelimiter: fc.oneof(fc.constantFrom('COMMA', 'TAB', 'PIPE'), json),
    },
    { requiredKeys: ['object', 'operation'] },
  );

function csv(world: World): fc.Arbitrary<string> {
  return objectOf(world).chain((object) => {
    const header = fc.array(
      fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...object.fields.map(({ name }) => name)) }, { weight: 1, arbitrary: text }),
      { maxLength: 4 },
    );
    const cell = fc.oneof(text, scalar.map(String)).map((it) => `"${it.replaceAll('"', '""')}"`);
    const rows = fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 5 });
    return fc
      .tuple(header, rows, fc.constantFrom('\n', '\r\n'))
      .map(([names, lines, end]) => [names.join(','), ...lines.map((it) => it.join(','))].join(end));
  });
}

const grant = (world: World): fc.Arbitrary<Record<string, string>> =>
  fc.record({
    grant_type: fc.oneof(fc.constantFrom('password', 'client_credentials'), text),
    username: fc.oneof(fc.constant(world.login.username), text),
    password: fc.oneof(fc.constant(world.login.password), text),
  });

function envelope(world: World): fc.Arbitrary<string> {
  const escaped = text.map((it) => it.replace(/[<&\0]/g, ' '));
  const login = fc
    .tuple(fc.oneof(fc.constant(world.login.username), escaped), fc.oneof(fc.constant(world.login.password), escaped))
    .map(([name, word]) => `<login xmlns="urn:partner.soap.sforce.com"><username>${name}</username><password>${word}</password></login>`);
  const nested = fc.integer({ min: 1, max: 5_000 }).map((depth) => '<a>'.repeat(depth) + '</a>'.repeat(depth));
  const call = fc.oneof(
    { weight: 4, arbitrary: login },
    { weight: 1, arbitrary: fc.constant('<logout/>') },
    { weight: 1, arbitrary: nested },
    { weight: 1, arbitrary: text },
  );
  return call.map((it) => `<env:Envelope xmlns:env="http://schemas.xmlsoap.org/soap/envelope/"><env:Body>${it}</env:Body></env:Envelope>`);
}

function apexCall(world: World): fc.Arbitrary<unknown> {
  if (world.apex.length === 0) return json;
  return fc.constantFrom(...world.apex).chain(({ className, method: name, parameters }) =>
    fc.record({
      classname: fc.oneof({ weight: 9, arbitrary: fc.constant(className) }, { weight: 1, arbitrary: json }),
      method: fc.oneof({ weight: 9, arbitrary: fc.constant(name) }, { weight: 1, arbitrary: json }),
      params: fc.oneof(
        { weight: 9, arbitrary: fc.record(Object.fromEntries(parameters.map((one) => [one, json]))) },
        { weight: 1, arbitrary: json },
      ),
      cacheable: fc.boolean(),
    }),
  );
}
