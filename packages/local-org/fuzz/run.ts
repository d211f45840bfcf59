import fc from 'fast-check';
import { fittingRows, type Values } from './fields';
import { judge, type Verdict } from './judge';
import { shown, type Exchange, type FuzzRequest } from './request';
import { requestTo } from './requests';
import { tripByBulk, tripByRest, type Trip } from './round-trip';
import type { FuzzRoute } from './routes';
import type { Target } from './target';
import type { World } from './world';

export interface Outcome extends Figures {
  /** Values that were stored and read again. */
  compared: number;
  /** Exceptions of the project's own code. */
  apex: number;
}

/** What is printed; the last four have to be 0. */
export interface Figures {
  readonly requests: number;
  readonly routes: number;
  fiveHundreds: number;
  slowerThan1s: number;
  wrongValues: number;
  crashed: number;
}

export interface RunOptions {
  readonly requests: number;
  readonly seed: number;
  /** Only this one of the requests, to repeat what a run found. */
  readonly only: number | null;
  readonly log: (text: string) => void;
}

/** One turn: what is sent is drawn with the turn's own seed, so that it does not depend on the turns before. */
type Turn = (seed: number, index: number) => Promise<void>;

/** Takes turns: every route, then two round trips by REST, then one by Bulk. Index and seed alone say what is sent. */
export async function run(target: Target, routes: readonly FuzzRoute[], world: World, options: RunOptions): Promise<Outcome> {
  const figures = { requests: options.requests, routes: routes.length, fiveHundreds: 0, slowerThan1s: 0, wrongValues: 0, crashed: 0 };
  const outcome: Outcome = { ...figures, compared: 0, apex: 0 };
  const turns = [...requestTurns(target, routes, world, options, outcome), ...tripTurns(target, world, options, outcome)];
  const [first, last] = options.only === null ? [0, options.requests] : [options.only, options.only + 1];
  for (let index = first; index < last; index++) {
    if (index % turns.length === 0 || !target.alive) await target.refresh();
    await turns[index % turns.length]?.(seedOf(options.seed, index), index);
  }
  return outcome;
}

/** Neighbouring numbers must not give alike requests. */
const seedOf = (seed: number, index: number): number => Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b);

function requestTurns(target: Target, routes: readonly FuzzRoute[], world: World, options: RunOptions, outcome: Outcome): Turn[] {
  const known = new Set<string>();
  return routes.map((route) => {
    const requests = requestTo(route, world);
    return async (seed, index) => {
      for (const request of fc.sample(requests, { seed, numRuns: 1 })) {
        const exchange = await exchanged(target, request);
        const verdict = judge(exchange);
        count(outcome, verdict);
        if (options.only !== null || isNews(known, verdict, exchange)) options.log(report(index, verdict, exchange, options));
      }
    };
  });
}

/** A busy machine is slow once, a slow request is slow each time; and a connection may be closed once while it is idle. */
async function exchanged(target: Target, request: FuzzRequest): Promise<Exchange> {
  let exchange: Exchange = { request, answer: await target.deliver(request) };
  for (let again = 0; again < 2 && /slow|unanswered/.test(judge(exchange)) && target.alive; again++) {
    exchange = { request, answer: await target.deliver(request) };
  }
  return exchange;
}

function count(outcome: Outcome, verdict: Verdict): void {
  if (verdict === 'fiveHundred') outcome.fiveHundreds++;
  if (verdict === 'slow') outcome.slowerThan1s++;
  if (verdict === 'unanswered') outcome.crashed++;
  if (verdict === 'apex') outcome.apex++;
}

/** Every finding is told; of exceptions of the project's own code the first of each place. */
function isNews(known: Set<string>, verdict: Verdict, { answer }: Exchange): boolean {
  if (verdict !== 'apex') return verdict !== 'good';
  const place = /\b(Class|Trigger)\.[\w.]+: line \d+.*/s.exec(answer?.body ?? '')?.[0] ?? '';
  if (known.has(place)) return false;
  known.add(place);
  return true;
}

function report(index: number, verdict: Verdict, { request, answer }: Exchange, { seed, only }: RunOptions): string {
  const body = answer?.body ?? '';
  const head = `${index} ${verdict} (repeat with --seed ${seed} --only ${index})`;
  return `${head}\n${shown(request)}\n\n${answer?.status} in ${answer?.milliseconds.toFixed(0)} ms: ${only === null ? body.slice(0, 600) : body}\n`;
}

/** Round trips of the objects that can be made without another record. */
function tripTurns(target: Target, world: World, options: RunOptions, outcome: Outcome): Turn[] {
  const each = world.objects.flatMap((object) => {
    const rows = object.createable ? fittingRows(object) : null;
    return rows === null ? [] : [rows.map((it): [string, readonly Values[]] => [object.name, it])];
  });
  if (each.length === 0) return [];
  const trips = fc.oneof(...each);
  const turn =
    (travel: (object: string, rows: readonly Values[]) => Promise<Trip>): Turn =>
    async (seed, index) => {
      for (const [object, rows] of fc.sample(trips, { seed, numRuns: 1 })) {
        try {
          const { wrong, values } = await travel(object, rows);
          outcome.compared += values;
          outcome.wrongValues += wrong.length;
          for (const value of wrong) options.log(`${index} wrong value (--seed ${options.seed} --only ${index}): ${JSON.stringify(value)}`);
        } catch (error) {
          outcome.crashed++;
          options.log(`${index} ${error instanceof Error ? error.message : String(error)}`);
        }
      }
    };
  const byRest = turn((object, rows) => tripByRest(target, object, rows[0] ?? {}));
  return [byRest, byRest, turn((object, rows) => tripByBulk(target, object, rows))];
}
