import type { Person } from './workforce';

/** Neighbours, so that more jobs die in a row than a finalizer may put back. */
export const deadly = Array.from({ length: 12 }, (_, i) => 30 + i);

/** A trigger of the customer that ends the transaction of whoever is deadly. */
export const DEADLY = `trigger CustomerQueries on User (before insert) {
  Set<String> deadly = new Set<String>{ ${deadly.map((i) => `'Worker ${i}'`).join(', ')} };
  for (User user : Trigger.new) {
    if (deadly.contains(user.LastName)) {
      for (Integer i = 0; i < 201; i++) {
        Integer found = [SELECT COUNT() FROM Organization];
      }
    }
  }
}`;

/** People with a mailbox each, who are called by their number. */
export function workers(count: number): Person[] {
  return Array.from({ length: count }, (_, i) => ({
    number: `W${String(10_000 + i)}`,
    lastName: `Worker ${i}`,
    email: `worker${i}@north.example`,
  }));
}
