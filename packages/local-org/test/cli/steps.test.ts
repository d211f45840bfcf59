import { describe, expect, it } from 'vitest';
import { stepsOn } from '../../src/cli/steps';

function written(stream: { isTTY?: boolean; columns?: number }, use: (steps: ReturnType<typeof stepsOn>) => void): string {
  let text = '';
  use(stepsOn({ ...stream, write: (part: string) => (text += part) }));
  return text;
}

describe('the steps of a start', () => {
  it('are one line on a terminal, which counts them and ends before anything else is said', () => {
    const text = written({ isTTY: true, columns: 100 }, (steps) => {
      steps.show('Compiling Apex');
      steps.show('Loading sample data: Account 200 of 2540');
      steps.end();
      steps.end();
    });
    expect(text.split('\r\u001B[2K')).toEqual(['', '1. Compiling Apex', '2. Loading sample data: Account 200 of 2540\n']);
  });

  it('do not break a narrow terminal', () => {
    const text = written({ isTTY: true, columns: 12 }, (steps) => steps.show('Compiling Apex'));
    expect(text).toBe('\r\u001B[2K1. Compilin');
  });

  it('are a line each elsewhere, as before', () => {
    const text = written({}, (steps) => {
      steps.show('Compiling Apex');
      steps.show('Ready');
      steps.end();
    });
    expect(text).toBe('Compiling Apex\nReady\n');
  });
});
