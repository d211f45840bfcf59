import { STANDARD_OBJECTS } from './standard';

/** One standard object, for docs/coverage.md. */
export interface ObjectCoverage {
  readonly object: string;
  readonly fields: number;
  /** Features of local-org.json of which one must be on; empty for objects that every org has. */
  readonly features: readonly string[];
}

export function objectCoverage(): readonly ObjectCoverage[] {
  return STANDARD_OBJECTS.map(({ name, fields, feature }) => ({ object: name, fields: fields.length, features: [feature ?? []].flat() }))
    .sort((a, b) => (a.object < b.object ? -1 : 1)); // prettier-ignore
}
