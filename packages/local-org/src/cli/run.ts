import { parseArguments, UsageError, type Arguments } from './arguments';
import type { Installation } from './installation';
import { Failure, writeJson } from './output';

export type Command = (args: Arguments, installation: Installation) => unknown;

const USAGE = `Usage: local-org <command> [options]

  start   serve the project on http://127.0.0.1:3000 (PORT)
          --db FILE  --reset  --headless  --no-test-controls  --no-seed  --interrupted=resume|fail
          --scenario NAME  a new org in which a scenario of local-org.json has happened
          --watch  takes over what changes in the project's Apex and metadata while it is served
          --services  start the side services of local-org.json with --headless too
          --limits FILE  governor limits that each transaction used, a line of JSON each
  test    run the project's Apex tests
          --class X[.method]  --coverage  --json  --junit FILE  --lcov FILE  --watch
          --at MOMENT  begin every test then, such as 2027-02-28T23:59:59Z
  check   compile the project and list what is wrong   --json
  exec    run anonymous Apex from a file, or - for the standard input   --db FILE  --user USERNAME  --json

  --project DIR   folder of sfdx-project.json, when it is not the current one
`;

/** Runs one command. Gives the exit code: 0 done, 1 the user's failure, 3 a defect of the local org. */
export async function run(
  argv: readonly string[],
  installation: Installation,
  commandOf: (name: string) => Promise<Command | undefined>,
): Promise<number> {
  let args: Arguments | null = null;
  try {
    args = parseArguments(argv);
    if (args.command === 'help') {
      process.stdout.write(USAGE);
      return 0;
    }
    const command = await commandOf(args.command);
    if (!command) throw new UsageError(args.command === '' ? 'Name a command' : `Unknown command ${args.command}`);
    const result = await command(args, installation);
    if (args.has('--json')) writeJson({ ok: true, command: args.command, result, error: null });
    return 0;
  } catch (error) {
    return report(error, args, argv);
  }
}

function report(error: unknown, args: Arguments | null, argv: readonly string[]): number {
  const json = args?.has('--json') ?? argv.includes('--json');
  const known = error instanceof Failure || error instanceof UsageError;
  const message = error instanceof Error ? (known ? error.message : (error.stack ?? error.message)) : String(error);
  if (json)
    writeJson({ ok: false, command: args?.command ?? null, result: error instanceof Failure ? error.result : null, error: message });
  if (!(error instanceof Failure && error.shown)) process.stderr.write(`${message}\n`);
  if (error instanceof UsageError) process.stderr.write(`\n${USAGE}`);
  return known ? 1 : 3;
}
