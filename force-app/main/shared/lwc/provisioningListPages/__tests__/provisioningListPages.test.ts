import { ListPages, UNREAD, type Listed } from 'c/provisioningListPages';
import { refusal, settled } from 'jest-helpers';

interface Page {
  readonly names: readonly string[];
  readonly next: string | null;
}

function list() {
  const seen: Listed<string>[] = [UNREAD];
  const ask = jest.fn<Promise<Page>, [string | null]>();
  const arrived = jest.fn();
  const pages = new ListPages<Page, string>({
    ask,
    rowsOf: ({ names }) => names.map((name) => name.toUpperCase()),
    show: (listed) => seen.push(listed),
    arrived,
  });
  return { pages, ask, arrived, shown: () => seen[seen.length - 1]! };
}
const page = (names: readonly string[], next: string | null = null): Promise<Page> => Promise.resolve({ names, next });

describe('ListPages', () => {
  it('loads, and puts the next page below', async () => {
    const { pages, ask, arrived, shown } = list();
    expect(shown()).toEqual({ rows: undefined, hasMore: false, failure: '', selected: [] });
    ask.mockReturnValueOnce(page(['a', 'b'], 'x'));
    pages.start();
    expect(shown().rows).toBeUndefined();
    await settled();
    expect(shown()).toMatchObject({ rows: ['A', 'B'], hasMore: true });
    ask.mockReturnValueOnce(page(['c']));
    pages.more();
    await settled();
    expect(ask.mock.calls).toEqual([[null], ['x']]);
    expect(shown()).toMatchObject({ rows: ['A', 'B', 'C'], hasMore: false });
    expect(arrived.mock.calls.map(([, many]: [Page, number]) => many)).toEqual([2, 3]);
  });

  it('begins anew with nothing, or keeps what is there until the answer comes', async () => {
    const { pages, ask, shown } = list();
    ask.mockReturnValueOnce(page(['a'], 'x'));
    pages.start();
    await settled();
    ask.mockReturnValue(page(['b']));
    pages.refresh();
    expect(shown().rows).toEqual(['A']);
    await settled();
    expect(shown()).toMatchObject({ rows: ['B'], hasMore: false });
    pages.start();
    expect(shown().rows).toBeUndefined();
    await settled();
    expect(ask.mock.calls).toEqual([[null], [null], [null]]);
  });

  it('shows the answer to the newest question alone', async () => {
    const { pages, ask, shown } = list();
    let answer: (late: Page) => void = () => undefined;
    ask.mockReturnValueOnce(new Promise((resolve) => (answer = resolve))).mockReturnValueOnce(page(['new']));
    pages.start();
    pages.start();
    await settled();
    answer({ names: ['old'], next: 'x' });
    await settled();
    expect(shown()).toMatchObject({ rows: ['NEW'], hasMore: false });
    ask.mockReturnValueOnce(page(['gone']));
    pages.start();
    pages.end();
    await settled();
    expect(shown().rows).toBeUndefined();
  });

  it('keeps the selection through pages, questions and refusals', async () => {
    const { pages, ask, shown } = list();
    ask.mockReturnValue(page(['a']));
    pages.select(['7']);
    pages.start();
    await settled();
    expect(shown().selected).toEqual(['7']);
    pages.select([]);
    expect(shown().selected).toEqual([]);
    expect(shown().rows).toEqual(['A']);
  });

  it('says why there is nothing, and forgets it when it is asked again', async () => {
    const { pages, ask, shown } = list();
    ask.mockRejectedValueOnce(refusal('Not for you.')).mockReturnValueOnce(page(['a']));
    pages.start();
    await settled();
    expect(shown().failure).toBe('Not for you.');
    pages.refresh();
    expect(shown().failure).toBe('');
    await settled();
    expect(shown().rows).toEqual(['A']);
  });
});
