/** What went wrong through the user's own doing: shown as it is, exit code 1. */
export class Failure extends Error {
  /** Result to show with `--json` all the same, for example failed tests. */
  readonly result: unknown;
  /** True when the command has already written it for people. */
  readonly shown: boolean;
  constructor(message: string, result: unknown = null, shown = false) {
    super(message);
    this.name = 'Failure';
    this.result = result;
    this.shown = shown;
  }
}

/** The one line that `--json` puts on the standard output. */
export function writeJson(envelope: { ok: boolean; command: string | null; result: unknown; error: string | null }): void {
  process.stdout.write(`${JSON.stringify(envelope)}\n`);
}

/** Progress for people: on the standard error, so that `--json` stays clean. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
