import type { Statement } from './bound';

/**
 * True when the statement after this one counts as reachable. The platform's compiler asks no condition and follows no jump within a
 * loop: what follows a loop, a `break`, a `continue` or a `System.runAs` counts as reachable, and a `finally` block changes nothing.
 */
export function completes(node: Statement): boolean {
  switch (node.kind) {
    case 'return':
    case 'throw':
      return false;
    case 'block':
      return node.body.every(completes);
    case 'if':
      return !node.otherwise || completes(node.then) || completes(node.otherwise);
    case 'try':
      return completes(node.body) || node.catches.some((one) => completes(one.body));
    case 'switch':
      return !node.cases.some((one) => one.isElse) || node.cases.some((one) => completes(one.body));
    default:
      return true;
  }
}
