import { ApexList, ApexMap } from '../kernel/collections';
import { fail, need } from '../kernel/fail';
import { parseJson, type JsonBuilder } from '../kernel/json-parse';
import { writeJson, type JsonOptions } from '../kernel/json-write';
import type { RuntimeType } from '../kernel/types';
import { generatorMembers } from './json-generator';
import { parserMembers } from './json-parser';
import type { StdlibPorts } from './ports';
import { members, merge, type Theme } from './registry';

/** Builds what `deserializeUntyped` gives: `Map<String, Object>` and `List<Object>`. */
const untypedBuilder: JsonBuilder = {
  object(entries) {
    const map = ApexMap.ofType<string, unknown>('String', 'Object');
    for (const [key, value] of entries) map.entries.set(key, [key, value]);
    return map;
  },
  array: (items) => ApexList.ofType('Object', items),
};

const source = (text: string | null): string => text ?? fail('System.NullPointerException', 'null input to JSON parser');

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
      'deserialize/2': (text: string, type: RuntimeType) => ports.program().fromJson(parseJson(source(text)), need(type).text),
      'deserializeStrict/2': (text: string, type: RuntimeType) => ports.program().fromJson(parseJson(source(text)), need(type).text, true),
      'deserializeUntyped/1': (text: string) => parseJson(source(text), untypedBuilder),
    }),
    generatorMembers,
    parserMembers(ports),
  );
}
