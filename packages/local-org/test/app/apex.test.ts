import { describe, expect, it } from 'vitest';
import { apexMethod, getSObjectValue, refreshApex, type WireResult } from '../../src/web/app/page/runtime/apex';
import { eventually, pageServer } from './support/page-server';

const { asked, state } = pageServer();

interface Wire {
  connect(): void;
  disconnect(): void;
  update(config: Readonly<Record<string, unknown>>): void;
}
/** A wire of `Shop.getOrders` with all that it provisioned. */
function wire() {
  const results: WireResult[] = [];
  const Adapter = apexMethod('Shop.getOrders').adapter as new (emit: (result: WireResult) => void) => Wire;
  const adapter = new Adapter((result) => results.push(result));
  const provisioned = (count: number) => eventually(() => expect(results.length).toBe(count + 1));
  return { adapter, results, provisioned };
}

describe('an imported Apex method', () => {
  it('sends class, method and parameters, and gives what the method returned', async () => {
    state.answer = () => ({ body: { returnValue: [{ Id: '1' }] } });
    expect(await apexMethod('Shop.getOrders')({ id: '001' })).toEqual([{ Id: '1' }]);
    expect(await apexMethod('ns.Shop.getOrders')()).toEqual([{ Id: '1' }]);
    expect(asked.map((ask) => ask.body)).toEqual([
      { classname: 'Shop', method: 'getOrders', params: { id: '001' }, cacheable: false },
      { classname: 'ns.Shop', method: 'getOrders', params: {}, cacheable: false },
    ]);
  });

  it('rejects with status and body, as a component reads them', async () => {
    const body = {
      message: 'Script-thrown exception',
      exceptionType: 'System.AuraHandledException',
      isUserDefinedException: false,
      stackTrace: '',
    };
    state.answer = () => ({ body: { state: 'ERROR', ...body } });
    await expect(apexMethod('Shop.getOrders')()).rejects.toMatchObject({
      status: 500,
      ok: false,
      body,
      message: 'Script-thrown exception',
    });
  });

  it('rejects readably when the answer is not JSON', async () => {
    state.answer = () => ({ status: 502, body: '<html>' });
    await expect(apexMethod('Shop.getOrders')()).rejects.toMatchObject({
      status: 502,
      body: { message: expect.stringContaining('not JSON') as string },
    });
  });
});

describe('a wired Apex method', () => {
  it('asks as cacheable, and hands data out read-only', async () => {
    state.answer = () => ({ body: { returnValue: [{ Id: '1', lines: [1] }] } });
    const { adapter, results, provisioned } = wire();
    expect(results).toEqual([{ data: undefined, error: undefined }]);
    adapter.connect();
    adapter.update({ id: '001' });
    await provisioned(1);
    expect(asked[0]?.body).toMatchObject({ params: { id: '001' }, cacheable: true });
    const [order] = results[1]?.data as [{ lines: number[] }];
    expect(() => order.lines.push(2)).toThrow(TypeError);
  });

  it('does not ask while a parameter is undefined, but does for null', async () => {
    const { adapter, provisioned } = wire();
    adapter.connect();
    adapter.update({ id: undefined });
    expect(asked).toEqual([]);
    adapter.update({ id: null });
    await provisioned(1);
    expect(asked).toHaveLength(1);
  });

  it('never shows the answer to older parameters after a newer one', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    state.answer = ({ body }) =>
      (body['params'] as { id: string }).id === 'old' ? { body: { returnValue: 'old' }, after: held } : { body: { returnValue: 'new' } };
    const { adapter, results, provisioned } = wire();
    adapter.connect();
    adapter.update({ id: 'old' });
    adapter.update({ id: 'new' });
    await provisioned(1);
    release();
    adapter.update({ id: 'third' });
    await provisioned(2);
    expect(results.map((result) => result.data)).toEqual([undefined, 'new', 'new']);
  });

  it('provisions the error, and nothing once it is disconnected', async () => {
    state.answer = () => ({ status: 500, body: { message: 'No.' } });
    const { adapter, results, provisioned } = wire();
    adapter.connect();
    adapter.update({});
    await provisioned(1);
    expect(results[1]).toMatchObject({ data: undefined, error: { body: { message: 'No.' } } });
    adapter.disconnect();
    adapter.update({});
    expect(asked).toHaveLength(1);
  });

  it('asks again for refreshApex, and refuses what no wire provisioned', async () => {
    let count = 0;
    state.answer = () => ({ body: { returnValue: ++count } });
    const { adapter, results, provisioned } = wire();
    adapter.connect();
    adapter.update({});
    await provisioned(1);
    await refreshApex(results[1] as WireResult);
    expect(results.map((result) => result.data)).toEqual([undefined, 1, 2]);
    await expect(refreshApex({})).rejects.toThrow('no wire provisioned');
  });
});

describe('getSObjectValue', () => {
  it('reads a field by its token, over relationships too', () => {
    const record = { Name: 'A', Owner: { Name: 'Ada' } };
    expect(getSObjectValue(record, { fieldApiName: 'Owner.Name' })).toBe('Ada');
    expect(getSObjectValue(record, { fieldApiName: 'Parent.Name' })).toBeUndefined();
  });
});
