import type { DmlRowResult } from '../data/port';
import { ApexList } from '../kernel/collections';
import { enumConstant } from '../kernel/enums';
import type { DmlRowError } from '../kernel/exceptions';
import { Bean, beanMembers } from './bean';
import { registerJsonForm } from '../kernel/native-json';
import { members, merge, type Theme } from './registry';

/** A `Database.Error` out of a row's error. */
export function errorObject(error: Pick<DmlRowError, 'statusCode' | 'message' | 'fields'>): Bean {
  return new Bean('Database.Error', {
    Message: error.message,
    StatusCode: enumConstant('System.StatusCode', error.statusCode),
    Fields: ApexList.ofType('String', [...error.fields]),
  });
}

export type ResultType =
  'Database.SaveResult' | 'Database.UpsertResult' | 'Database.DeleteResult' | 'Database.UndeleteResult' | 'Database.EmptyRecycleBinResult';

/** A `Database.SaveResult` and its kin. */
export function resultObject(type: ResultType, row: DmlRowResult): Bean {
  return new Bean(type, {
    Id: row.id,
    Success: row.success,
    Created: row.created,
    Errors: ApexList.ofType('Database.Error', row.errors.map(errorObject)),
  });
}

const result = (type: string): Theme => beanMembers(type, ['Id', 'isSuccess', 'Errors'], { getters: true });

/** Results of `Database` methods. */
export const results: Theme = merge(
  result('Database.SaveResult'),
  result('Database.UpsertResult'),
  members('Database.UpsertResult', {
    'isCreated/0': (bean: Bean) => bean.get('Created'),
    'get:Created': (bean: Bean) => bean.get('Created'),
  }),
  result('Database.DeleteResult'),
  result('Database.UndeleteResult'),
  result('Database.EmptyRecycleBinResult'),
  beanMembers('Database.Error', ['Message', 'StatusCode', 'Fields'], { getters: true }),
);

// Code under test is often given results that were made from JSON, because Apex cannot construct them.
const OUTCOME = { id: 'Id', success: 'Boolean', errors: 'List<Database.Error>' };
const forms: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'Database.SaveResult': OUTCOME,
  'Database.UpsertResult': { ...OUTCOME, created: 'Boolean' },
  'Database.DeleteResult': OUTCOME,
  'Database.UndeleteResult': OUTCOME,
  'Database.EmptyRecycleBinResult': OUTCOME,
  'Database.Error': { message: 'String', statusCode: 'System.StatusCode', fields: 'List<String>' },
};
for (const [type, own] of Object.entries(forms)) {
  registerJsonForm(type, { members: own, make: (values) => new Bean(type, Object.fromEntries(values)) });
}
