/** What bin/local-org.mjs knows about the installation. URLs as text: they cross thread boundaries. */
export interface Installation {
  /** Folder of the local org's own package.json. */
  readonly packageFolder: string;
  /** Bundle of the engine worker. */
  readonly workerEntry: string;
  /** Bundle of the worker that runs commands which execute Apex. */
  readonly commandEntry: string;
  /** Bundle that runs a side service for as long as the org lives. */
  readonly keeperEntry: string;
  /** Changes with every change of the local org's sources. */
  readonly build: string;
}
