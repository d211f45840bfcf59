import { formatDiagnostic } from './diagnostics';
import { loadOrgProject, openOrg, type OpenedOrg } from './open';
import type { OpenOrgOptions } from './options';
import type { LaneReady, LaneRequest, LaneResponse, Org, Router } from './port';
import type { LaneChange } from './protocol';

/** The org that the engine serves: one after another where a test asks for it, none while no database is open. */
export class ServedOrg {
  private open: { readonly org: OpenedOrg; readonly router: Router } | null = null;
  private loaded: ReturnType<typeof loadOrgProject>;
  private options: OpenOrgOptions;
  private readonly createRouter: (org: Org) => Router;

  /** Throws what `openOrg` throws. */
  constructor(options: OpenOrgOptions, createRouter: (org: Org) => Router) {
    this.createRouter = createRouter;
    this.options = options;
    this.loaded = loadOrgProject(options);
    this.serve();
  }

  get org(): OpenedOrg | null {
    return this.open?.org ?? null;
  }

  router(request: LaneRequest): LaneResponse {
    return this.open?.router(request) ?? CLOSED;
  }

  /** What the main thread knows of the org; null while no database is open. */
  ready(): LaneReady | null {
    if (this.org === null) return null;
    const { users, fresh, project, apiVersion, program } = this.org;
    const leftOut = program.program.leftOut.map(formatDiagnostic);
    return { orgName: project.name, apiVersion: apiVersion.toFixed(1), users, fresh, seed: project.seed, leftOut };
  }

  /** Closes the database and opens another one; what was asked of the start alone is not asked again. Throws what `openOrg` throws. */
  change({ file, project }: LaneChange): void {
    this.close();
    if (file === null) return;
    this.options = { ...this.options, ...project, dbFile: file, reset: false, beginsBefore: 0, faults: [], log: () => undefined };
    if (project !== undefined) this.loaded = loadOrgProject(this.options);
    const { fresh, markSeed } = this.serve();
    if (fresh) markSeed('complete');
  }

  /** Reads the project anew and puts it into force. Throws, and serves it as it was, when it is refused. */
  reload(): void {
    const loaded = loadOrgProject({ ...this.options, log: () => undefined });
    this.org?.refresh(loaded);
    this.loaded = loaded;
  }

  close(): void {
    this.org?.close();
    this.open = null;
  }

  private serve(): OpenedOrg {
    const org = openOrg(this.options, this.loaded);
    this.open = { org, router: this.createRouter(org) };
    return org;
  }
}

const CLOSED: LaneResponse = {
  status: 503,
  headers: { 'content-type': 'application/json;charset=UTF-8' },
  body: JSON.stringify([{ errorCode: 'SERVER_UNAVAILABLE', message: 'No database is open' }]),
};
