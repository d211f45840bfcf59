import { describe, expect, it } from 'vitest';
import { garageOrg } from '../platform/org';
import { setCaller } from '../../src/kernel/caller';
import { ApexList, ApexMap, ApexSet } from '../../src/kernel/collections';
import { current } from '../../src/kernel/context';
import { parseDecimal } from '../../src/kernel/decimals';
import { enumConstant } from '../../src/kernel/enums';
import { writeJson } from '../../src/kernel/json-write';
import { type SObject } from '../../src/kernel/sobject';
import { toText } from '../../src/kernel/text';
import { SObjectFieldToken, SObjectTypeToken } from '../../src/kernel/tokens';
import { ApexDatetime } from '../../src/kernel/values';
import type { StdlibPorts } from '../../src/stdlib/ports';
import { nativesFor, only, USER } from './natives';

/** Without validation rules, which this data service is not given a formula engine for. */
const org = garageOrg((project, metadata) => [
  project,
  { ...metadata, objects: new Map([...metadata.objects].map(([name, object]) => [name, { ...object, validationRules: [] }])) },
]);
const transaction = () => ({ ...current<object>(), user: () => USER }) as unknown as ReturnType<StdlibPorts['transaction']>;
const call = nativesFor(only<StdlibPorts>({ data: org.data, transaction }));
const within = <T>(body: () => T, user?: string): T =>
  org.transaction(() => {
    setCaller({ className: 'Test', apiVersion: 67, mode: 'user', sharing: true });
    return body();
  }, user);
const repair = (values: Record<string, unknown> = {}) => org.record('Repair__c', values);
const row = (soql: string) => org.data.queryText(soql, new Map(), { mode: 'system', sharing: false })[0]!;

describe('dynamic access to records', () => {
  it('reads and writes by name and token, in any case', () => {
    const record = repair();
    expect(call('SObject.put/2', record, 'plate__C', 'A1')).toBe(null);
    expect(call('SObject.put/2', record, 'Plate__c', 'B2')).toBe('A1');
    const token = SObjectFieldToken.of(record.shape, record.shape.slotOf('Plate__c'));
    expect(call('SObject.get/1', record, token)).toBe('B2');
    expect(call('SObject.isSet/1', record, 'Plate__c')).toBe(true);
    expect(call('SObject.isSet/1', record, 'Notes__c')).toBe(false);
    expect(call('SObject.get/1', record, 'Notes__c')).toBe(null);
    expect(call('SObject.get/1', record, 'Urgent__c')).toBe(false);
    call('SObject.put/2', record, 'Price__c', 5);
    expect(toText(call('SObject.get/1', record, 'Price__c'))).toBe('5');
  });

  it('refuses what is not there or does not fit, in the platform’s words', () => {
    const record = repair();
    expect(() => call('SObject.get/1', record, 'Nope__c')).toThrow('Invalid field Nope__c for Repair__c');
    expect(() => call('SObject.put/2', record, 'Plate__c', 1)).toThrow('Illegal assignment from Integer to String');
    expect(() => call('SObject.put/2', record, 'Customer__c', 'x')).toThrow('Invalid id: x');
    expect(() => call('SObject.put/2', record, 'Id', '001000000000001AAA')).toThrow('Invalid id value for this SObject type');
    expect(() => call('SObject.getSObject/1', record, 'Nope__r')).toThrow('Invalid relationship Nope__r for Repair__c');
    record.readOnly = true;
    expect(() => call('SObject.put/2', record, 'Plate__c', 'x')).toThrow('Record is read-only');
    call('SObject.addError/2', record, 'Plate__c', 'bad');
    expect(call('SObject.hasErrors/0', record)).toBe(true);
    expect(record.errors).toEqual([{ field: 'Plate__c', message: 'bad' }]);
  });

  it('are found in a list by what they hold, null apart from what was never set', () => {
    const list = ApexList.ofType('Repair__c', [repair({ Plate__c: 'A1', Price__c: parseDecimal('1.50') })]);
    const isFound = (values: Record<string, unknown>): unknown => call('List.contains/1', list, repair(values));
    expect(isFound({ Price__c: parseDecimal('1.5'), Plate__c: 'A1' })).toBe(true);
    expect(isFound({ Price__c: parseDecimal('1.5'), Plate__c: 'a1' })).toBe(false);
    expect(isFound({ Plate__c: 'A1' })).toBe(false);
    expect(isFound({ Price__c: parseDecimal('1.5'), Plate__c: 'A1', Notes__c: null })).toBe(false);
  });

  it('knows what a query did not select', () => {
    within(() => {
      call('Database.insert/1', repair({ Plate__c: 'Q1' }));
      const queried = row(
        "SELECT Plate__c, Customer__c, Customer__r.LastName, (SELECT Weight__c FROM Parts__r) FROM Repair__c WHERE Plate__c = 'Q1'",
      );
      expect(() => call('SObject.get/1', queried, 'Notes__c')).toThrow(
        'SObject row was retrieved via SOQL without querying the requested field: Repair__c.Notes__c',
      );
      expect(call('SObject.getSObject/1', queried, 'Customer__r')).toBe(null);
      expect(call('SObject.getSObjects/1', queried, 'Parts__r')).toBe(null);
      const populated = call('SObject.getPopulatedFieldsAsMap/0', queried) as ApexMap;
      expect([...populated.entries.keys()].sort()).toEqual(['Id', 'Plate__c']);
      const copy = call('SObject.clone/0', queried) as SObject;
      expect([copy.id, call('SObject.isClone/0', copy), call('SObject.getCloneSourceId/0', copy)]).toEqual([null, true, queried.id]);
      expect(() => call('SObject.get/1', copy, 'Notes__c')).toThrow('without querying');
    });
  });
});

describe('describe', () => {
  it('finds objects and fields in any case and answers for the running user', () => {
    const describeAs = (user: string) =>
      within(() => {
        const all = call('Schema.getGlobalDescribe/0') as ApexMap;
        expect([...all.entries.keys()]).toContain('repair__c');
        const token = call('Map.get/1', all, 'REPAIR__C');
        expect(token).toBe(SObjectTypeToken.of(org.object('Repair__c')));
        const result = call('Schema:SObjectType.getDescribe/0', token);
        const fields = call('Schema:SObjectTypeFields.getMap/0', call('Schema:DescribeSObjectResult.getFields/0', result));
        const stage = call('Schema:SObjectField.getDescribe/0', call('Map.get/1', fields, 'stage__C'));
        expect(call('Schema:DescribeFieldResult.getType/0', stage)).toBe(enumConstant('Schema.DisplayType', 'PICKLIST'));
        const [first] = (call('Schema:DescribeFieldResult.getPicklistValues/0', stage) as ApexList).items;
        expect([call('Schema:PicklistEntry.getValue/0', first), call('Schema:PicklistEntry.getLabel/0', first)]).toEqual([
          'New',
          'Brand new',
        ]);
        const record = call('Schema:SObjectType.newSObject/2', token, null, true) as SObject;
        expect([record.get('Stage__c'), toText(record.get('Price__c')), record.get('Urgent__c')]).toEqual(['New', '12.50', true]);
        return call('Schema:DescribeSObjectResult.isCreateable/0', result);
      }, user);
    expect(describeAs('admin')).toBe(true);
    expect(describeAs('nobody')).toBe(false);
  });

  it('reads field sets, also through lookups', () => {
    within(() => {
      const result = call('Schema:SObjectType.getDescribe/0', SObjectTypeToken.of(org.object('Repair__c')));
      const sets = call('Schema:SObjectTypeFieldSets.getMap/0', call('Schema:DescribeSObjectResult.getFieldSets/0', result));
      const short = call('Map.get/1', sets, 'SHORT');
      expect(call('Schema:FieldSet.getDescription/0', short)).toBe('On the card');
      const shown = (call('Schema:FieldSet.getFields/0', short) as ApexList).items.map((member) => [
        call('Schema:FieldSetMember.getFieldPath/0', member),
        call('Schema:FieldSetMember.getRequired/0', member),
        String(call('Schema:FieldSetMember.getSObjectField/0', member)),
      ]);
      expect(shown).toEqual([
        ['Plate__c', true, 'Plate__c'],
        ['Customer__r.LastName', false, 'LastName'],
      ]);
    });
  });

  it('always has the Master record type', () => {
    within(() => {
      const result = call('Schema:SObjectType.getDescribe/0', SObjectTypeToken.of(org.object('Repair__c')));
      const [master] = (call('Schema:DescribeSObjectResult.getRecordTypeInfos/0', result) as ApexList).items;
      expect([call('Schema:RecordTypeInfo.getRecordTypeId/0', master), call('Schema:RecordTypeInfo.isMaster/0', master)]).toEqual([
        '012000000000000AAA',
        true,
      ]);
    });
  });
});

describe('Database', () => {
  it('gives one result per row and keeps the good ones', () => {
    within(() => {
      const rows = ApexList.ofType('Repair__c', [repair({ Plate__c: 'D1' }), repair()]);
      const results = (call('Database.insert/2', rows, false) as ApexList).items;
      expect(results.map((result) => call('Database:SaveResult.isSuccess/0', result))).toEqual([true, false]);
      const [error] = (call('Database:SaveResult.getErrors/0', results[1]) as ApexList).items;
      expect(call('Database:Error.getStatusCode/0', error)).toBe(enumConstant('System.StatusCode', 'REQUIRED_FIELD_MISSING'));
      expect(toText(call('Database:Error.getFields/0', error))).toBe('(Plate__c)');
      expect(rows.items[0]!.id).toBe(call('Database:SaveResult.getId/0', results[0]));
    });
  });

  it('throws for all or none, with the rows in the exception', () => {
    within(() => {
      try {
        call('Database.insert/1', repair());
        expect.unreachable();
      } catch (error) {
        expect(call('Exception.getTypeName/0', error)).toBe('System.DmlException');
        expect(call('Exception.getNumDml/0', error)).toBe(1);
        expect(call('Exception.getDmlType/1', error, 0)).toBe(enumConstant('System.StatusCode', 'REQUIRED_FIELD_MISSING'));
        expect(toText(call('Exception.getDmlFieldNames/1', error, 0))).toBe('(Plate__c)');
        expect(() => call('Exception.getDmlIndex/1', error, 1)).toThrow('List index out of bounds: 1');
      }
    });
  });

  it('keeps a mixed list one statement: one count, one rollback, the caller’s row numbers', () => {
    within(() => {
      const limits = current<{ limits: { count(name: 'dml'): number } }>().limits;
      const rows = ApexList.ofType<SObject>('SObject', [org.record('Contact', { LastName: 'Mixed' }), repair()]);
      try {
        call('Database.insert/1', rows);
        expect.unreachable();
      } catch (error) {
        expect(call('Exception.getDmlIndex/1', error, 0)).toBe(1);
      }
      expect(limits.count('dml')).toBe(1);
      expect(rows.items[0]!.id).toBe(null);
      expect(call('Database.countQuery/1', "SELECT count() FROM Contact WHERE LastName = 'Mixed'")).toBe(0);
    });
  });

  it('binds variables of the caller, and only simple ones', () => {
    within(() => {
      call('Database.insert/1', repair({ Plate__c: 'B1' }));
      const variables: Record<string, unknown> = { plate: 'b1' };
      setCaller({ className: 'Test', apiVersion: 67, mode: 'system', sharing: false, variable: (name) => variables[name.toLowerCase()] });
      const soql = "SELECT Id FROM Repair__c WHERE Plate__c = :Plate AND Plate__c != ':no'";
      expect((call('Database.query/1', soql) as ApexList).items).toHaveLength(1);
      expect(call('Database.countQuery/1', 'SELECT count() FROM Repair__c WHERE Plate__c = :plate')).toBe(1);
      expect(() => call('Database.query/1', 'SELECT Id FROM Repair__c WHERE Plate__c = :record.Plate__c')).toThrow(
        'Variable does not exist',
      );
      const binds = ApexMap.ofType<string, unknown>('String', 'Object');
      binds.entries.set('Plate', ['Plate', 'B1']);
      const withBinds = call(
        'Database.queryWithBinds/3',
        'SELECT Id FROM Repair__c WHERE Plate__c = :plate',
        binds,
        call('get:AccessLevel.SYSTEM_MODE'),
      );
      expect((withBinds as ApexList).items).toHaveLength(1);
    });
  });

  it('uses the caller’s mode unless an access level is given', () => {
    within(() => {
      const soql = 'SELECT Id FROM Repair__c';
      expect(() => call('Database.query/1', soql)).toThrow("sObject type 'Repair__c' is not supported");
      expect(call('Database.query/2', soql, call('get:AccessLevel.SYSTEM_MODE'))).toBeInstanceOf(ApexList);
    }, 'nobody');
  });

  it('strips what the user may not use, and says what', () => {
    within(() => {
      const records = ApexList.ofType('Repair__c', [repair({ Plate__c: 'S1', Price__c: parseDecimal('1.00') })]);
      const decision = call('Security.stripInaccessible/2', enumConstant('System.AccessType', 'READABLE'), records);
      expect(toText((call('SObjectAccessDecision.getRecords/0', decision) as ApexList).items)).not.toBe('');
      expect(call('SObjectAccessDecision.getModifiedIndexes/0', decision)).toBeInstanceOf(ApexSet);
    });
    within(() => {
      const records = ApexList.ofType('Repair__c', [repair({ Plate__c: 'S1' })]);
      const type = enumConstant('System.AccessType', 'CREATABLE');
      expect(() => call('Security.stripInaccessible/2', type, records)).toThrow('No access to entity: Repair__c');
      const decision = call('Security.stripInaccessible/3', type, records, false);
      expect(toText(call('SObjectAccessDecision.getRemovedFields/0', decision))).toContain('Repair__c');
    }, 'nobody');
  });
});

describe('custom metadata', () => {
  it('is read without a query', () => {
    within(() => {
      const before = current<{ limits: { count(name: 'queries'): number } }>().limits.count('queries');
      const all = call('CustomMetadata.getAll/1', 'Tariff__mdt') as ApexMap;
      for (const [name] of all.entries.values())
        expect((call('CustomMetadata.getInstance/2', 'tariff__MDT', name) as SObject).get('DeveloperName')).toBe(name);
      expect(call('CustomMetadata.getInstance/2', 'Tariff__mdt', 'Nope')).toBe(null);
      expect(current<{ limits: { count(name: 'queries'): number } }>().limits.count('queries')).toBe(before);
      expect(() => call('CustomMetadata.getAll/1', 'Repair__c')).toThrow('no custom metadata type');
    });
  });
});

describe('JSON of records', () => {
  it('writes attributes, exact numbers and parents', () => {
    const record = repair({
      Plate__c: 'J1',
      Price__c: parseDecimal('1.50'),
      Urgent__c: false,
      CreatedDate: new ApexDatetime(1000),
      Notes__c: null,
    });
    record.related = new Map<string, unknown>([['customer__r', org.record('Contact', { LastName: 'Ng' })]]);
    const text = writeJson(record);
    expect(text).toContain('{"attributes":{"type":"Repair__c"}');
    expect(text).toContain('"Price__c":1.50');
    expect(text).toContain('"CreatedDate":"1970-01-01T00:00:01.000+0000"');
    expect(text).toContain('"Customer__r":{"attributes":{"type":"Contact"},"LastName":"Ng"}');
  });

  it('lays pretty text out as Jackson does', () => {
    const map = ApexMap.ofType<string, unknown>('String', 'Object');
    map.entries.set('a', ['a', ApexList.ofType('Integer', [1, 2])]);
    map.entries.set('b', ['b', ApexMap.ofType('String', 'Object')]);
    map.entries.set('c', ['c', ApexList.ofType('Object', [])]);
    expect(writeJson(map, { pretty: true })).toBe('{\n  "a" : [ 1, 2 ],\n  "b" : { },\n  "c" : [ ]\n}');
    const loop = ApexList.ofType<unknown>('Object', []);
    loop.items.push(loop);
    expect(() => writeJson(loop)).toThrow('cycle');
  });

  it('generates and parses token by token', () => {
    const generator = call('JSON.createGenerator/1', false);
    call('JSONGenerator.writeStartObject/0', generator);
    call('JSONGenerator.writeStringField/2', generator, 'a"', 'x');
    call('JSONGenerator.writeFieldName/1', generator, 'n');
    call('JSONGenerator.writeStartArray/0', generator);
    call('JSONGenerator.writeNumber/1', generator, 1);
    call('JSONGenerator.writeNull/0', generator);
    call('JSONGenerator.writeEndArray/0', generator);
    expect(() => call('JSONGenerator.writeNumber/1', generator, 1)).toThrow('expecting field name');
    call('JSONGenerator.writeEndObject/0', generator);
    const text = call('JSONGenerator.getAsString/0', generator) as string;
    expect(text).toBe('{"a\\"":"x","n":[1,null]}');
    const parser = call('JSON.createParser/1', text);
    const kinds: string[] = [];
    for (let token = call('JSONParser.nextToken/0', parser); token; token = call('JSONParser.nextToken/0', parser)) {
      kinds.push(`${toText(token)} ${toText(call('JSONParser.getText/0', parser))}`);
    }
    expect(kinds).toEqual([
      'START_OBJECT {',
      'FIELD_NAME a"',
      'VALUE_STRING x',
      'FIELD_NAME n',
      'START_ARRAY [',
      'VALUE_NUMBER_INT 1',
      'VALUE_NULL null',
      'END_ARRAY ]',
      'END_OBJECT }',
    ]);
  });
});
