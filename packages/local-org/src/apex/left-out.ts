import { ApexException } from '../kernel/exceptions';
import type { LeftOut } from './port';

/** Throws the compile error of whoever calls a class or trigger that was left out of the program; says nothing of any other name. */
export function refusalOf(leftOut: readonly LeftOut[]): (name: string) => void {
  const byName = new Map(leftOut.map((one) => [one.name.toLowerCase(), one]));
  return (name) => {
    const found = byName.get((name.split('.')[0] as string).toLowerCase());
    if (found) throw new ApexException('System.TypeException', invalid(found));
  };
}

/** What the platform says of it, and why. */
const invalid = ({ name, path, line, column, message }: LeftOut): string =>
  `Dependent class is invalid and needs recompilation: ${name}: ${path}:${line}:${column} ${message}`;
