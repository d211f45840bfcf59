/** A wrong command line: shown with the usage, exit code 1. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

export interface Arguments {
  readonly command: string;
  /** Words that are not flags. */
  readonly words: readonly string[];
  has(flag: string): boolean;
  value(flag: string): string | undefined;
  values(flag: string): readonly string[];
}

/** What each flag takes: nothing, or a value (`--db FILE` or `--db=FILE`). */
const FLAGS: Readonly<Record<string, 'switch' | 'value'>> = {
  '--db': 'value',
  '--reset': 'switch',
  '--headless': 'switch',
  '--services': 'switch',
  '--no-test-controls': 'switch',
  '--no-seed': 'switch',
  '--scenario': 'value',
  '--interrupted': 'value',
  '--fault': 'value',
  '--limits': 'value',
  '--project': 'value',
  '--class': 'value',
  '--at': 'value',
  '--coverage': 'switch',
  '--json': 'switch',
  '--junit': 'value',
  '--lcov': 'value',
  '--watch': 'switch',
  '--user': 'value',
  '--help': 'switch',
};

const ACCEPTED: Readonly<Record<string, readonly string[]>> = {
  start: [
    '--db',
    '--reset',
    '--headless',
    '--services',
    '--no-test-controls',
    '--no-seed',
    '--scenario',
    '--interrupted',
    '--fault',
    '--limits',
    '--project',
    '--watch',
  ],
  test: ['--project', '--class', '--at', '--coverage', '--json', '--junit', '--lcov', '--watch'],
  check: ['--project', '--json'],
  exec: ['--project', '--json', '--db', '--user'],
};

/** Parses the words after `local-org`. Throws UsageError. */
export function parseArguments(argv: readonly string[]): Arguments {
  const words: string[] = [];
  const given = new Map<string, string[]>();
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at] ?? '';
    if (!word.startsWith('--')) {
      words.push(word);
      continue;
    }
    const [flag = '', inline] = splitOnce(word);
    const takes = FLAGS[flag];
    if (takes === undefined) throw new UsageError(`Unknown option ${flag}`);
    if (takes === 'switch' && inline !== undefined) throw new UsageError(`${flag} takes no value`);
    const value = takes === 'switch' ? '' : (inline ?? argv[++at]);
    if (value === undefined || (takes === 'value' && inline === undefined && value.startsWith('--')))
      throw new UsageError(`${flag} needs a value`);
    given.set(flag, [...(given.get(flag) ?? []), value]);
  }
  const command = words.shift() ?? (given.has('--help') ? 'help' : '');
  const accepted = ACCEPTED[command];
  for (const flag of given.keys()) {
    if (accepted && flag !== '--help' && !accepted.includes(flag)) throw new UsageError(`${command} does not take ${flag}`);
  }
  return {
    command: given.has('--help') ? 'help' : command,
    words,
    has: (flag) => given.has(flag),
    value: (flag) => given.get(flag)?.at(-1),
    values: (flag) => given.get(flag) ?? [],
  };
}

function splitOnce(word: string): [string, string?] {
  const equals = word.indexOf('=');
  return equals < 0 ? [word] : [word.slice(0, equals), word.slice(equals + 1)];
}
