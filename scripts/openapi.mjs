/**
 * Writes docs/openapi.json, OpenAPI 3.1 of the API that docs/api.md tells about, out of the Apex that answers, and its copy that the org serves
 * (`GET .../provisioning/v1/openapi`). Without `--write` it says whether both are as the Apex has it now.
 *
 * Usage: node scripts/openapi.mjs [--write]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { routesOf } from './openapi/routes.mjs';
import { ApexSchemas } from './openapi/schemas.mjs';

const root = resolve(import.meta.dirname, '..');
export const BASE = '/provisioning/v1';
export const FILES = ['docs/openapi.json', 'force-app/main/edge/staticresources/ProvisioningOpenApi.json'];

const PROBLEMS = {
  400: 'The call as a whole makes no sense, or the settings do not hold',
  401: 'No session, or one that is over: the platform says so',
  403: 'The message names the missing permission',
  404: 'No such resource, process, employee or app',
  409: 'Something stands in the way',
  500: 'A mistake of ours',
};
const error = {
  type: 'object',
  properties: {
    errorCode: { type: 'string' },
    message: { type: 'string' },
    fields: { type: 'array', items: { type: 'string' } },
    processId: { type: ['string', 'null'] },
  },
  required: ['errorCode', 'message'],
};

const json = (schema) => ({ 'application/json': { schema } });

export function openApi() {
  const apex = new ApexSchemas(root);
  const routes = routesOf(apex);
  requireAllResources(apex, routes);
  const paths = {};
  for (const one of routes) (paths[one.path] ??= {})[one.method.toLowerCase()] = operation(one);
  return {
    openapi: '3.1.0',
    info: {
      title: 'User Provisioning Console for Salesforce',
      version: 'v1',
      description: 'Apex REST; docs/api.md says what the calls mean. `/apps` and `/requests` come with the package connected-apps.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: `/services/apexrest${BASE}` }],
    security: [{ session: [] }],
    paths,
    components: {
      securitySchemes: { session: { type: 'http', scheme: 'bearer', description: 'An access token or session id of the org' } },
      responses: Object.fromEntries(
        Object.entries(PROBLEMS).map(([status, description]) => [
          status,
          { description, content: json({ type: 'array', items: { $ref: '#/components/schemas/Error' } }) },
        ]),
      ),
      schemas: { ...sorted(used(apex.components, paths)), Error: error },
    },
  };
}

function operation({ method, path, summary, permission, answers, query, body }) {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  const parameters = [
    ...names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
    ...query.map((name) => ({ name, in: 'query', schema: { type: name === 'limit' ? 'integer' : 'string' } })),
  ];
  const good = Object.entries(answers).map(([status, schema]) => [status, { description: summary, content: json(schema) }]);
  const bad = Object.keys(PROBLEMS).map((status) => [status, { $ref: `#/components/responses/${status}` }]);
  return {
    operationId: operationId(method, path),
    summary,
    description: `Permission: ${permission}.`,
    tags: [path.split('/')[1]],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: { required: body.required.length > 0, content: json(bodySchema(body, `${method} ${path}`)) } } : {}),
    responses: Object.fromEntries([...good, ...bad]),
  };
}

function bodySchema({ properties, names, required }, where) {
  const described = Object.keys(properties).sort();
  if (JSON.stringify(described) !== JSON.stringify([...names].sort())) {
    throw new Error(`${where}: Apex takes ${names.join(', ')}; scripts/openapi/routes.mjs describes ${described.join(', ')}`);
  }
  return { type: 'object', properties, ...(required.length > 0 ? { required } : {}), additionalProperties: false };
}

const operationId = (method, path) =>
  [method.toLowerCase(), ...path.split(/[/-]/).filter(Boolean)]
    .map((part, i) => {
      const word = part.replace(/\W/g, '');
      return i === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1);
    })
    .join('');

/** Each verb of each REST class has a call here, and each call has a class. */
function requireAllResources(apex, routes) {
  const stem = (path) => path.split('/')[1].replace('*', '');
  const served = new Set(
    apex.resources(BASE).flatMap(({ mapping, verbs }) => verbs.map((verb) => `${verb.toUpperCase()} /${stem(mapping)}`)),
  );
  const described = new Set(routes.map(({ method, path }) => `${method} /${stem(path)}`));
  const missing = [...served].filter((one) => !described.has(one));
  const invented = [...described].filter((one) => !served.has(one));
  if (missing.length + invented.length > 0)
    throw new Error(`Not in routes.mjs: ${missing.join(', ') || 'nothing'}; not in Apex: ${invented.join(', ') || 'nothing'}`);
}

/** The schemas that the paths lead to. */
function used(components, paths) {
  const found = {};
  const look = (value) => {
    for (const [, name] of JSON.stringify(value).matchAll(/#\/components\/schemas\/(\w+)/g)) {
      if (found[name] || !components[name]) continue;
      found[name] = components[name];
      look(components[name]);
    }
  };
  look(paths);
  return found;
}

const sorted = (object) => Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));

export async function openApiText() {
  const file = join(root, FILES[0]);
  return format(JSON.stringify(openApi()), { ...(await resolveConfig(file)), filepath: file });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const text = await openApiText();
  if (process.argv.includes('--write')) for (const file of FILES) writeFileSync(join(root, file), text);
  else {
    const stale = FILES.filter((file) => readFileSync(join(root, file), 'utf8') !== text);
    if (stale.length > 0) {
      console.error(`Not as the Apex has it: ${stale.join(', ')}. Run node scripts/openapi.mjs --write`);
      process.exit(1);
    }
    console.log('docs/openapi.json is as the Apex has it');
  }
}
