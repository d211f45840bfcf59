import { ApexException, UnsupportedError } from './exceptions';

/** Throws a platform exception, for example `fail('System.ListException', 'List index out of bounds: 7')`. */
export function fail(typeName: string, message: string): never {
  throw new ApexException(typeName, message);
}

/** The platform's exception for a null receiver or argument. */
export function nullPointer(): never {
  throw new ApexException('System.NullPointerException', 'Attempt to de-reference a null object');
}

/** The value, or the platform's NullPointerException when it is null. */
export function need<T>(value: T | null | undefined): T {
  return value ?? nullPointer();
}

/** Throws for what the platform has and the local org has not. */
export function unsupported(feature: string): never {
  throw new UnsupportedError(feature);
}
