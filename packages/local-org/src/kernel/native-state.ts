import { UnsupportedError } from './exceptions';
import type { NativeObject } from './natives';

/**
 * Platform objects that may be members of a queued job (a cursor, an access level) give their state as plain JSON under this
 * symbol; all others are refused when a job that holds them is serialized.
 */
export const NATIVE_STATE = Symbol('native.state');

const restorers = new Map<string, (state: unknown) => NativeObject>();

/** Called once per class when its module is loaded. */
export function registerNative(apexType: string, restore: (state: unknown) => NativeObject): void {
  restorers.set(apexType, restore);
}

export function saveNative(value: NativeObject): { readonly type: string; readonly state: unknown } {
  if (!(NATIVE_STATE in value)) throw new UnsupportedError(`${value.apexType} as a member of a queued job`);
  return { type: value.apexType, state: (value as unknown as { [NATIVE_STATE](): unknown })[NATIVE_STATE]() };
}

export function restoreNative(type: string, state: unknown): NativeObject {
  const restore = restorers.get(type);
  if (!restore) throw new UnsupportedError(`${type} as a member of a queued job`);
  return restore(state);
}
