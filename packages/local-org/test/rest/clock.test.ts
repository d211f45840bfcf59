import { afterAll, beforeAll, expect, it } from 'vitest';
import { send, serveLibrary, type Served } from './served-org';

let served: Served;

beforeAll(async () => {
  served = await serveLibrary();
});
afterAll(() => served.close());

it('the clock does not go where no datetime is, however far it is asked to', async () => {
  for (const advance of [1e300, 2 ** 53, '9999999999d', `${'9'.repeat(400)}ms`]) {
    const answer = await send(served.url, 'POST', '/__local/clock', { advance });
    expect([answer.status, answer.body[0].message]).toEqual([400, 'advance may not lead beyond the year 4000']);
  }
  expect((await send(served.url, 'POST', '/__local/clock', { advance: '365d' })).status).toBe(200);
});
