import type { Bound, Statement } from './bound';

const always = (bound: Bound | null): boolean => bound === null || (bound.kind === 'literal' && bound.value === true);

/** True when control can reach the statement after this one. */
export function completes(node: Statement): boolean {
  switch (node.kind) {
    case 'return':
    case 'throw':
    case 'break':
    case 'continue':
      return false;
    case 'block':
      return node.body.every(completes);
    case 'if':
      return !node.otherwise || completes(node.then) || completes(node.otherwise);
    case 'while':
      return !always(node.condition) || breaks(node.body);
    case 'for':
      return !always(node.condition) || breaks(node.body);
    case 'do':
      return !always(node.condition) || breaks(node.body);
    case 'try':
      if (node.finallyBody && !completes(node.finallyBody)) return false;
      return completes(node.body) || node.catches.some((one) => completes(one.body));
    case 'switch':
      return !node.cases.some((one) => one.isElse) || node.cases.some((one) => completes(one.body));
    case 'runAs':
      return completes(node.body);
    default:
      return true;
  }
}

/** True when a `break` of the loop itself is inside. */
function breaks(node: Statement): boolean {
  switch (node.kind) {
    case 'break':
      return true;
    case 'block':
      return node.body.some(breaks);
    case 'if':
      return breaks(node.then) || (node.otherwise !== null && breaks(node.otherwise));
    case 'try':
      return breaks(node.body) || node.catches.some((one) => breaks(one.body)) || (node.finallyBody !== null && breaks(node.finallyBody));
    case 'switch':
      return node.cases.some((one) => breaks(one.body));
    case 'runAs':
      return breaks(node.body);
    default:
      return false;
  }
}
