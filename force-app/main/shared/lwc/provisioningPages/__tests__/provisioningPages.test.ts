import { everyPage } from 'c/provisioningPages';

describe('c/provisioningPages', () => {
  it('asks for page after page until there is none, and for no more than it may', async () => {
    const ask = jest.fn((after: string | null) =>
      Promise.resolve(after === null ? { rows: [1, 2], next: 'b' } : { rows: [3], next: after === 'b' ? 'c' : null }),
    );
    expect(await everyPage(ask)).toEqual([1, 2, 3, 3]);
    expect(ask.mock.calls.map(([after]) => after)).toEqual([null, 'b', 'c']);
    expect(await everyPage(ask, 2)).toEqual([1, 2, 3]);
  });
});
