import { refusalOf } from 'c/provisioningApexErrors';

/** Milliseconds until the next turn, or null to end. */
export type Delay = number | null;

/**
 * Runs a task again and again, each turn after the one before has ended; a hidden page waits. Returns the function that ends it.
 * The task says after every turn how long to wait; it must not throw.
 */
export function poll(task: () => Promise<Delay>, firstDelay = 0): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ended = false;

  const schedule = (delay: number): void => {
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- a page that shows live progress has to ask again by itself
    timer = setTimeout(() => void turn(delay), delay);
  };
  const turn = async (delay: number): Promise<void> => {
    if (document.hidden) {
      schedule(Math.max(delay, 1000));
      return;
    }
    const next = await task();
    if (!ended && next !== null) schedule(next);
  };

  schedule(firstDelay);
  return () => {
    ended = true;
    clearTimeout(timer);
  };
}

/** What `watch` asks and tells. */
export interface Watched<T> {
  ask(): Promise<T>;
  /** Shows the answer and says when to ask again. */
  show(answer: T): Delay;
  /** Shows why there is no answer; empty text: nothing is wrong. */
  refuse(message: string): void;
}

/** Asks and shows, again and again while the answer changes by itself; a refusal ends it. Returns the function that ends it. */
export function watch<T>({ ask, show, refuse }: Watched<T>): () => void {
  refuse('');
  return poll(async () => {
    try {
      return show(await ask());
    } catch (error) {
      refuse(refusalOf(error).message);
      return null;
    }
  });
}
