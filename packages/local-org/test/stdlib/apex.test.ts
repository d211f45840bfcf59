import { describe, expect, it } from 'vitest';
import { classes, compiled, running, schema } from '../apex/support';
import { Clock } from '../../src/kernel/clock';
import { within } from '../../src/kernel/context';
import { Limits } from '../../src/kernel/limits';
import { SObject } from '../../src/kernel/sobject';
import { toText } from '../../src/kernel/text';
import { createNatives } from '../../src/stdlib';
import type { StdlibPorts } from '../../src/stdlib/ports';
import { CLOCK_MS, only, USER } from './natives';

/** Runs a program on the real library; jobs and debug lines are kept for the test to see. */
function program(...sources: string[]) {
  const enqueued: unknown[][] = [];
  const debugged: string[] = [];
  const state = new Map<string, unknown>();
  const clock = new Clock(0, () => CLOCK_MS);
  const accounts = [true, false, true, true].map((exists) => (exists ? new SObject(schema.object('Account')!) : null));
  const transaction = only<ReturnType<StdlibPorts['transaction']>>({
    user: () => USER,
    userId: USER.id,
    clock,
    schema,
    store: only({}),
    limits: new Limits('sync'),
    apiVersion: 67,
    stdlibState: new Map(),
    kind: 'QUEUEABLE',
  });
  const natives = createNatives(
    only<StdlibPorts>({
      program: () => run.linked,
      transaction: () => transaction,
      callouts: only<StdlibPorts['callouts']>({ admit: () => undefined }),
      debug: (level, text) => void debugged.push(`${level} ${text}`),
      jobs: only<StdlibPorts['jobs']>({
        enqueue: (job, options) => {
          enqueued.push([run.linked.classNameOf(job), options]);
          return '707000000000001AAA';
        },
      }),
      tests: only<StdlibPorts['tests']>({ running: true, state }),
      // Four rows, the second one deleted since the cursor was opened.
      cursors: {
        open: () => 'cursor',
        fetch: (_, position, count) => accounts.slice(position, position + count).filter((row) => row !== null),
        count: () => accounts.length,
      },
    }),
  );
  const run = running(
    compiled(classes(...sources), { hasNative: (key) => natives.has(key) }),
    Object.fromEntries(natives.keys().map((key) => [key, natives.get(key)!])),
  );
  const call = (name: string, ...args: unknown[]): unknown => within({}, () => run.call(name, ...args));
  return { call, text: (name: string, ...args: unknown[]) => toText(call(name, ...args)), enqueued, debugged, clock };
}

/** The text of an expression. */
const text = (expression: string): string => program(`public class T { public static Object m() { return ${expression}; } }`).text('T.m');

describe('values in Apex', () => {
  it.each([
    ["String.format('{0} and {1}', new List<Object>{ 1, null })", '1 and null'],
    ["'a,b,,'.split(',').size()", '2'],
    ["String.join(new List<Integer>{ 1, 2 }, '-')", '1-2'],
    ["'Hello'.replaceAll('l+', '[$0]')", 'He[ll]o'],
    ['(5.0 / 3).setScale(2)', '1.67'],
    ["Decimal.valueOf('2.345').setScale(2, RoundingMode.HALF_UP)", '2.35'],
    ['(4500.0).stripTrailingZeros()', '4.5E+3'],
    ['(4500.0).toPlainString()', '4500.0'],
    ['Math.max(1, 2L)', '2'],
    ['Math.round(2.5)', '2'],
    ['Math.PI > 3.14', 'true'],
    ['Date.newInstance(2024, 1, 31).addMonths(1)', '2024-02-29 00:00:00'],
    ['String.valueOf(Date.newInstance(2024, 1, 31))', '2024-01-31'],
    ["Datetime.newInstanceGmt(2024, 1, 31, 20, 5, 0).format('yyyy-MM-dd HH:mm z')", '2024-01-31 12:05 PST'],
    ["EncodingUtil.base64Encode(Blob.valueOf('abc'))", 'YWJj'],
    ["Id.valueOf('001000000000001')", '001000000000001AAA'],
    ["Type.forName('list<string>')", 'List<String>'],
    ["Type.forName('Nope')", 'null'],
    ["Type.forName('Account').newInstance()", 'Account:{}'],
    ["LoggingLevel.valueOf('error').ordinal()", '8'],
    ['TriggerOperation.values()[0]', 'BEFORE_INSERT'],
    ["JSON.serialize(new Map<String, Object>{ 'a' => 1.50, 'b' => new List<Integer>{ 1 } })", '{"a":1.50,"b":[1]}'],
    ['JSON.deserializeUntyped(\'{"b":1,"a":[2147483648]}\')', '{a=(2147483648), b=1}'],
    ['JSON.deserialize(\'["001000000000001"]\', Set<Id>.class)', '{001000000000001AAA}'],
    ["new Set<String>{ 'b', 'a' }.contains('A')", 'false'],
    ["new Map<String, Integer>{ 'a' => 1 }.put('a', 2)", '1'],
    ['new List<Object>{ 1, null }.contains(null)', 'true'],
    ['(Object) 1 instanceof Long', 'true'],
    ['(Object) 1L instanceof Integer', 'false'],
    ['(Object) Date.today() instanceof Datetime', 'true'],
    ['(Long) (Object) 1 + 1', '2'],
    ['((Decimal) (Object) 1.5d).scale()', '1'],
    ['((Datetime) (Object) Date.newInstance(2024, 1, 2)).getTime()', '1704153600000'],
    ["new Set<String>{ 'b', 'a', 'B' }", '{B, a, b}'],
    ["new Map<Integer, String>{ 10 => 'x', 9 => 'y' }", '{9=y, 10=x}'],
    ['UserInfo.getName()', 'Ada Admin'],
    ["System.now().formatGmt('yyyy')", '2026'],
    ['Request.getCurrent().getQuiddity()', 'QUEUEABLE'],
    ['System.isQueueable()', 'true'],
    ["new Url('https://a.example:8443/p?q=1#r').getQuery()", 'q=1'],
  ])('%s is %s', (expression, expected) => {
    expect(text(expression)).toBe(expected);
  });

  it.each([
    ['new List<Integer>{ 1 }[3]', 'List index out of bounds: 3'],
    ['new Map<Id, Account>(new List<Account>{ new Account() })', 'Row with null Id at index: 0'],
    [
      "new Map<Id, Account>(new List<Account>{ new Account(Id = '001000000000001'), new Account(Id = '001000000000001') })",
      'Row with duplicate Id at index: 1',
    ],
    ['new List<Integer>().get(0)', 'List index out of bounds: 0'],
    ["Integer.valueOf('x')", 'Invalid integer: x'],
    ["Id.valueOf('x')", 'Invalid id: x'],
    ["Date.valueOf('x')", 'Invalid date: x'],
    ['JSON.deserializeUntyped(null)', 'null input to JSON parser'],
    ["'abc'.substring(5)", 'Starting position out of bounds: 5'],
    ["Pattern.compile('(')", 'Invalid regex: Unclosed group near index 1'],
    ['(1.0).divide(0, 2)', 'Divide by 0'],
    ["Crypto.generateDigest('MD9', Blob.valueOf('a'))", 'Invalid algorithm MD9'],
  ])('%s fails with %s', (expression, message) => {
    expect(() => text(expression)).toThrow(message);
  });
});

describe('JSON in Apex', () => {
  const read = (json: string, type: string): string => {
    const { text: shown } = program(
      `public class T { public static Object m(String s) { return JSON.serialize(JSON.deserialize(s, ${type}.class)); } }`,
    );
    return shown('T.m', json);
  };

  it.each([
    ['[1,2', 'List<Integer>', 'Unexpected end-of-input'],
    ['{"a":1}', 'List<Integer>', "Malformed JSON: Expected '[' at the beginning of List/Set"],
    ['[1]', 'Map<String, Integer>', "Malformed JSON: Expected '{' at the beginning of object"],
    ['1.5', 'Integer', 'Illegal value for primitive'],
    ['3000000000', 'Integer', 'Illegal value for primitive'],
    ['"x"', 'Decimal', 'Illegal value for primitive'],
    ['"2020-01-01 10:00:00"', 'Datetime', 'Invalid date/time'],
    ['', 'Object', 'No content to map to Object due to end of input'],
    ['{a:1}', 'Object', "Unexpected character ('a' (code 97))"],
    ['"a', 'String', 'was expecting closing quote'],
  ])('%s as %s fails', (json, type, message) => {
    expect(() => read(json, type)).toThrow(message);
  });

  it.each([
    ['[1, 2147483648, 1.0, -0, 1e3]', 'Object', '[1,2147483648,1.0,0,1E+3]'],
    ['"2020-02-03"', 'Date', '"2020-02-03"'],
    ['"10:00:00.005Z"', 'Time', '"10:00:00.005Z"'],
    ['"2020-01-01T01:00:00.000+0100"', 'Datetime', '"2020-01-01T00:00:00.000Z"'],
    ['{"b":[{"a":1.10}]}', 'Map<String, List<Map<String, Decimal>>>', '{"b":[{"a":1.10}]}'],
    ['{"Name":"A","NumberOfEmployees":3,"Nope":1}', 'Account', '{"attributes":{"type":"Account"},"Name":"A","NumberOfEmployees":3}'],
    ['{"attributes":{"type":"Account"},"Name":"A"}', 'SObject', '{"attributes":{"type":"Account"},"Name":"A"}'],
    [
      '{"LastName":"L","Account":{"Name":"P"}}',
      'Contact',
      '{"attributes":{"type":"Contact"},"LastName":"L","Account":{"attributes":{"type":"Account"},"Name":"P"}}',
    ],
  ])('%s as %s is %s', (json, type, expected) => {
    expect(read(json, type)).toBe(expected);
  });
});

describe('objects in the library', () => {
  it('sorts by Comparable and by Comparator, and keeps equal elements in order', () => {
    const { text: shown } = program(
      `public class P implements Comparable {
         public String n; public Integer a;
         public P(String n, Integer a) { this.n = n; this.a = a; }
         public Integer compareTo(Object o) { return a - ((P) o).a; }
         public override String toString() { return n + a; }
         public class ByName implements Comparator<P> { public Integer compare(P x, P y) { return x.n.compareTo(y.n); } }
         public static Object own() { List<P> l = new List<P>{ new P('b', 2), new P('c', 1), new P('a', 2) }; l.sort(); return l; }
         public static Object byName() { List<P> l = new List<P>{ new P('b', 2), new P('a', 9) }; l.sort(new ByName()); return l; }
       }`,
    );
    expect(shown('P.own')).toBe('(c1, b2, a2)');
    expect(shown('P.byName')).toBe('(a9, b2)');
  });

  it('uses a class’s equals and hashCode for sets, lists and maps', () => {
    const { text: shown } = program(
      `public class K {
         Integer v; public K(Integer v) { this.v = v; }
         public Boolean equals(Object o) { return o instanceof K && ((K) o).v == v; }
         public override Integer hashCode() { return v; }
         public static Object m() {
           Set<K> s = new Set<K>{ new K(1), new K(1), new K(2) };
           Map<K, String> m = new Map<K, String>{ new K(1) => 'x' };
           return s.size() + ' ' + m.get(new K(1)) + ' ' + new List<K>{ new K(3) }.contains(new K(3)) + ' ' + m.containsKey(new K(9));
         }
       }`,
    );
    expect(shown('K.m')).toBe('2 x true false');
  });

  it('keeps apart by identity what has equals but no hashCode, in sets and keys only', () => {
    const { text: shown } = program(
      `public class H {
         public Boolean equals(Object o) { return o instanceof H; }
         public static Object m() {
           H one = new H(); H two = new H();
           return new Set<H>{ one, two, one }.size() + ' ' + (one == two) + ' ' + new List<H>{ one }.contains(two);
         }
       }`,
    );
    expect(shown('H.m')).toBe('2 true true');
  });

  it('takes describes of one thing for equal, and a list of SObjects for a list of any record', () => {
    const { text: shown } = program(
      `public class D {
         public static Object m() {
           Map<Schema.ChildRelationship, Integer> seen = new Map<Schema.ChildRelationship, Integer>();
           for (Integer i = 0; i < 2; i++) for (Schema.ChildRelationship r : Account.SObjectType.getDescribe().getChildRelationships()) seen.put(r, i);
           Assert.isInstanceOfType(new List<SObject>(), List<Account>.class);
           Assert.isNotInstanceOfType(new List<SObject>(), List<String>.class);
           Assert.isNotInstanceOfType(new List<Account>(), List<Contact>.class);
           return seen.size() + ' ' + (Account.Name.getDescribe() == Account.Name.getDescribe());
         }
       }`,
    );
    expect(shown('D.m')).toBe('1 true');
  });

  it('takes classes through JSON: order, transient, nulls, strictness, exact numbers', () => {
    const { text: shown, call } = program(
      `public class J {
         public Integer b; public Decimal a; public transient String hidden; public J child; public List<J> more; public Date day; public Datetime moment;
         public static Object write(Boolean noNulls) {
           J j = new J(); j.b = 1; j.a = 1.50; j.hidden = 'x'; j.child = new J(); j.day = Date.newInstance(2024, 1, 2); j.moment = Datetime.newInstanceGmt(2024, 1, 2, 3, 4, 5);
           return JSON.serialize(j, noNulls);
         }
         public static Object again(String s) { return JSON.serialize(JSON.deserialize(s, J.class), true); }
         public static Object strict(String s) { return JSON.deserializeStrict(s, J.class); }
       }`,
    );
    expect(shown('J.write', true)).toBe('{"b":1,"a":1.50,"child":{},"day":"2024-01-02","moment":"2024-01-02T03:04:05.000Z"}');
    expect(shown('J.write', false)).toContain('"more":null');
    expect(shown('J.again', '{"A":1.500,"hidden":"x","nope":1,"more":[{"b":7}]}')).toBe('{"a":1.500,"more":[{"b":7}]}');
    expect(() => call('J.strict', '{"nope":1}')).toThrow('Unknown field: J.nope');
    expect(() => call('J.again', '{"b":1.5}')).toThrow('Illegal value for primitive');
    expect(() => call('J.again', '[]')).toThrow("Malformed JSON: Expected '{' at the beginning of object");
  });

  it('gives the keys of a map as a view that only shrinks', () => {
    const { text: shown, call } = program(
      `public class V {
         static Map<String, Integer> m = new Map<String, Integer>{ 'a' => 1, 'b' => 2, 'c' => 3 };
         public static Object m() {
           Set<String> keys = m.keySet();
           Set<String> copy = keys.clone(); copy.add('z');
           keys.remove('a'); m.put('d', 4); keys.retainAll(new Set<String>{ 'b', 'd' });
           List<String> seen = new List<String>();
           for (String k : keys) seen.add(k);
           return m + ' ' + keys + ' ' + seen + ' ' + keys.size() + keys.contains('d') + ' ' + copy + ' ' + (keys == new Set<String>{ 'd', 'b' }) + ' ' + new List<String>(keys) + ' ' + JSON.serialize(keys);
         }
         public static void add() { m.keySet().add('e'); }
       }`,
    );
    expect(shown('V.m')).toBe('{b=2, d=4} {b, d} (b, d) 2true {a, b, c, z} true (b, d) ["b","d"]');
    expect(() => call('V.add')).toThrow('Collection is read-only');
  });

  it('refuses to change a list that is being iterated', () => {
    const { call } = program(
      'public class F { public static void m() { List<Integer> l = new List<Integer>{ 1, 2 }; for (Integer i : l) l.add(i); } }',
    );
    expect(() => call('F.m')).toThrow('Cannot modify a collection while it is being iterated.');
  });

  it('shows exceptions as the platform does', () => {
    const { text: shown } = program(
      `public class E {
         public class MyException extends Exception {}
         public static Object m() {
           List<String> out = new List<String>();
           try { throw new MyException(); } catch (Exception e) { out.add(e.getTypeName() + '|' + e.getMessage()); }
           try { throw new MyException('a', new MyException('b')); } catch (MyException e) { out.add(e.getMessage() + e.getCause().getMessage()); }
           try { Object o = 'x'; Integer i = (Integer) o; } catch (TypeException e) { out.add(e.getMessage()); }
           try { String s; s.length(); } catch (NullPointerException e) { out.add(e.getTypeName() + ' ' + e.getLineNumber()); }
           AuraHandledException a = new AuraHandledException('secret'); out.add(a.getMessage()); a.setMessage('open'); out.add(a.getMessage());
           return String.join(out, '; ');
         }
       }`,
    );
    expect(shown('E.m')).toBe(
      'E.MyException|Script-thrown exception; ab; Invalid conversion from runtime type String to Integer; System.NullPointerException 8; Script-thrown exception; open',
    );
  });

  it('makes instances by name, and stubs', () => {
    const { text: shown } = program(
      'public interface Greeter { String greet(String name); }',
      'public virtual class Polite implements Greeter { public virtual String greet(String name) { return name; } }',
      `public class Recorder implements StubProvider {
         public List<String> calls = new List<String>();
         public Object handleMethodCall(Object stub, String method, Type returns, List<Type> types, List<String> names, List<Object> args) {
           calls.add(method + ':' + returns + ':' + names + ':' + args + ':' + (stub instanceof Greeter));
           return 'stubbed';
         }
         public static Object m() {
           Recorder r = new Recorder();
           Greeter g = (Greeter) Test.createStub(Greeter.class, r);
           Polite p = (Polite) Test.createStub(Polite.class, r);
           Object made = Type.forName('polite').newInstance();
           return g.greet('a') + p.greet('b') + ((Polite) made).greet('c') + r.calls + Greeter.class.isAssignableFrom(Polite.class) + String.valueOf(p).startsWith('Polite__sfdc_ApexStub');
         }
       }`,
    );
    expect(shown('Recorder.m')).toBe('stubbedstubbedc(greet:String:(name):(a):true, greet:String:(name):(b):true)truetrue');
  });

  it('marks records and fields with errors', () => {
    const { text: shown } = program(
      `public class R { public static Object m() {
         Account a = new Account();
         a.addError('whole'); a.Name.addError('field'); a.NumberOfEmployees.addError('escaped', false); a.addError('Name', 'named');
         a.addError(Account.OwnerId, 'token'); a.addError(new IllegalArgumentException('thrown'));
         List<String> out = new List<String>();
         for (Database.Error e : a.getErrors()) out.add(e.getMessage() + e.getFields());
         return String.join(out, ' ');
       } }`,
    );
    expect(shown('R.m')).toBe('whole() field(Name) escaped(NumberOfEmployees) named(Name) token(OwnerId) thrown()');
  });

  it('caches copies, by partition and until they expire', () => {
    const {
      text: shown,
      call,
      clock,
    } = program(
      `public class C implements Cache.CacheBuilder {
         public Integer n = 0;
         public Object doLoad(String key) { return 'loaded ' + key; }
         public static Object m() {
           C c = new C(); c.n = 1;
           Cache.Org.put('a', c); c.n = 2;
           Cache.OrgPartition p = Cache.Org.getPartition('local.P');
           p.put('b', 'x', 300);
           return ((C) Cache.Org.get('a')).n + ' ' + Cache.Org.contains('b') + ' ' + p.get('b') + ' ' + Cache.Org.get('local.P.b')
             + ' ' + Cache.Org.get(C.class, 'k') + ' ' + p.getKeys() + ' ' + Cache.Org.remove('a') + Cache.Org.remove('a');
         }
         public static Object later() { return Cache.Org.get('local.P.b'); }
         public static void bad() { Cache.Org.put('not a key', 1); }
       }`,
    );
    expect(shown('C.m')).toBe('1 false x x loaded k {b} truefalse');
    clock.advance(299_999);
    expect(call('C.later')).toBe('x');
    clock.advance(1);
    expect(call('C.later')).toBe(null);
    expect(() => call('C.bad')).toThrow('Invalid key: not a key');
  });

  it('pages through a cursor without holes', () => {
    const { text: shown } = program(
      `public class P { public static Object m() {
         Database.PaginationCursor c = Database.getPaginationCursor('SELECT Id FROM Account');
         Database.CursorFetchResult first = c.fetchPage(0, 2);
         Database.CursorFetchResult last = c.fetchPage(first.getNextIndex(), 2);
         return c.getNumRecords() + ' ' + first.getRecords().size() + first.getNextIndex() + first.isDone() + first.getNumDeletedRecords()
           + ' ' + last.getRecords().size() + last.getNextIndex() + last.isDone() + last.getNumDeletedRecords();
       } }`,
    );
    expect(shown('P.m')).toBe('4 23false1 14true0');
  });

  it('answers callouts from the mock only', () => {
    const { text: shown, call } = program(
      `public class H {
         public class Mock implements HttpCalloutMock {
           public HttpResponse respond(HttpRequest r) {
             HttpResponse s = new HttpResponse(); s.setStatusCode(201); s.setBody(r.getMethod() + r.getEndpoint() + r.getHeader('X-A') + r.getBody()); return s;
           }
         }
         static HttpResponse send() {
           HttpRequest r = new HttpRequest(); r.setEndpoint('https://x.example'); r.setMethod('POST'); r.setHeader('x-a', '1'); r.setBody('é');
           return new Http().send(r);
         }
         public static void bare() { send(); }
         public static Integer silent() { return new HttpResponse().getStatusCode(); }
         public static Object mocked() { Test.setMock(HttpCalloutMock.class, new Mock()); HttpResponse s = send(); return s.getStatusCode() + s.getBody() + Limits.getCallouts(); }
       }`,
    );
    expect(() => call('H.bare')).toThrow('Methods defined as TestMethod do not support Web service callouts');
    expect(call('H.silent')).toBe(0);
    expect(shown('H.mocked')).toBe('201POSThttps://x.example1é2');
  });

  it('enqueues with delay, depth and signature, and refuses what the platform refuses', () => {
    const {
      text: shown,
      call,
      enqueued,
      debugged,
    } = program(
      `public class Q implements Queueable {
         public void execute(QueueableContext c) {}
         public static Object all() {
           AsyncOptions o = new AsyncOptions(); o.MinimumQueueableDelayInMinutes = 2; o.MaximumQueueableStackDepth = 3;
           o.DuplicateSignature = new QueueableDuplicateSignature.Builder().addString('a').addInteger(1).build();
           System.debug(LoggingLevel.WARN, 'hi');
           System.enqueueJob(new Q()); System.enqueueJob(new Q(), 1);
           return System.enqueueJob(new Q(), o);
         }
         public static void late() { System.enqueueJob(new Q(), 11); }
       }`,
    );
    expect(shown('Q.all')).toBe('707000000000001AAA');
    expect(enqueued).toEqual([
      ['Q', { delayMinutes: null, maxDepth: null, signature: null }],
      ['Q', { delayMinutes: 1, maxDepth: null, signature: null }],
      ['Q', { delayMinutes: 2, maxDepth: 3, signature: 'a\u001f1' }],
    ]);
    expect(debugged).toEqual(['WARN hi']);
    expect(() => call('Q.late')).toThrow('between 0 and 10 minutes');
  });

  it.each([
    ["System.assertEquals(1, 2, 'why')", 'Assertion Failed: why: Expected: 1, Actual: 2'],
    ["System.assertEquals('a', 'A')", 'Assertion Failed: Expected: a, Actual: A'],
    ['System.assertNotEquals(1, 1)', 'Assertion Failed: Same value: 1'],
    ["System.assert(false, 'no')", 'Assertion Failed: no'],
    ['Assert.isNull(5)', 'Assertion Failed: Expected: null, Actual: 5'],
    ["Assert.fail('x')", 'Assertion Failed: x'],
    ["Assert.isInstanceOfType('x', Integer.class)", 'Assertion Failed'],
  ])('%s fails', (statement, message) => {
    const { call } = program(`public class A { public static void m() { ${statement}; } }`);
    expect(() => call('A.m')).toThrow(message);
  });

  it.each([
    'System.assertEquals(1, 1L)',
    'System.assertEquals(1.0, 1)',
    'Assert.isInstanceOfType(1, Decimal.class)',
    "Assert.isNotInstanceOfType('x', Integer.class)",
    'Assert.areEqual(new List<Integer>{ 1 }, new List<Integer>{ 1 })',
  ])('%s holds', (statement) => {
    expect(() => program(`public class A { public static void m() { ${statement}; } }`).call('A.m')).not.toThrow();
  });
});
