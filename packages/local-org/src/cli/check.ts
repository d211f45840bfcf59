import type { Arguments } from './arguments';
import { checkProject } from '../host/compile';
import { formatDiagnostic } from '../host/diagnostics';
import type { Installation } from './installation';
import { Failure, say } from './output';
import { projectPaths } from './paths';

/** `local-org check`: compiles the project and lists its findings. */
export function check(args: Arguments, installation: Installation): unknown {
  const { root, cacheDir } = projectPaths(args);
  const { diagnostics, classes, triggers, timings } = checkProject(root, { cacheDir, build: installation.build });
  for (const finding of diagnostics) say(formatDiagnostic(finding));
  const errors = diagnostics.filter((finding) => finding.severity === 'error').length;
  const result = { classes, triggers, errors, warnings: diagnostics.length - errors, diagnostics, timings };
  if (errors > 0) throw new Failure(`${errors} ${errors === 1 ? 'error' : 'errors'}`, result);
  say(`${classes} classes and ${triggers} triggers compile`);
  return result;
}
