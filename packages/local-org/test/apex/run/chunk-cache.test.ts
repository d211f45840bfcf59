import { expect, test } from 'vitest';
import { classes, compiled, messages, running } from '../support';

/** A store that says what was asked for in vain. */
function store() {
  const kept = new Map<string, string>();
  const made: string[] = [];
  return {
    get: (key: string) => kept.get(key),
    put: (key: string, text: string) => {
      kept.set(key, text);
      made.push((JSON.parse(text) as { name: string }).name);
    },
    /** Files whose code was generated since the last question. */
    made: () => made.splice(0).sort(),
  };
}

const USER = 'public class U { public static String m() { return T.a(1) + T.LIMITED + new T.Part().x; } }';
const OWNER =
  "public virtual class T { public static final Integer LIMITED = 1; public static String a(Long x) { return 'long'; } public class Part { public Integer x = 3; } }";

test('a body that changes costs its own file alone', () => {
  const chunkCache = store();
  expect(messages(compiled(classes(OWNER, USER), { chunkCache }))).toEqual([]);
  expect(chunkCache.made()).toEqual(['T', 'U']);
  const program = compiled(classes(`\n${OWNER.replace("'long'", "'other'")}`, USER), { chunkCache });
  expect(chunkCache.made()).toEqual(['T']);
  expect(running(program).call('U.m')).toBe('other13');
});

test.each([
  [
    'an overload that fits better',
    OWNER.replace('public static String a', "public static String a(Integer x) { return 'integer'; } public static String a"),
    'integer13',
  ],
  ['another constant', OWNER.replace('LIMITED = 1', 'LIMITED = 2'), 'long23'],
  ['a property for a field', OWNER.replace('x = 3;', 'x { get { return 4; } }'), 'long14'],
  ['a class before it, which moves its place', `public class A { } ${OWNER}`, 'long13'],
])('what others see of a file costs them all: %s', (_, changed, said) => {
  const chunkCache = store();
  compiled(classes(OWNER, USER), { chunkCache });
  chunkCache.made();
  const sources = classes(...changed.split(/(?<=\}) (?=public virtual)/), USER);
  const program = compiled(sources, { chunkCache });
  expect(chunkCache.made()).toContain('U');
  expect(program.js).toBe(compiled(sources).js);
  expect(running(program).call('U.m')).toBe(said);
});

test('an error is found again, however often the same sources are compiled', () => {
  const chunkCache = store();
  const wrong = classes('public class T { public static void m() { Integer i = null.x; } }', 'public class V { }');
  const first = messages(compiled(wrong, { chunkCache }));
  expect(first).toHaveLength(1);
  expect(chunkCache.made()).toEqual([]);
  expect(messages(compiled(wrong, { chunkCache }))).toEqual(first);
});

test('a class that is gone is missed by whoever names it', () => {
  const chunkCache = store();
  compiled(classes(OWNER, USER), { chunkCache });
  expect(messages(compiled(classes(USER), { chunkCache })).length).toBeGreaterThan(0);
});
