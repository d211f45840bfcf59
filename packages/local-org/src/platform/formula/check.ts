import { UnsupportedError } from '../../kernel/exceptions';
import type { ObjectType, Schema } from '../../schema/model';
import { LAZY } from './evaluate';
import { FUNCTIONS } from './functions';
import { parseFormula, type Expression } from './parse';
import { FormulaError } from './tokens';

/** Functions of the platform that the local org does not have (Salesforce Help, "Formula Operators and Functions A-Z"). */
const MISSING = new Set([
  'ACOS', 'ASCII', 'ASIN', 'ATAN', 'ATAN2', 'CASESAFEID', 'CHR', 'COS', 'CURRENCYRATE', 'DATETIMEVALUE', 'DAYOFYEAR', 'DISTANCE', 'EXP', 'FORMATDURATION', 'FROMUNIXTIME',
  'GEOLOCATION', 'GETRECORDIDS', 'GETSESSIONID', 'HOUR', 'HTMLENCODE', 'HYPERLINK', 'IMAGE', 'IMAGEPROXYURL', 'INITCAP', 'ISCLONE', 'ISOWEEK', 'ISOYEAR', 'JSENCODE', 'JSINHTMLENCODE',
  'LINKTO', 'LN', 'LOG', 'MILLISECOND', 'MINUTE', 'PARENTGROUPVAL', 'PI', 'PICKLISTCOUNT', 'PREDICT', 'PREVGROUPVAL', 'REQUIRESCRIPT', 'REVERSE', 'SECOND', 'SIN', 'SQRT', 'TAN', 'TIMENOW', 'TIMEVALUE', 'TRUNC',
  'UNIXTIMESTAMP', 'URLENCODE', 'URLFOR', 'VLOOKUP',
]); // prettier-ignore

/** Global variables with fields of one record. */
export const GLOBALS: Readonly<Record<string, string>> = {
  $user: 'User',
  $profile: 'Profile',
  $userrole: 'UserRole',
  $organization: 'Organization',
};

/**
 * Parses a formula and checks its names against an object. Throws FormulaError with the platform's text for what a deployment
 * would refuse, UnsupportedError for what only the local org lacks.
 */
export function compileFormula(source: string, object: ObjectType, schema: Schema): Expression {
  const expression = parseFormula(source);
  visit(expression, object, schema);
  return expression;
}

function visit(expression: Expression, object: ObjectType, schema: Schema): void {
  switch (expression.kind) {
    case 'literal':
      return;
    case 'field':
      checkPath(expression.path, expression.column, object, schema);
      return;
    case 'not':
    case 'negate':
      visit(expression.operand, object, schema);
      return;
    case 'binary':
      visit(expression.left, object, schema);
      visit(expression.right, object, schema);
      return;
    case 'call':
      if (!(expression.name in LAZY) && !(expression.name in FUNCTIONS)) {
        if (MISSING.has(expression.name)) throw new UnsupportedError(`the formula function ${expression.name}`);
        throw new FormulaError(`Unknown function ${expression.name}. Check spelling.`, expression.column);
      }
      for (const arg of expression.args) visit(arg, object, schema);
  }
}

function checkPath(path: readonly string[], column: number, object: ObjectType, schema: Schema): void {
  const [first = '', ...rest] = path;
  if (first.toLowerCase() === '$permission') return;
  if (first.startsWith('$')) {
    const target = schema.object(first.toLowerCase() === '$recordtype' ? 'RecordType' : (GLOBALS[first.toLowerCase()] ?? ''));
    if (!target || rest.length !== 1) throw new UnsupportedError(`${path.join('.')} in formulas`);
    if (!target.field(rest[0] as string)) throw missing(path, column);
    return;
  }
  let at: ObjectType | undefined = object;
  for (const step of path.slice(0, -1)) {
    const lookup: string | undefined = at?.parentField(step)?.referenceTo[0];
    at = lookup === undefined ? undefined : schema.object(lookup);
  }
  const last = path.at(-1) ?? '';
  if (at?.field(last)) return;
  if (at && schema.unsupportedFields.has(`${at.name}.${last}`.toLowerCase()))
    throw new UnsupportedError(`the field ${at.name}.${last} in formulas`);
  throw missing(path, column);
}

function missing(path: readonly string[], column: number): FormulaError {
  return new FormulaError(`Field ${path.join('.')} does not exist. Check spelling.`, column);
}
