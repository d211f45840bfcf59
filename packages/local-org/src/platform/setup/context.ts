import type { Diagnostic, OrgMetadata, ProjectFile } from '../../metadata/model';
import type { Schema } from '../../schema/model';
import type { Implementor } from './implementors';
import type { SetupRows } from './rows';

/** What every step of a deployment works with. Ids found by one step are handed to the next through these maps, by lower-case name. */
export interface Deployment {
  readonly schema: Schema;
  readonly metadata: OrgMetadata;
  readonly project: ProjectFile;
  readonly rows: SetupRows;
  readonly implementors: readonly Implementor[];
  readonly invalid: readonly string[];
  readonly licenseIds: Map<string, string>;
  readonly permissionSetLicenseIds: Map<string, string>;
  readonly profileIds: Map<string, string>;
  readonly permissionSetIds: Map<string, string>;
  readonly permissionSetGroupIds: Map<string, string>;
  /** Permission sets and groups that this deployment added. */
  readonly added: Set<string>;
  readonly classIds: Map<string, string>;
  readonly customPermissionIds: Map<string, string>;
  readonly connectedAppIds: Map<string, string>;
  readonly diagnostics: Diagnostic[];
}

export function report(deployment: Deployment, path: string, message: string): void {
  deployment.diagnostics.push({ path, line: 1, column: 1, severity: 'error', message });
}
