import type { Runtime } from '../engine';
import { UnsupportedError } from '../kernel/exceptions';
import type { OrgMetadata } from '../metadata/model';
import type { ExecResult } from './port';

export function execAnonymous(_runtime: Runtime, _metadata: OrgMetadata, _source: string, _userId: string): ExecResult {
  throw new UnsupportedError('anonymous Apex');
}
