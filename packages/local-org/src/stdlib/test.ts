import { parse } from 'csv-parse/sync';
import { ApexList } from '../kernel/collections';
import { parseDecimal, toInt32 } from '../kernel/decimals';
import { fail, need, unsupported } from '../kernel/fail';
import { SObject } from '../kernel/sobject';
import { objectTypeOf } from '../kernel/sobject-access';
import { type SObjectTypeToken } from '../kernel/tokens';
import { RuntimeType } from '../kernel/types';
import type { ApexDatetime } from '../kernel/values';
import type { Field } from '../schema/model';
import { currentCaller } from '../kernel/caller';
import { Bean } from './bean';
import { dateOf } from './date';
import { datetimeOfText } from './datetime';
import { HTTP_MOCK } from './http';
import { idOf } from './id';
import type { StdlibPorts } from './ports';
import { members, merge, type Theme } from './registry';

/** `Test`. */
export function tests(ports: StdlibPorts): Theme {
  const inTest = (): StdlibPorts['tests'] => {
    if (!ports.tests.running) fail('System.UnexpectedException', 'Test methods can be called only from Apex tests');
    return ports.tests;
  };
  return merge(testMembers(ports, inTest), broker(inTest), connect(ports));
}

/** A test that does not see the org's data may not use Connect in Apex (Apex Developer Guide, "Testing ConnectApi Code"). */
function connect(ports: StdlibPorts): Theme {
  return members('ConnectApi.ChatterUsers', {
    'getFollowings/2': () => {
      if (!ports.tests.running) unsupported('ConnectApi.ChatterUsers.getFollowings');
      fail(
        'System.UnsupportedOperationException',
        'ConnectApi methods are not supported in data siloed tests. Please use @IsTest(SeeAllData=true).',
      );
    },
  });
}

/** `Test.getEventBus()`. */
function broker(inTest: () => StdlibPorts['tests']): Theme {
  return members('EventBus.TestBroker', {
    'deliver/0': () => inTest().deliverEvents('success'),
    'fail/0': () => inTest().deliverEvents('failure'),
  });
}

function testMembers(ports: StdlibPorts, inTest: () => StdlibPorts['tests']): Theme {
  return members('System.Test', {
    'isRunningTest/0': () => ports.tests.running,
    'startTest/0': () => inTest().start(),
    'stopTest/0': () => inTest().stop(),
    'setMock/2': (type: RuntimeType, mock: unknown) => {
      if (need(type).name.replace(/^System\./, '') !== 'HttpCalloutMock') unsupported(`mocks of ${type.text}`);
      inTest().state.set(HTTP_MOCK, need(mock));
    },
    // Groups are always up to date here; rights are read again, as after the platform's recalculation.
    'calculatePermissionSetGroup/1': () => {
      inTest();
      ports.transaction().access.invalidate();
    },
    'createStub/2': (type: RuntimeType, provider: unknown) => {
      const program = ports.program();
      return program.createStub(need(type).text, (stub, method, args) =>
        program.invoke(need(provider), 'handleMethodCall', [
          stub,
          method.name,
          RuntimeType.parse(method.returnType),
          ApexList.ofType(
            'System.Type',
            method.parameters.map((one) => RuntimeType.parse(one.type)),
          ),
          ApexList.ofType(
            'String',
            method.parameters.map((one) => one.name),
          ),
          ApexList.ofType('Object', [...args]),
        ]),
      );
    },
    'getEventBus/0': () => {
      inTest();
      return new Bean('EventBus.TestBroker');
    },
    'setCreatedDate/2': (id: string, date: ApexDatetime) => inTest().setCreatedDate(need(id), need(date).ms),
    'loadData/2': (type: SObjectTypeToken, resource: string) => {
      const caller = currentCaller();
      const bytes = inTest().staticResource(need(resource)) ?? fail('System.UnexpectedException', `Static resource not found: ${resource}`);
      const records = readCsv(need(type), new TextDecoder().decode(bytes));
      ports.data.dml('insert', records, { mode: 'system', sharing: caller.sharing, allOrNone: true });
      return new ApexList(RuntimeType.of('List', RuntimeType.of(type.shape.name)), records);
    },
  });
}

/** Records out of CSV text; columns are field API names. */
function readCsv(type: SObjectTypeToken, text: string): SObject[] {
  const object = objectTypeOf(type.shape) ?? fail('System.UnexpectedException', `${type.shape.name} cannot be loaded`);
  const rows = parse(text, { columns: true, skip_empty_lines: true, bom: true }) as Record<string, string>[];
  return rows.map((row) => {
    const record = new SObject(object);
    for (const [name, value] of Object.entries(row)) {
      const field = object.field(name.trim()) ?? fail('System.UnexpectedException', `Invalid field ${name} for ${object.name}`);
      if (value !== '') record.values[field.slot] = fromText(field, value);
    }
    return record;
  });
}

function fromText(field: Field, text: string): unknown {
  switch (field.type) {
    case 'boolean':
      return text.toLowerCase() === 'true' || text === '1';
    case 'int':
      return toInt32(parseDecimal(text) ?? fail('System.TypeException', `Invalid integer: ${text}`));
    case 'double':
    case 'currency':
    case 'percent':
      return parseDecimal(text) ?? fail('System.TypeException', `Invalid decimal: ${text}`);
    case 'date':
      return dateOf(text);
    case 'datetime':
      return datetimeOfText(text);
    case 'id':
    case 'reference':
      return idOf(text);
    default:
      return text;
  }
}
