import { RuntimeType } from './types';

/** Apex List. `items` is the storage; natives and generated code may index it directly after their null and bounds checks. */
export class ApexList<T = unknown> {
  readonly type: RuntimeType;
  items: T[];
  /** `Trigger.new` and the like. */
  readOnly = false;
  constructor(type: RuntimeType, items: T[] = []) {
    this.type = type;
    this.items = items;
  }
  static ofType<T>(elementType: string, items: T[] = []): ApexList<T> {
    return new ApexList<T>(RuntimeType.parse(`List<${elementType}>`), items);
  }
}

/** Apex Set: insertion order; keys by `keyOf` (case-sensitive strings, SObjects by field values, user classes by equals/hashCode). */
export class ApexSet<T = unknown> {
  readonly type: RuntimeType;
  readonly entries = new Map<unknown, T>();
  constructor(type: RuntimeType) {
    this.type = type;
  }
  static ofType<T>(elementType: string): ApexSet<T> {
    return new ApexSet<T>(RuntimeType.of('Set', RuntimeType.parse(elementType)));
  }
}

/** Apex Map: insertion order; keys as for ApexSet. */
export class ApexMap<K = unknown, V = unknown> {
  readonly type: RuntimeType;
  readonly entries = new Map<unknown, [K, V]>();
  constructor(type: RuntimeType) {
    this.type = type;
  }
  static ofType<K, V>(keyType: string, valueType: string): ApexMap<K, V> {
    return new ApexMap<K, V>(RuntimeType.of('Map', RuntimeType.parse(keyType), RuntimeType.parse(valueType)));
  }
}
