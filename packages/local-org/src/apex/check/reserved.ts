import type { Place } from '../ast/nodes';
import type { Checker } from './options';
import { report } from './options';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Reserved keywords (Apex Developer Guide, Reserved Keywords) that the grammar lets through: no variable, field or class is named so. */
const RESERVED = words(
  'activate any array autonomous begin bigdecimal blob boolean byte case cast char collect const currency date datetime decimal default ' +
    'double end exit export float goto group hint import inner int integer into join long loop number object of outer package parallel ' +
    'pragma retrieve rollback set short sobject sort string switch synchronized system then time transaction void when',
);

/** Words of statements and queries, which not even a method may have for a name. */
const STATEMENTS = words('and as asc bulk by commit desc from having in instanceof like limit not nulls or select trigger using where');

/** Reports the name of a variable, field, property or class that the platform keeps for itself. */
export function checkName(checker: Checker, path: string, at: Place, name: string): void {
  if (RESERVED.has(name.toLowerCase())) report(checker, path, at, `Identifier name is reserved: ${name}`);
  else checkMethodName(checker, path, at, name);
}

export function checkMethodName(checker: Checker, path: string, at: Place, name: string): void {
  if (STATEMENTS.has(name.toLowerCase())) report(checker, path, at, `Unexpected token '${name}'.`);
}
