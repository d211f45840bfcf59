/** What a number counts; each has one colour wherever it is drawn. */
export type Series = 'created' | 'linked' | 'updated' | 'skipped' | 'failed' | 'waiting' | 'rest';

/** A share of a whole. */
export interface Share {
  readonly name: string;
  /** In words, where a legend or a table names it. */
  readonly label?: string;
  /** Not below 0. */
  readonly value: number;
  readonly series: Series;
}

const COLOURS: Readonly<Record<Series, string>> = {
  created: 'palette-blue-50',
  linked: 'palette-teal-50',
  updated: 'palette-purple-50',
  skipped: 'neutral-base-50',
  failed: 'error-base-50',
  waiting: 'palette-yellow-50',
  rest: 'neutral-base-90',
};

/** The least that is seen of a share above nothing, in percent of the whole. */
const LEAST = 2;

/** A paint for `fill` and `stroke`: a styling hook, so that a theme decides. */
export function colourOf(series: Series): string {
  return `var(--slds-g-color-${COLOURS[series]})`;
}

/** What percent of the whole each value takes; they add up to 100 where there is a whole, and no value above 0 is invisible. */
export function percentages(values: readonly number[]): number[] {
  const whole = sumOf(values);
  if (whole === 0) return values.map(() => 0);
  const wide = values.map((value) => (value > 0 ? Math.max(LEAST, (value / whole) * 100) : 0));
  const sum = sumOf(wide);
  return wide.map((width) => (width / sum) * 100);
}

/** A share with its place in a row from 0 to 100. */
export interface Place {
  readonly name: string;
  readonly series: Series;
  readonly colour: string;
  readonly start: number;
  readonly size: number;
}

/** The shares above nothing, side by side from 0 to 100. */
export function placesOf(shares: readonly Share[]): Place[] {
  const sizes = percentages(shares.map(({ value }) => value));
  let start = 0;
  const places = shares.map(({ name, series }, index) => {
    const size = sizes[index] ?? 0;
    const place = { name, series, colour: colourOf(series), start: rounded(start), size: rounded(size) };
    start += size;
    return place;
  });
  return places.filter(({ size }) => size > 0);
}

/** The sum of some numbers. */
export function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** The least round number (1, 2 or 5 times a power of ten) times four that is not below the value: the top of an axis in four steps. */
export function topOf(value: number): number {
  const step = Math.max(1, value / 4);
  const power = 10 ** Math.floor(Math.log10(step));
  const round = [1, 2, 5, 10].find((factor) => factor * power >= step) ?? 10;
  return round * power * 4;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
