import type { Diagnostic } from '../metadata/model';

/** A parsed metadata element as `metadata` hands it over: texts, nested elements, lists where elements repeat. */
export type Parsed = Readonly<Record<string, unknown>>;

const isParsed = (value: unknown): value is Parsed => typeof value === 'object' && value !== null && !Array.isArray(value);

export function text(parsed: Parsed, name: string): string | null {
  const value = parsed[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

export function bool(parsed: Parsed, name: string): boolean {
  return parsed[name] === 'true';
}

export function number(parsed: Parsed, name: string): number | null {
  const value = text(parsed, name);
  return value === null || Number.isNaN(Number(value)) ? null : Number(value);
}

export function node(parsed: Parsed, name: string): Parsed {
  const value = parsed[name];
  return isParsed(value) ? value : {};
}

export function nodes(parsed: Parsed, name: string): Parsed[] {
  const value = parsed[name];
  return (Array.isArray(value) ? value : [value]).filter(isParsed);
}

/** What is wrong with a file as a whole. */
export function finding(path: string, message: string, severity: Diagnostic['severity'] = 'error'): Diagnostic {
  return { path, line: 1, column: 1, severity, message };
}
