import { LIMITS, Limits, type LimitMode, type LimitName } from '../kernel/limits';

export type TransactionMode = LimitMode | 'finalizer';

/** A finalizer's limits: the synchronous ones, except for heap and one child job (Apex Developer Guide, "Transaction Finalizers"). */
class FinalizerLimits extends Limits {
  constructor() {
    super('sync');
  }

  override max(name: LimitName): number {
    return name === 'heap' || name === 'queueables' ? LIMITS[name].async : super.max(name);
  }
}

export function limitsFor(mode: TransactionMode): Limits {
  return mode === 'finalizer' ? new FinalizerLimits() : new Limits(mode);
}
