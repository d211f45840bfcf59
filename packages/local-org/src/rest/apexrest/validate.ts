import type { ClassInfo, MethodInfo } from '../../apex/port';
import { ApexException } from '../../kernel/exceptions';
import type { Call } from '../shared/call';
import { restError, type RestError } from '../shared/errors';
import { parseJsonObject } from '../shared/json';
import { apexError, noAccess, noMatch, unexpectedParameter, unsupportedMedia, wrongMethod } from './errors';

export interface Resource {
  readonly info: ClassInfo;
  readonly method: MethodInfo;
  /** Mapping with the path before it, for example `/services/apexrest/provisioning/v1/*`: RestRequest.resourcePath. */
  readonly resourcePath: string;
}

const BASE = '/services/apexrest';

/** The class and method that serve a path. An exact mapping wins over wildcards, a longer wildcard over a shorter one. */
export function findResource(call: Call, path: string): Resource {
  const { classes, leftOut } = call.org.program.program;
  const mapped = [
    ...classes.map((info) => ({ name: info.name, info, mapping: mappingOf(info) })),
    ...leftOut.map(({ name, urlMapping }) => ({ name, info: null, mapping: urlMapping })),
  ]
    .filter((entry): entry is Mapped => entry.mapping !== null && covers(entry.mapping, path))
    .sort((a, b) => Number(a.mapping.endsWith('*')) - Number(b.mapping.endsWith('*')) || b.mapping.length - a.mapping.length);
  const found = mapped[0];
  if (!found) throw noMatch();
  const { name, info, mapping } = found;
  if (!call.org.access.canExecuteClass(call.user.userId, name)) throw noAccess(name);
  if (!info) throw refusal(call, name);
  const method = info.methods.find((m) => m.isStatic && m.annotations.some((a) => a.name === `http${call.method.toLowerCase()}`));
  if (!method) throw wrongMethod(call.method, verbsOf(info));
  return { info, method, resourcePath: `${BASE}${mapping}` };
}

interface Mapped {
  readonly name: string;
  /** Null when the class does not compile. */
  readonly info: ClassInfo | null;
  readonly mapping: string;
}

/** The compile error of a class that was left out of the program. */
function refusal(call: Call, name: string): RestError {
  try {
    call.org.program.requireCompiled(name);
  } catch (error) {
    if (error instanceof ApexException) return apexError(error);
    throw error;
  }
  throw new Error(`${name} was left out of the program, which knows nothing of it`);
}

function mappingOf(info: ClassInfo): string | null {
  return info.annotations.find((a) => a.name === 'restresource')?.parameters['urlmapping'] ?? null;
}

/** Mappings are case-sensitive; a wildcard stands at the end and covers the path before it too. */
function covers(mapping: string, path: string): boolean {
  if (!mapping.endsWith('/*')) return mapping === path;
  const stem = mapping.slice(0, -2);
  return path === stem || path.startsWith(`${stem}/`);
}

function verbsOf(info: ClassInfo): string[] {
  const verbs = info.methods.flatMap((m) => m.annotations.map((a) => /^http(get|post|put|patch|delete)$/.exec(a.name)?.[1]));
  return verbs
    .filter((verb) => verb !== undefined)
    .map((verb) => verb.toUpperCase())
    .sort();
}

/** Arguments by name from a JSON body; absent ones are null, unknown ones refused. */
export function argumentsOf(call: Call, method: MethodInfo): readonly unknown[] {
  if (method.parameters.length === 0) return [];
  if (call.body.length === 0) return method.parameters.map(() => null);
  const type = call.headers['content-type'] ?? 'application/json';
  if (!/^application\/json\b/i.test(type)) throw unsupportedMedia(type);
  const body = parseJsonObject(call.body);
  const unknown = Object.keys(body).find((key) => !method.parameters.some((p) => p.name.toLowerCase() === key.toLowerCase()));
  if (unknown !== undefined) throw unexpectedParameter(unknown);
  return method.parameters.map((parameter) => {
    const key = Object.keys(body).find((k) => k.toLowerCase() === parameter.name.toLowerCase());
    return key === undefined ? null : converted(call, body[key], parameter.type);
  });
}

function converted(call: Call, json: unknown, type: string): unknown {
  try {
    return call.org.program.fromJson(json, type);
  } catch (error) {
    if (error instanceof ApexException && error.typeName === 'System.JSONException')
      throw restError(400, 'JSON_PARSER_ERROR', error.message);
    throw error;
  }
}
