import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseJson as parseApexJson } from '../../src/kernel/json-parse';
import { parseJson, withPlace } from '../../src/rest/shared/json';
import { RestError, ValueError } from '../../src/rest/shared/errors';
import { serveLibrary, type Client, type Served } from './served-org';

let served: Served;
let admin: Client;
beforeAll(async () => {
  served = await serveLibrary();
  admin = await served.signIn('admin');
});
afterAll(() => served.close());

const bytes = (text: string): Uint8Array => Buffer.from(text);
const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

function faultOf(work: () => unknown): RestError {
  try {
    work();
  } catch (error) {
    if (error instanceof RestError) return error;
    throw error;
  }
  throw new Error('It was accepted');
}

describe('JSON as Apex reads it', () => {
  it.each(['""', '"plain, with [ { and é"', '"a \\"quoted\\" word"', '"\\\\"', '"\\u0041\\n"', '[ true ,\tfalse,\r\nnull ]'])(
    '%s',
    (text) => {
      expect(parseApexJson(text)).toEqual(JSON.parse(text));
    },
  );

  it.each(['"', '"open', '"open\\', '"open\\"', '"a\tb"', 'nul', 'truth'])('is refused: %s', (text) => {
    expect(() => parseApexJson(text)).toThrow(/^Unexpected (character|end-of-input)/);
  });
});

describe('JSON that nests deeply', () => {
  it('is read to a thousand levels and refused beyond, with its place', () => {
    expect(JSON.stringify(parseJson(bytes(nested(1000))))).toBe(nested(1000));
    expect(faultOf(() => parseJson(bytes(`\n${nested(1001)}`))).errors).toEqual([
      {
        errorCode: 'JSON_PARSER_ERROR',
        message: 'Document nesting depth (1001) exceeds the maximum allowed (1000) at [line:2, column:1001]',
      },
    ]);
  });

  it('counts brackets outside texts only', () => {
    const body = { Name: `"${'['.repeat(5000)}\\` };
    expect(parseJson(bytes(JSON.stringify(body)))).toEqual(body);
  });

  it('is a fault of the client wherever JSON is taken', async () => {
    const deep = `{"Name":${nested(150_000)}}`;
    const list = `{"records":[{"attributes":{"type":"Book__c"},"Name":${nested(150_000)}}]}`;
    const sub = `{"compositeRequest":[{"method":"POST","referenceId":"a","url":"/services/data/v67.0/sobjects/Book__c","body":${deep}}]}`;
    const tree = `{"records":[{"attributes":{"type":"Book__c","referenceId":"a"},"Name":${nested(150_000)}}]}`;
    const calls = [
      ['POST', 'sobjects/Book__c', deep],
      ['PATCH', 'sobjects/Book__c/Isbn__c/x', deep],
      ['POST', 'composite/sobjects', list],
      ['POST', 'composite', sub],
      ['POST', 'composite/tree/Book__c', tree],
      ['POST', '/services/apexrest/books/1', `{"isbn":${nested(150_000)}}`],
      ['POST', 'jobs/query', deep],
    ] as const;
    for (const [method, path, body] of calls) {
      const answer = await admin.call(method, path, body);
      expect([path, answer.status, answer.body[0].errorCode]).toEqual([path, 400, 'JSON_PARSER_ERROR']);
      expect(answer.body[0].message).toContain('nesting depth (1001)');
    }
  });

  it('throws a JSONException in Apex, and a text of megabytes is read', () => {
    expect(() => parseApexJson(nested(1001))).toThrow('Document nesting depth (1001) exceeds the maximum allowed (1000)');
    expect(parseApexJson(nested(1000))).toBeDefined();
    const text = `${'x'.repeat(2_000_000)}\\"`;
    expect(parseApexJson(`"${text}"`)).toHaveLength(2_000_001);
    expect(() => parseApexJson('"a\nb"')).toThrow('was expecting closing quote for a string value at [line:1, column:1]');
  });
});

describe('a JSON fault', () => {
  it.each([
    ['[1,\n2,,3]', "Unexpected character (',' (code 44)): expected a valid value", '[line:2, column:3]'],
    ['{"a":tru}', "Unexpected character ('t' (code 116)): expected a valid value", '[line:1, column:6]'],
    ['{"a":1', 'Unexpected end-of-input', '[line:1, column:7]'],
    ['{"a":1}x', "Unexpected character ('x' (code 120)): Expected end of input", '[line:1, column:8]'],
    ['["a\\x"]', "Unexpected character ('x' (code 120)): unrecognized character escape", '[line:1, column:5]'],
    ['["a\tb"]', 'Illegal unquoted character ((CTRL-CHAR, code 9))', '[line:1, column:4]'],
    ['[01]', "Unexpected character ('1' (code 49)): was expecting comma to separate ARRAY entries", '[line:1, column:3]'],
    ['[NaN]', "Unexpected character ('N' (code 78)): expected a valid value", '[line:1, column:2]'],
    ['[1e]', "Unexpected character ('e' (code 101)): was expecting comma to separate ARRAY entries", '[line:1, column:3]'],
    ['', 'The HTTP entity body is required', ''],
  ])('of %j is told with its place', (text, message, place) => {
    const [fault] = faultOf(() => parseJson(bytes(text))).errors;
    expect(fault?.message).toContain(message);
    expect(fault?.message).toContain(place);
  });

  it('is found in megabytes, and not by way of copies of them', () => {
    const lines = '1,\n'.repeat(600_000);
    expect(faultOf(() => parseJson(bytes(`[${lines}?`))).message).toContain('[line:600001, column:1]');
    const long = `{"Name":"${'x'.repeat(2_000_000)}","Pages__c":"${'9'.repeat(2_000_000)}x"}`;
    const value = new ValueError('Pages__c', `${'9'.repeat(2_000_000)}x`, 'double', 'VALUE_STRING value 9');
    expect(withPlace(value, bytes(long)).message).toContain('[line:1, column:2000023]');
  });

  it('repeats a long value in part only', async () => {
    const answer = await admin.call('POST', 'sobjects/Book__c', { Name: 'A', Pages__c: 'x'.repeat(100_000) });
    expect([answer.status, answer.body[0].errorCode]).toEqual([400, 'JSON_PARSER_ERROR']);
    expect(answer.body[0].message.length).toBeLessThan(1300);
    const key = await admin.call('POST', 'sobjects/Book__c', { Name: 'A', ['k'.repeat(100_000)]: 1 });
    expect([key.status, key.body[0].errorCode]).toEqual([400, 'INVALID_FIELD']);
    expect(key.body[0].message.length).toBeLessThan(1300);
  });
});

describe('keys', () => {
  it('that stand twice: the last counts', async () => {
    const created = await admin.call('POST', 'sobjects/Book__c', '{"Name":"First","Name":"Last"}');
    const read = await admin.call('GET', `sobjects/Book__c/${created.body.id}?fields=Name`);
    expect(read.body.Name).toBe('Last');
  });

  it('with the names of JavaScript’s own properties are fields that do not exist', async () => {
    for (const key of ['__proto__', 'constructor', 'toString', 'a\u0000b', '\\ud800']) {
      const answer = await admin.call(
        'POST',
        'sobjects/Book__c',
        `{"Name":"A","${key === 'a\u0000b' ? 'a\\u0000b' : key}":{"polluted":1}}`,
      );
      expect([key, answer.status, answer.body[0].errorCode]).toEqual([key, 400, 'INVALID_FIELD']);
    }
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('are looked up in answers by their own names only', async () => {
    const answer = await admin.call('POST', 'composite', {
      compositeRequest: [
        { method: 'GET', referenceId: 'a', url: '/services/data/v67.0/sobjects/Book__c/describe' },
        { method: 'POST', referenceId: 'b', url: '/services/data/v67.0/sobjects/Book__c', body: { Name: '@{a.constructor.name}' } },
      ],
    });
    expect(answer.body.compositeResponse[1].httpStatusCode).toBe(400);
    expect(answer.body.compositeResponse[1].body[0].errorCode).toBe('PROCESSING_HALTED');
  });
});

describe('a text of 49 MB', () => {
  it('is too long for its field, and said in few words', async () => {
    const answer = await admin.call('POST', 'sobjects/Book__c', `{"Name":"${'x'.repeat(49_000_000)}"}`);
    expect([answer.status, answer.body[0].errorCode]).toEqual([400, 'STRING_TOO_LONG']);
    expect(answer.body[0].message.length).toBeLessThan(1300);
  });
});

describe('NUL in an address', () => {
  const paths = [
    'sobjects/Book__c/%00',
    'sobjects/Book__c/Isbn__c/%00',
    'sobjects/%00',
    'jobs/query/%00',
    'jobs/ingest/a%00b',
    'query/01g%00-0',
  ];
  it.each(paths)('is refused by the server, and is nothing inside a composite request: %s', async (path) => {
    const answer = await admin.call('GET', path);
    expect([answer.status, answer.body[0].errorCode]).toEqual([400, 'BAD_REQUEST']);
    const sub = { method: 'GET', referenceId: 'a', url: `/services/data/v67.0/${path}` };
    const [part] = (await admin.call('POST', 'composite', { compositeRequest: [sub] })).body.compositeResponse;
    expect([part.httpStatusCode, part.body[0].errorCode]).toEqual([404, 'NOT_FOUND']);
  });
});
