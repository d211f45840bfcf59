import { describe, expect, it } from 'vitest';
import { classes, compiled, running } from '../apex/support';
import { within } from '../../src/kernel/context';
import { createNatives } from '../../src/stdlib';
import type { StdlibPorts } from '../../src/stdlib/ports';
import { only, USER } from './natives';

/** Evaluates an expression for a user of that language. The program has the label Greeting, and Farewell with a German translation. */
function forUser(language: string, expression: string): unknown {
  const transaction = only<ReturnType<StdlibPorts['transaction']>>({ user: () => ({ ...USER, language }) });
  const natives = createNatives(only<StdlibPorts>({ program: () => run.linked, transaction: () => transaction }));
  const source = `public class T { public static Object m() { return ${expression}; } }`;
  const run = running(
    compiled(classes(source), { hasNative: (key) => natives.has(key) }),
    Object.fromEntries(natives.keys().map((key) => [key, natives.get(key)!])),
  );
  return within({}, () => run.call('T.m'));
}

describe('System.Label', () => {
  it("speaks the running user's language, and the label's own where there is no translation", () => {
    expect(forUser('de', "Label.Farewell + ' ' + System.Label.farewell + ' ' + Label.Greeting")).toBe('Tschüss Tschüss Hello');
    expect(forUser('en_US', 'Label.Farewell')).toBe('Bye');
    expect(forUser('fr', 'Label.Farewell')).toBe('Bye');
  });

  it('is asked for a name and a language at run time', () => {
    expect(forUser('de', "System.Label.get('', 'FAREWELL')")).toBe('Tschüss');
    expect(forUser('en_US', "Label.get(null, 'Farewell', 'de')")).toBe('Tschüss');
    expect(forUser('de', "Label.get('', 'Farewell', 'en_US')")).toBe('Bye');
    expect(forUser('de', "Label.translationExists('', 'Farewell', 'de')")).toBe(true);
    expect(forUser('de', "Label.translationExists('', 'Greeting', 'de')")).toBe(false);
  });

  it('says what it cannot answer', () => {
    expect(() => forUser('de', "Label.get('', 'Nowhere')")).toThrow('System.Label for a label that does not exist (Nowhere)');
    expect(() => forUser('de', "Label.get('acme', 'Farewell')")).toThrow('labels of the namespace acme');
    expect(() => forUser('de', "Label.get('', null)")).toThrow('Attempt to de-reference a null object');
  });
});
