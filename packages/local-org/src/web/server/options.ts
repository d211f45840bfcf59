import type { DatabaseChange, Lane, LaneStatus } from '../../host/port';
import type { Patience } from './limits';
import type { Turns } from './turns';

export interface ServerOptions {
  readonly lane: Lane;
  readonly port: number;
  /** Loopback address to listen on; `127.0.0.1` when absent. */
  readonly host?: string;
  /** Folder of sfdx-project.json. */
  readonly root: string;
  /** Folder for generated files of the project. */
  readonly cacheDir: string;
  /** Folder of the local org's own package.json. */
  readonly packageFolder: string;
  /** No Lightning pages: nothing is compiled for the browser. */
  readonly headless?: boolean;
  /** How long a client may take, where it is not the usual. */
  readonly patience?: Partial<Patience>;
  /** Answer `/__local/*` besides `info`. */
  readonly testControls?: boolean;
  /** What `/__local/info` says while the org starts; the lane's own status when absent. */
  readonly status?: () => LaneStatus;
  /** Addresses of the side services that run, by name. */
  readonly services?: () => Readonly<Record<string, string>>;
  /** Told what is being prepared. */
  readonly step?: (text: string) => void;
  /** Loads the sample data again after a reset: the files of local-org.json, or those of a scenario. */
  readonly seed?: (files: readonly string[] | null) => Promise<void>;
  /** Plays a scenario of local-org.json by name; false when there is none of that name. */
  readonly scenario?: (name: string) => Promise<boolean>;
  /** Serves another database; rejects with the reason when that cannot be. */
  readonly changeDatabase?: (change: DatabaseChange) => Promise<void>;
  /** Takes in turn what empties and fills the org, for whoever does that outside of a request: emptied while it is filled, an org would have halves. */
  readonly inTurn?: Turns;
}

export interface Server {
  /** For example `http://127.0.0.1:3000`. */
  readonly url: string;
  /** Resolves when `/` can be served: the pages are compiled. Rejects with the compiler's message. */
  readonly prepared: Promise<void>;
  close(): Promise<void>;
}

/** The port is taken by another program. */
export class PortInUseError extends Error {
  readonly port: number;
  constructor(port: number) {
    super(`Port ${port} is in use`);
    this.name = 'PortInUseError';
    this.port = port;
  }
}
