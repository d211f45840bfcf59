import type { RunningUser } from '../../src/engine';
import { Clock } from '../../src/kernel/clock';
import { UnsupportedError } from '../../src/kernel/exceptions';
import { createNatives } from '../../src/stdlib';
import type { StdlibPorts } from '../../src/stdlib/ports';

export const USER: RunningUser = {
  id: '005000000000001AAA',
  firstName: 'Ada',
  lastName: 'Admin',
  username: 'ada@example.com',
  email: 'ada@example.com',
  profileId: '00e000000000001AAA',
  roleId: null,
  userType: 'Standard',
  timeZone: 'America/Los_Angeles',
  locale: 'en_US',
  language: 'en_US',
  organizationId: '00D000000000001AAA',
  organizationName: 'Example',
};

/** An object whose every use is an error, except for the parts given. */
export function only<T extends object>(parts: Partial<T>): T {
  return new Proxy(parts as T, {
    get(target, name) {
      if (name in target) return Reflect.get(target, name) as unknown;
      throw new UnsupportedError(`port ${String(name)} in this test`);
    },
  });
}

export const CLOCK_MS = Date.UTC(2026, 10, 22, 11, 5, 7, 123);

/** Calls natives by short key: `String.left/1`, `Schema:SObjectType.getDescribe/0` (namespace before the colon), `get:AccessLevel.USER_MODE`. */
export function nativesFor(ports: StdlibPorts) {
  const natives = createNatives(ports);
  return (key: string, ...args: unknown[]): unknown => {
    const [, accessor = '', namespace = 'system:', rest = ''] = /^(get:|set:)?(\w+:)?(.+)$/.exec(key.toLowerCase()) ?? [];
    const native = natives.get(`${accessor}${namespace.replace(':', '.')}${rest}`);
    if (!native) throw new Error(`no native ${key}`);
    return native(...args) as unknown;
  };
}

/** Natives that need no database: user, clock and deterministic bytes. */
export function plainNatives(user: Partial<RunningUser> = {}) {
  const transaction = only<ReturnType<StdlibPorts['transaction']>>({
    user: () => ({ ...USER, ...user }),
    clock: new Clock(0, () => CLOCK_MS),
  });
  let seed = 1;
  return nativesFor(
    only<StdlibPorts>({
      transaction: () => transaction,
      random: (count) => Uint8Array.from({ length: count }, () => (seed = (seed * 48271) % 2147483647) & 255),
    }),
  );
}
