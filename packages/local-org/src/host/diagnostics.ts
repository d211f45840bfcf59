import type { Diagnostic } from '../metadata/model';

/** A finding as `path:line:col message`. */
export function formatDiagnostic(finding: Diagnostic): string {
  return `${finding.path}:${finding.line}:${finding.column} ${finding.severity === 'warning' ? 'warning: ' : ''}${finding.message}`;
}

/** The project has errors: it cannot be deployed, so nothing can start. */
export class ProjectError extends Error {
  readonly diagnostics: readonly Diagnostic[];
  constructor(diagnostics: readonly Diagnostic[]) {
    const count = diagnostics.length;
    super(`The project has ${count} ${count === 1 ? 'error' : 'errors'}:`);
    this.name = 'ProjectError';
    this.diagnostics = diagnostics;
  }

  get problems(): readonly string[] {
    return this.diagnostics.map(formatDiagnostic);
  }
}
