import { join } from 'node:path';
import { CalloutLine, Callouts, secretsOf } from '../callouts';
import type { OrgMetadata, ProjectFile } from '../metadata/model';
import type { OpenOrgOptions } from './options';

/** The network of an org that is served or that runs a command. Nothing starts before the first callout. */
export function openNetwork(metadata: OrgMetadata, project: ProjectFile, options: OpenOrgOptions): Callouts {
  const { root, services = {}, calloutEntry, bell, meanwhile } = options;
  return new Callouts({
    metadata,
    services,
    hosts: project.calloutHosts,
    secrets: secretsOf(join(root, '.local-org', 'secrets.json'), process.env['LOCAL_ORG_SECRETS']),
    line: new CalloutLine({ entry: new URL(calloutEntry ?? './callouts.mjs', import.meta.url), bell, meanwhile }),
  });
}
