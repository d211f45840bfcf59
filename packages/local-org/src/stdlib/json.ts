import { ApexList, ApexMap } from '../kernel/collections';
import { fail, need } from '../kernel/fail';
import { parseJson, type JsonBuilder } from '../kernel/json-parse';
import { writeJson, type JsonOptions } from '../kernel/json-write';
import { RuntimeType } from '../kernel/types';
import { generatorMembers } from './json-generator';
import { parserMembers } from './json-parser';
import type { StdlibPorts } from './ports';
import { members, merge, type Theme } from './registry';

const UNTYPED_MAP = RuntimeType.parse('Map<String,Object>');
const UNTYPED_LIST = RuntimeType.parse('List<Object>');

/** Builds what `deserializeUntyped` gives: `Map<String, Object>` and `List<Object>`. */
const untypedBuilder: JsonBuilder = {
  object(entries) {
    const map = new ApexMap<string, unknown>(UNTYPED_MAP);
    for (const [key, value] of entries) map.entries.set(key, [key, value]);
    return map;
  },
  array: (items) => new ApexList(UNTYPED_LIST, items),
};

const source = (text: string | null): string => text ?? fail('System.NullPointerException', 'null input to JSON parser');

/** The platform reads by the type: where a list has to begin, what follows a wrong beginning is not read any more. */
function parsed(text: string | null, type: RuntimeType): unknown {
  if ((type.name === 'List' || type.name === 'Set') && /^\s*[^\s[n]/.test(source(text)))
    fail('System.JSONException', "Malformed JSON: Expected '[' at the beginning of List/Set");
  return parseJson(source(text));
}

/** `JSON`, `JSONGenerator` and `JSONParser`. */
export function json(ports: StdlibPorts): Theme {
  const write = (value: unknown, options: JsonOptions): string =>
    writeJson(value, { ...options, apiVersion: ports.transaction().apiVersion });
  return merge(
    members('System.JSON', {
      'serialize/1': (value: unknown) => write(value, {}),
      'serialize/2': (value: unknown, suppressNulls: boolean) => write(value, { suppressNulls }),
      'serializePretty/1': (value: unknown) => write(value, { pretty: true }),
      'serializePretty/2': (value: unknown, suppressNulls: boolean) => write(value, { pretty: true, suppressNulls }),
      'deserialize/2': (text: string, type: RuntimeType) => ports.program().fromJson(parsed(text, need(type)), type.text),
      'deserializeStrict/2': (text: string, type: RuntimeType) => ports.program().fromJson(parsed(text, need(type)), type.text, true),
      'deserializeUntyped/1': (text: string) => parseJson(source(text), untypedBuilder),
    }),
    generatorMembers,
    parserMembers(ports),
  );
}
