import { fail, need } from '../kernel/fail';
import { toId18 } from '../kernel/ids';
import { hashOf } from '../kernel/equality';
import { SObjectTypeToken } from '../kernel/tokens';
import type { StdlibPorts } from './ports';
import { members, type Theme } from './registry';

/** The 18-character form; StringException `Invalid id: x` for anything else. */
export function idOf(text: string): string {
  return toId18(need(text)) ?? fail('System.StringException', `Invalid id: ${text}`);
}

/** `Id`. */
export function ids(ports: StdlibPorts): Theme {
  return members('System.Id', {
    'valueOf/1': idOf,
    'valueOf/2': (text: string, restoreCasing: boolean) => idOf(restoreCasing ? restored(need(text)) : text),
    'to15/0': (id: string) => id.slice(0, 15),
    'getSObjectType/0': (id: string) => {
      const object = ports.transaction().schema.objectByPrefix(id.slice(0, 3));
      return object ? SObjectTypeToken.of(object) : fail('System.SObjectException', `Invalid id value for this SObject type: ${id}`);
    },
    'equals/1': (id: string, other: unknown) => typeof other === 'string' && toId18(other) === toId18(id),
    'hashCode/0': (id: string) => hashOf(id),
    'toString/0': (id: string) => id,
  });
}

/** An 18-character id whose letters lost their case has it back from its last three characters. */
function restored(text: string): string {
  if (!/^[a-zA-Z0-9]{18}$/.test(text)) return text;
  const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
  const letters = [...text.slice(0, 15)].map((c, i) => {
    const bits = digits.indexOf(text[15 + Math.floor(i / 5)]!.toUpperCase());
    return bits & (1 << (i % 5)) ? c.toUpperCase() : c.toLowerCase();
  });
  return letters.join('') + text.slice(15).toUpperCase();
}
