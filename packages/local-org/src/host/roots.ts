import type { LeftOut } from '../apex/port';
import type { ApexSource, Diagnostic } from '../metadata/model';
import { formatDiagnostic } from './diagnostics';

/** The first error of a file that was left out of a program. */
export interface Finding {
  readonly source: ApexSource;
  readonly diagnostic: Diagnostic;
  /** It was left out after the program had been compiled so often: before, all that it needs was there. */
  readonly round: number;
  /** Whether its syntax was right, so that the others knew what it declares. */
  readonly isDeclared: boolean;
}

/** The same errors; one that is there only because another file does not compile says so, and names the file where it began. */
export function withRoots(findings: readonly Finding[]): Finding[] {
  const byName = new Map(findings.map((finding) => [finding.source.name.toLowerCase(), finding]));
  return findings.map((finding) => {
    const root = rootOf(finding, byName);
    if (root === finding) return finding;
    const because = `because ${root.source.name} does not compile (${formatDiagnostic(root.diagnostic)})`;
    return { ...finding, diagnostic: { ...finding.diagnostic, message: `${finding.diagnostic.message}, ${because}` } };
  });
}

function rootOf(finding: Finding, byName: ReadonlyMap<string, Finding>): Finding {
  let root = finding;
  for (let next = causeOf(root, byName); next; next = causeOf(next, byName)) root = next;
  return root;
}

/**
 * What the message names, else what stands in the line, else what stands anywhere in the file. Only a message can blame a file that was missing from the
 * first round on, because then every other file may still have mistakes of its own.
 */
function causeOf(finding: Finding, byName: ReadonlyMap<string, Finding>): Finding | undefined {
  if (!finding.isDeclared) return undefined;
  const { source, diagnostic, round } = finding;
  const missing = (text: string): Finding | undefined =>
    (text.match(/\w+/g) ?? [])
      .map((word) => byName.get(word.toLowerCase()))
      .find((one) => one !== undefined && one !== finding && (one.round < round || !one.isDeclared));
  const named = missing(diagnostic.message);
  if (named || round === 1) return named;
  return missing(source.source.split('\n')[diagnostic.line - 1] ?? '') ?? missing(source.source);
}

/** The message about code that names a class that was left out, with the reason. */
export function withRoot(message: string, leftOut: readonly LeftOut[]): string {
  const words = new Set((message.match(/\w+/g) ?? []).map((word) => word.toLowerCase()));
  const missing = leftOut.find(({ name }) => words.has(name.toLowerCase()));
  return missing ? `${message}, because ${missing.name} does not compile (${formatDiagnostic(missing)})` : message;
}
