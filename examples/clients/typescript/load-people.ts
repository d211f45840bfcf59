/**
 * Loads people, runs user provisioning and reads what became of each of them, with nothing but fetch.
 *
 *   SALESFORCE_URL       https://yourdomain.my.salesforce.com, or http://127.0.0.1:3000 for the local org
 *   SALESFORCE_TOKEN     an access token or session id of somebody with the permission sets Provisioning Integration and Provisioning Operator
 *   PEOPLE, PREFIX       how many people, 10,000 when left out, and what their numbers begin with
 */
export {}; // a module, for what it awaits

interface Verdict {
  readonly employeeNumber: string;
  readonly outcome: 'Created' | 'Updated' | 'Unchanged' | 'Failed';
  readonly code: string | null;
  readonly message: string | null;
}
interface Process {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly guard: string | null;
  readonly statusMessage: string | null;
  readonly total: number;
  readonly processed: number;
  readonly created: number;
  readonly failed: number;
}
interface Items {
  readonly items: readonly { readonly employeeNumber: string; readonly userId: string | null; readonly cause: string | null }[];
  readonly next: string | null;
}

const url = required('SALESFORCE_URL');
const token = required('SALESFORCE_TOKEN');
const people = Number(process.env['PEOPLE'] ?? 10_000);
const prefix = process.env['PREFIX'] ?? 'TS';
/** The most that one call takes. */
const ROWS = 200;
const OVER = ['Finished', 'Failed', 'Cancelled', 'Aborted'];

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}

/** Calls the API; an error says what happened and what to do, in its first entry. */
async function call<T>(method: string, path: string, body?: object): Promise<T> {
  const response = await fetch(`${url}/services/apexrest/provisioning/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
  return answer as T;
}

async function load(): Promise<Record<string, number>> {
  const outcomes: Record<string, number> = {};
  for (let from = 0; from < people; from += ROWS) {
    const employees = Array.from({ length: Math.min(ROWS, people - from) }, (_, i) => {
      const number = `${prefix}${String(from + i + 1).padStart(6, '0')}`;
      return {
        employeeNumber: number,
        firstName: 'Ada',
        lastName: `Example ${number}`,
        email: `${number.toLowerCase()}@people.example`,
        status: 'Active',
        statusStartDate: '2026-01-05T08:00:00Z',
      };
    });
    // Each row has its own verdict: whoever is refused does not hold up the others, and sending a call again changes nothing.
    for (const verdict of await call<readonly Verdict[]>('POST', '/employees', { employees })) {
      outcomes[verdict.outcome] = (outcomes[verdict.outcome] ?? 0) + 1;
      if (verdict.outcome === 'Failed') console.error(`${verdict.employeeNumber}: ${verdict.code} ${verdict.message}`);
    }
  }
  return outcomes;
}

async function run(): Promise<Process> {
  const { id } = await call<Process>('POST', '/processes', { mode: 'Live' });
  for (;;) {
    const process = await call<Process>('GET', `/processes/${id}`);
    if (OVER.includes(process.status)) return process;
    // A guard waits for a person: somebody looks at the reason, and resumes or cancels.
    if (process.guard) throw new Error(`${process.name} waits at ${process.guard}: ${process.statusMessage}`);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}

/** Every item of one outcome, page by page. */
async function* items(processId: string, outcome: string): AsyncGenerator<Items['items'][number]> {
  let after: string | null = null;
  do {
    const query = new URLSearchParams({ outcome, limit: '200', ...(after ? { after } : {}) });
    const page: Items = await call<Items>('GET', `/processes/${processId}/items?${query}`);
    yield* page.items;
    after = page.next;
  } while (after);
}

const loaded = await load();
const process_ = await run();
const users = new Set<string>();
for await (const { userId } of items(process_.id, 'Created')) if (userId) users.add(userId);
const causes: Record<string, number> = {};
for await (const { cause } of items(process_.id, 'Failed')) causes[cause ?? ''] = (causes[cause ?? ''] ?? 0) + 1;
console.log(
  JSON.stringify({ loaded, status: process_.status, created: process_.created, failed: process_.failed, users: users.size, causes }),
);
