/** Rows of a file that go in one call. */
export interface Parcel {
  /** Where they stand in the file. */
  readonly indexes: readonly number[];
  /** As the API takes them. */
  readonly rows: readonly Readonly<Record<string, string | boolean>>[];
}
type Results = readonly Apex.EmployeeImportResult[];

/**
 * Sends parcels one after another. What was answered stays answered: after a refusal or a stop `run` goes on with the first parcel that was not.
 */
export class Sending {
  readonly total: number;
  private readonly parcels: readonly Parcel[];
  private readonly ask: (rows: string) => Promise<Results>;
  private readonly take: (parcel: Parcel, results: Results) => void;
  private next = 0;
  private stopped = false;

  constructor(parcels: readonly Parcel[], ask: (rows: string) => Promise<Results>, take: (parcel: Parcel, results: Results) => void) {
    this.parcels = parcels;
    this.ask = ask;
    this.take = take;
    this.total = rowsOf(parcels);
  }

  /** Rows that were answered. */
  get done(): number {
    return rowsOf(this.parcels.slice(0, this.next));
  }

  /** True when every row has its answer, false when it was stopped before. */
  async run(): Promise<boolean> {
    this.stopped = false;
    return this.sendRest();
  }
  /** The call that is under way is still answered. */
  stop(): void {
    this.stopped = true;
  }

  private async sendRest(): Promise<boolean> {
    const parcel = this.parcels[this.next];
    if (!parcel) return true;
    if (this.stopped) return false;
    const results = await this.ask(JSON.stringify(parcel.rows));
    this.next++;
    this.take(parcel, results);
    return this.sendRest();
  }
}

const rowsOf = (parcels: readonly Parcel[]): number => parcels.reduce((sum, { indexes }) => sum + indexes.length, 0);
