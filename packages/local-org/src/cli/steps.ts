/** What a terminal is to this: a stream of text with a width. */
export interface StepsStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Erases the line from its beginning (ECMA-48, EL). */
const ERASE = '\r\u001B[2K';
const NARROW = 80;

/** The steps of a start for people. */
export interface Steps {
  show(text: string): void;
  /** Whatever else is written begins on a line of its own. */
  end(): void;
}

/** On a terminal one line that counts the steps and says the last one; elsewhere, where somebody reads a file, a line for each. */
export function stepsOn(stream: StepsStream): Steps {
  let steps = 0;
  let isOpen = false;
  return {
    show: (text) => {
      if (!stream.isTTY) {
        stream.write(`${text}\n`);
        return;
      }
      steps++;
      isOpen = true;
      stream.write(`${ERASE}${`${steps}. ${text}`.slice(0, (stream.columns ?? NARROW) - 1)}`);
    },
    end: () => {
      if (isOpen) stream.write('\n');
      isOpen = false;
    },
  };
}
