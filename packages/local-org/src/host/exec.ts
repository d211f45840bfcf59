import { runTransaction } from '../engine';
import { ApexException } from '../kernel/exceptions';
import type { OrgMetadata } from '../metadata/model';
import { compileBlock, linkProject, type CompileOptions } from './compile';
import { withLeftOut, withoutLeftOut } from './compile-partly';
import type { ExecResult } from './port';
import { withRoot } from './roots';
import type { OrgRuntime } from './runtime';

/** Runs anonymous Apex as a user, committed when it succeeds. The block is compiled with the project's classes as a program of its own. */
export function execAnonymous(
  runtime: OrgRuntime,
  metadata: OrgMetadata,
  options: CompileOptions,
  source: string,
  userId: string,
): ExecResult {
  const { leftOut } = runtime.program.program;
  const program = withLeftOut(compileBlock(source, withoutLeftOut(metadata, leftOut), runtime.schema, options), leftOut, metadata);
  const problem = program.diagnostics.find((finding) => finding.severity === 'error');
  const nothing = { line: -1, column: -1, compileProblem: null, exceptionMessage: null, exceptionStackTrace: null };
  if (problem) {
    return {
      ...nothing,
      compiled: false,
      success: false,
      line: problem.line,
      column: problem.column,
      compileProblem: withRoot(problem.message, leftOut),
      debugLog: [],
    };
  }
  const linked = linkProject(program);
  const served = runtime.program;
  let debugLog: readonly string[] = [];
  // Triggers, jobs and Type.forName of the block see the program that the block belongs to.
  runtime.program = linked;
  try {
    runTransaction(runtime, { userId, kind: 'ANONYMOUS' }, (transaction) => {
      debugLog = transaction.debugLog;
      linked.runAnonymous();
    });
    return { ...nothing, compiled: true, success: true, debugLog };
  } catch (error) {
    if (!(error instanceof ApexException)) throw error;
    const place = /line (\d+), column (\d+)/.exec(error.apexStack ?? '');
    return {
      compiled: true,
      compileProblem: null,
      success: false,
      line: place ? Number(place[1]) : -1,
      column: place ? Number(place[2]) : -1,
      exceptionMessage: `${error.typeName}: ${error.message}`,
      exceptionStackTrace: error.apexStack,
      debugLog,
    };
  } finally {
    runtime.program = served;
  }
}
