import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../src/cli/arguments';

describe('the command line', () => {
  it('takes values in both spellings and keeps repeated ones', () => {
    const args = parseArguments(['test', '--class', 'A', '--class=B.c', '--json']);
    expect(args.command).toBe('test');
    expect(args.values('--class')).toEqual(['A', 'B.c']);
    expect(args.has('--json')).toBe(true);
  });

  it('keeps words that are not flags', () => {
    expect(parseArguments(['exec', '-']).words).toEqual(['-']);
  });

  it.each([
    [['start', '--dbb', 'x'], 'Unknown option --dbb'],
    [['start', '--db'], '--db needs a value'],
    [['start', '--db', '--reset'], '--db needs a value'],
    [['start', '--reset=yes'], '--reset takes no value'],
    [['check', '--coverage'], 'check does not take --coverage'],
  ])('refuses %j', (argv, message) => {
    expect(() => parseArguments(argv)).toThrow(message);
  });
});
