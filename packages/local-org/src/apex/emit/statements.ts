import type { BoundBody, Case, Statement, StatementBound } from '../check/bound';
import type { Emission } from './context';
import { callerRef, checked, mark, typeRef } from './context';

type Emitters = { readonly [K in Statement['kind']]: (emission: Emission, node: StatementBound<K>) => string };

const EMITTERS: Emitters = {
  block: (emission, node) => {
    const inside = node.body.map((one) => statementCode(emission, one)).join('');
    return node.open ? inside : `{${inside}}`;
  },
  variable: (emission, node) => `${start(emission, node.line)}let ${node.js}=${node.value ? emission.expression(node.value) : 'null'};`,
  evaluate: (emission, node) => `${start(emission, node.line)}${emission.expression(node.value)};`,
  if: (emission, node) => {
    const otherwise = node.otherwise ? `else ${braced(emission, node.otherwise)}` : '';
    return `${start(emission, node.line)}if(${checked(emission, node.condition)})${braced(emission, node.then)}${otherwise}`;
  },
  while: (emission, node) =>
    `${start(emission, node.line)}while(${checked(emission, node.condition)}){${TICK}${loopBody(emission, node.body)}}`,
  do: (emission, node) =>
    `${start(emission, node.line)}do{${TICK}${loopBody(emission, node.body)}}while(${checked(emission, node.condition)});`,
  for: (emission, node) => {
    const init = node.init.map((one) => statementCode(emission, one)).join('');
    const condition = node.condition ? checked(emission, node.condition) : '';
    const update = node.update.map((one) => emission.expression(one)).join(',');
    // The variables are declared before the loop: Apex has no closures that could tell.
    return `${start(emission, node.line)}{${init}for(;${condition};${update}){${TICK}${loopBody(emission, node.body)}}}`;
  },
  forEach: forEachCode,
  return: (emission, node) => `${start(emission, node.line)}return${node.value ? `(${emission.expression(node.value)})` : ''};`,
  throw: (emission, node) => `${start(emission, node.line)}throw $.raise(${emission.expression(node.value)});`,
  break: (emission, node) => `${start(emission, node.line)}${emission.jumps === 'plain' ? 'break' : 'return $.breaking'};`,
  continue: (emission, node) => `${start(emission, node.line)}${emission.jumps === 'plain' ? 'continue' : 'return $.continuing'};`,
  try: tryCode,
  switch: (emission, node) => {
    const cases = node.cases.map((one, i) => caseCode(emission, one, node.temp, i > 0)).join('');
    return `${start(emission, node.line)}{$t${node.temp}=${emission.expression(node.subject)};${cases}}`;
  },
  dml: (emission, node) => {
    const options = `${callerRef(emission.symbol)},${JSON.stringify(node.mode)}${node.externalId ? `,${JSON.stringify(node.externalId)}` : ''}`;
    return `${start(emission, node.line)}$.dml(${JSON.stringify(node.operation)},${emission.expression(node.value)},${options});`;
  },
  runAs: runAsCode,
};

/** `M` holds the counters that every loop turn and call touches. */
const TICK = 'if(--M.fuel<0)$.tick();';

/** Places a statement on its line and counts it for coverage. */
function start(emission: Emission, line: number): string {
  return emission.tables.coverage && line > 0 ? `${mark(line)}$.hit(${emission.symbol.index},${line});` : mark(line);
}

function statementCode(emission: Emission, node: Statement): string {
  return (EMITTERS[node.kind] as (emission: Emission, node: Statement) => string)(emission, node);
}

function loopBody(emission: Emission, node: Statement): string {
  const former = emission.jumps;
  emission.jumps = 'plain';
  const code = statementCode(emission, node);
  emission.jumps = former;
  return code;
}

/** The body is a closure; what leaves it early comes back as a result and happens after it. */
function runAsCode(emission: Emission, node: StatementBound<'runAs'>): string {
  const result = `$r${++emission.counter}`;
  const former = emission.jumps;
  emission.jumps = 'signal';
  const inside = statementCode(emission, node.body);
  emission.jumps = former;
  const jump = (signal: string, word: string): string =>
    inside.includes(`return $.${signal};`) ? `if(${result}===$.${signal})${former === 'plain' ? word : `return $.${signal}`};` : '';
  const after = `${jump('breaking', 'break')}${jump('continuing', 'continue')}if(${result}!==$.nothing)return ${result};`;
  return `${start(emission, node.line)}{const ${result}=$.runAs(${emission.expression(node.target)},()=>{${inside}return $.nothing;});${after}}`;
}

const braced = (emission: Emission, node: Statement): string =>
  node.kind === 'block' && !node.open ? statementCode(emission, node) : `{${statementCode(emission, node)}}`;

function forEachCode(emission: Emission, node: StatementBound<'forEach'>): string {
  const id = ++emission.counter;
  const source = checked(emission, node.source);
  const body = loopBody(emission, node.body);
  const head = start(emission, node.line);
  if (node.how === 'list') {
    const [list, index, size] = [`$l${id}`, `$i${id}`, `$n${id}`];
    const guard = `if(${list}.items.length!==${size})$.modified();`;
    return `${head}{const ${list}=${source},${size}=${list}.items.length;for(let ${index}=0;${index}<${size};${index}++){${TICK}${guard}let ${node.js}=${list}.items[${index}];${body}}${guard}}`;
  }
  const items =
    node.how === 'set'
      ? `[...${source}.entries.values()]`
      : node.how === 'batches'
        ? `$.batches(${source},${typeRef(emission, node.elementType.text)})`
        : `$.iterate(${source})`;
  return `${head}for(let ${node.js} of ${items}){${TICK}${body}}`;
}

function caseCode(emission: Emission, one: Case, temp: number, follows: boolean): string {
  const body = statementCode(emission, one.body);
  if (one.isElse) return follows ? `else${body}` : body;
  const tests = one.tests.map((test) => emission.expression(test)).join('||');
  const inside = one.js ? `{let ${one.js}=$t${temp};${body}}` : body;
  return `${follows ? 'else ' : ''}${mark(one.line)}if(${tests})${inside}`;
}

/** Exceptions that Apex cannot catch pass every catch and finally block. */
function tryCode(emission: Emission, node: StatementBound<'try'>): string {
  const id = ++emission.counter;
  const caught = `$e${id}`;
  let code = statementCode(emission, node.body);
  if (node.catches.length > 0) {
    const clauses = node.catches.map((one) => {
      const test = one.type.symbol
        ? `${caught} instanceof R.${one.type.symbol.js}`
        : `$.isException(${caught},${JSON.stringify(one.type.text)})`;
      return `if(${test}){let ${one.js}=${caught};${statementCode(emission, one.body)}}`;
    });
    code = `{try${code}catch(${caught}){${caught}=$.caught(${caught});${clauses.join('else ')}else throw ${caught};}}`;
  }
  if (node.finallyBody) {
    const fatal = `$u${id}`;
    code = `{let ${fatal}=false;try${code}catch(${caught}){${fatal}=$.isFatal(${caught});throw ${caught};}finally{if(!${fatal})${statementCode(emission, node.finallyBody)}}}`;
  }
  return `${start(emission, node.line)}${code}`;
}

/** The inside of a function: temporaries, cost, depth, statements. */
export function bodyCode(emission: Emission, body: BoundBody, before = '', after = ''): string {
  const temps = body.temps > 0 ? `let ${Array.from({ length: body.temps }, (_, i) => `$t${i + 1}`).join(',')};` : '';
  const code = before + body.statements.map((one) => statementCode(emission, one)).join('') + after;
  if (!body.calls) return `${temps}${TICK}${code}`;
  const { sharing } = emission.symbol;
  if (sharing === 'inherited') return `${temps}const $d=$.enter();try{${code}}finally{M.depth=$d;}`;
  // What a class with a keyword of its own calls inherits its sharing.
  return `${temps}const $d=$.enter(),$s=M.sharing;M.sharing=${sharing};try{${code}}finally{M.depth=$d;M.sharing=$s;}`;
}
