import { ApexMap } from '../kernel/collections';
import { need } from '../kernel/fail';
import type { ApexEnumValue } from '../kernel/values';
import { Bean, beanMembers } from './bean';
import { members, merge, type Theme } from './registry';

const NAMESPACE = 'Process';
const RESULT = `${NAMESPACE}.PluginResult`;
const REQUEST = `${NAMESPACE}.PluginRequest`;
const DESCRIBE = `${NAMESPACE}.PluginDescribeResult`;
export const INPUT = `${DESCRIBE}.InputParameter`;
export const OUTPUT = `${DESCRIBE}.OutputParameter`;

type Parameters_ = ApexMap<string, unknown>;

/** What goes into and comes out of an action of a flow (Apex Reference, Process namespace). */
export const processPlugins: Theme = merge(
  beanMembers(REQUEST, ['inputParameters']),
  members(REQUEST, { '<init>/1': (inputParameters: Parameters_) => new Bean(REQUEST, { inputParameters: need(inputParameters) }) }),
  beanMembers(RESULT, ['outputParameters']),
  members(RESULT, {
    '<init>/1': (outputParameters: Parameters_) => new Bean(RESULT, { outputParameters: need(outputParameters) }),
    '<init>/2': (key: string, value: unknown) => {
      const outputParameters = ApexMap.ofType<string, unknown>('String', 'Object');
      outputParameters.entries.set(need(key), [key, value]);
      return new Bean(RESULT, { outputParameters });
    },
  }),
  beanMembers(DESCRIBE, ['description', 'inputParameters', 'name', 'outputParameters', 'tag']),
  members(DESCRIBE, { '<init>/0': () => new Bean(DESCRIBE) }),
  beanMembers(INPUT, ['description', 'name', 'parameterType', 'required']),
  members(INPUT, {
    '<init>/3': (name: string, parameterType: ApexEnumValue, required: boolean) => new Bean(INPUT, { name, parameterType, required }),
    '<init>/4': (name: string, description: string, parameterType: ApexEnumValue, required: boolean) =>
      new Bean(INPUT, { name, description, parameterType, required }),
  }),
  beanMembers(OUTPUT, ['description', 'name', 'parameterType']),
  members(OUTPUT, {
    '<init>/2': (name: string, parameterType: ApexEnumValue) => new Bean(OUTPUT, { name, parameterType }),
    '<init>/3': (name: string, description: string, parameterType: ApexEnumValue) => new Bean(OUTPUT, { name, description, parameterType }),
  }),
);

/** An empty description of a plugin. */
export const describeResult = (values: Readonly<Record<string, unknown>> = {}): Bean => new Bean(DESCRIBE, values);
