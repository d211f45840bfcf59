import { NO_REFUSAL, refusalOf, type Refusal } from './refusals';

export { refusalOf } from './refusals';
export type { Refusal } from './refusals';

/** Milliseconds until a page that nobody sees is looked at again, at least. */
const HIDDEN = 1000;

/** A question to the server, and who is told. */
export interface Look<T> {
  ask(): Promise<T>;
  show(answer: T): void;
  /** Told `NO_REFUSAL` when somebody asks anew and when there is an answer again. */
  refuse(refusal: Refusal): void;
  /** Milliseconds until it is asked again, 0 for never. It gets the answer, nothing after a refusal. Left out: asked once. */
  pause?(answer?: T): number;
}

/**
 * How every component calls the server: one action at a time, and of its looks the newest alone is shown. An action does not end a look.
 * A component that looks at two things has two of these, and ends them when it leaves the page.
 */
export class Calls {
  private busy = false;
  private turn = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * Runs an action. A second click while the first is under way is ignored: a disabled button would lose the keyboard's place.
   * `refuse` is told why it failed, and `NO_REFUSAL` when it begins.
   */
  async act(action: () => Promise<unknown>, refuse: (refusal: Refusal) => void): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    refuse(NO_REFUSAL);
    try {
      await action();
    } catch (error) {
      refuse(refusalOf(error));
    } finally {
      this.busy = false;
    }
  }

  /**
   * Asks and shows, again and again where the look has a pause. The look before it ends: an answer to it that is still under way is not shown.
   * `rest`: milliseconds before it asks, in which a newer look may take its place.
   */
  look<T>(look: Look<T>, rest = 0): void {
    this.end();
    const { turn } = this;
    const begin = (): void => {
      look.refuse(NO_REFUSAL);
      void this.ask(look, turn);
    };
    if (rest > 0) this.later(rest, begin);
    else begin();
  }

  /** Ends the look, because nobody wants its answer any more. */
  end(): void {
    this.turn++;
    clearTimeout(this.timer);
  }

  private async ask<T>(look: Look<T>, turn: number): Promise<void> {
    let answer: T | undefined;
    let refusal = NO_REFUSAL;
    try {
      answer = await look.ask();
    } catch (error) {
      refusal = refusalOf(error);
    }
    if (turn !== this.turn) return;
    look.refuse(refusal);
    if (refusal === NO_REFUSAL) look.show(answer as T);
    if (turn === this.turn) this.askAgain(look, turn, look.pause?.(answer) ?? 0);
  }

  /** A page that nobody sees waits. */
  private askAgain<T>(look: Look<T>, turn: number, pause: number): void {
    if (pause === 0) return;
    this.later(pause, () => (document.hidden ? this.askAgain(look, turn, Math.max(pause, HIDDEN)) : void this.ask(look, turn)));
  }

  private later(milliseconds: number, work: () => void): void {
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- live progress is asked for again by itself, and typing at rest is checked
    this.timer = setTimeout(work, milliseconds);
  }
}
