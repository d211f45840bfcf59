import { equalsExactly, hashOf } from '../../kernel/equality';
import { need } from '../../kernel/fail';
import { toText } from '../../kernel/text';
import { defaultText } from './objects';

/** What every object can do; `isSuper` asks for the platform's own answer, past what the class overrides. */
export const objectOperations = {
  objectText: (value: object | null, isSuper: boolean): string => {
    const target = need(value);
    return isSuper ? defaultText(target) : toText(target);
  },
  objectHash: (value: object | null, isSuper: boolean): number => {
    const target = need(value);
    return isSuper ? identityHash(target) : hashOf(target);
  },
  objectEquals: (value: unknown, other: unknown, isSuper: boolean): boolean => {
    const target = need(value);
    if (isSuper) return target === other;
    return typeof target === 'string' && typeof other === 'string' ? target === other : equalsExactly(target, other);
  },
  /** The shallow copy that every class has. */
  cloneObject: (value: object | null): object => {
    const source = need(value);
    return Object.assign(Object.create(Object.getPrototypeOf(source) as object) as object, source);
  },
};

const hashes = new WeakMap<object, number>();
let lastHash = 0;

/** `super.hashCode()` inside an overriding class: the object's identity. */
function identityHash(value: object): number {
  let hash = hashes.get(value);
  if (hash === undefined) hashes.set(value, (hash = ++lastHash));
  return hash;
}
