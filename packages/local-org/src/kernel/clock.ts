/** The only place that reads the machine's clock: real time plus an offset that tests move (`POST /__local/clock`). */
export class Clock {
  private offset: number;
  private readonly source: () => number;

  /** @param offset milliseconds added to the source; @param source milliseconds since the epoch */
  constructor(offset = 0, source: () => number = Date.now) {
    this.offset = offset;
    this.source = source;
  }

  /** Milliseconds since the epoch. */
  now(): number {
    return this.source() + this.offset;
  }

  advance(milliseconds: number): void {
    this.offset += milliseconds;
  }

  get offsetMs(): number {
    return this.offset;
  }
}
