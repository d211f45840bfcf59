import {
  canonicalPath,
  componentAt,
  labelsIn,
  packagedPath,
  type Package,
  type PackagedComponent,
  type PackageProblem,
} from '../../metadata';
import type { Diagnostic } from '../../metadata/model';
import type { ComponentResult } from './jobs';

const MANIFEST: ComponentResult = {
  componentType: '',
  fullName: 'package.xml',
  fileName: 'package.xml',
  success: true,
  created: false,
  changed: true,
  deleted: false,
};
const NOTHING = { success: true, created: false, changed: false, deleted: false } as const;

/** The results of a package that goes in as a whole: what is new, what has changed, what is gone. */
export function successes(
  contents: Package,
  org: ReadonlyMap<string, Uint8Array>,
  failed: ReadonlySet<PackagedComponent>,
): ComponentResult[] {
  const results = contents.components
    .filter((one) => !failed.has(one))
    .flatMap((one): ComponentResult[] => {
      const before = [...one.sources.keys()].some((path) => org.has(path));
      const changed = [...one.sources].some(([path, bytes]) => !isSame(org.get(path), bytes));
      const state = { ...NOTHING, fileName: one.file, created: !before, changed };
      const labels = labelsIn(one).map(({ type, name }) => ({ ...state, componentType: type, fullName: name }));
      return [{ ...state, componentType: one.type, fullName: one.name }, ...labels];
    });
  const names = new Set([...org.keys()].map((path) => componentAt(path)).map((one) => `${one?.type}:${one?.name}`.toLowerCase()));
  const gone = contents.deletions.map(({ type, name }): ComponentResult => {
    const there = type === 'CustomLabel' || names.has(`${type}:${name}`.toLowerCase());
    const result = { ...NOTHING, componentType: type, fullName: name, fileName: 'destructiveChanges.xml' };
    return there
      ? { ...result, changed: true, deleted: true }
      : { ...result, problem: `No ${type} named: ${name} found`, problemType: 'Warning' };
  });
  return [MANIFEST, ...results, ...gone];
}

function isSame(before: Uint8Array | undefined, after: Uint8Array): boolean {
  return before !== undefined && Buffer.from(before).equals(after);
}

/** What is wrong with a package itself. */
export function packageFailures(problems: readonly PackageProblem[]): ComponentResult[] {
  return problems.map(({ type, name, file, message, severity }) => ({
    ...NOTHING,
    success: severity === 'warning',
    componentType: type,
    fullName: name,
    fileName: file,
    problem: message,
    problemType: severity === 'warning' ? 'Warning' : 'Error',
  }));
}

/** A finding of the compiler or of a reader, at the component in whose file it is. */
export interface Failure {
  readonly result: ComponentResult;
  /** Null for a component that was there before and fails now. */
  readonly component: PackagedComponent | null;
}

export function failures(contents: Package, errors: readonly Diagnostic[]): Failure[] {
  const byPath = new Map(contents.components.flatMap((one) => [...one.sources.keys()].map((path) => [path, one] as const)));
  return errors.map((finding) => {
    const path = canonicalPath(finding.path) ?? finding.path;
    const component = byPath.get(path) ?? null;
    const own = component ?? componentAt(path);
    const found = own ?? { type: '', name: finding.path };
    // A part stands in the file of its whole, at a line of its own.
    const inside = component !== null && component.line > 1;
    const result: ComponentResult = {
      ...NOTHING,
      success: false,
      componentType: found.type,
      fullName: found.name,
      fileName: component?.file ?? (own ? packagedPath(own) : finding.path),
      problem: component
        ? finding.message
        : `Dependent class is invalid and needs recompilation:\n ${found.type} ${found.name} : ${finding.message}`,
      problemType: 'Error',
      lineNumber: inside ? component.line : finding.line,
      columnNumber: inside ? 1 : finding.column,
    };
    return { result, component };
  });
}
