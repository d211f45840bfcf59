import { expect, type Page } from '@playwright/test';

/** Waits until a page shows what it has to show: nothing loads, and what it says stays the same, apart from figures that go on. */
export async function settled(page: Page): Promise<void> {
  // by tag: a window over the page hides its role
  await expect(page.locator('main')).toBeVisible();
  let before = '';
  const moves = async (): Promise<string> => {
    const loading = page.locator('[aria-busy="true"]:visible, lightning-spinner:visible');
    const [first] = await loading.evaluateAll((busy) => busy.map((one) => `${one.localName} loads`));
    const now = (await page.locator('body').innerText()).replace(/\d+/g, '0');
    const changed = now === before ? '' : 'the text changed';
    before = now;
    return first ?? changed;
  };
  await expect.poll(moves, { intervals: [200, 300, 500], timeout: 30_000 }).toBe('');
}

/** Watches from the first paint of every page on how far things jump. */
export async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const seen = { sum: 0 };
    (window as unknown as { shifts: typeof seen }).shifts = seen;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
        if (!entry.hadRecentInput) seen.sum += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => (window as unknown as { shifts: { sum: number } }).shifts.sum);
}

/** How many pixels a page is wider than its window: what a person would have to scroll sideways. */
export async function tooWide(page: Page): Promise<number> {
  return page.evaluate(() => {
    const root = document.scrollingElement!;
    return Math.max(0, root.scrollWidth - root.clientWidth);
  });
}

/** Values that differ from run to run, and what stands in the file for them. */
const VOLATILE: readonly (readonly [RegExp, string])[] = [
  [/\b[a-zA-Z0-9]{15}(?:[A-Z0-5]{3})\b(?=[/&?\s"]|$)/gm, '{id}'],
  [/\bPP-\d{6}\b/g, 'PP-{number}'],
  [/\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d{1,2}(?:, \d{4})?\b/g, '{date}'],
  [/\b\d{1,2}\/\d{1,2}\/\d{4}\b/g, '{date}'],
  [/\b\d{1,2}:\d{2}(?::\d{2})?(?:[\s\u202f](?:AM|PM))?/g, '{time}'],
  [/(?:\b\d+ (?:seconds?|minutes?|hours?)(?: \d+ seconds?)? ago|\bthis minute|\bin \d+ (?:seconds?|minutes?))/g, '{ago}'],
  // whether it is told depends on how fast the machine was
  [/ ?\b[\d,]+ people a minute/g, ''],
  [/\b\d+(?:\.\d+)? (?:s|sec|seconds?|min|minutes?)\b/g, '{duration}'],
  [/http:\/\/127\.0\.0\.1:\d+/g, '{org}'],
];
/** How many rows, options or entries of a list stand in the file. */
const SHOWN: Readonly<Record<string, number>> = { row: 4, option: 6, listitem: 12 };

/** The accessibility tree of a page as text: what a screen reader is told, without what differs from run to run and without the rest of long lists. */
export async function accessibilityTree(page: Page): Promise<string> {
  const tree = await page.locator('body').ariaSnapshot();
  const text = VOLATILE.reduce((so, [from, to]) => so.replace(from, to), tree);
  return `${shortened(text.split('\n')).join('\n')}\n`;
}

function shortened(lines: readonly string[]): string[] {
  const kept: string[] = [];
  /** For each depth the kind of entry that is counted there, and how many there were. */
  const runs: { kind: string; count: number }[] = [];
  let hiddenBelow = Infinity;
  for (const line of lines) {
    const depth = line.search(/\S/);
    if (depth > hiddenBelow) continue;
    const kind = /^\s*- (\w+)/.exec(line)?.[1] ?? '';
    runs.length = Math.min(runs.length, depth + 1);
    const before = runs[depth];
    const count = before?.kind === kind ? before.count + 1 : 1;
    runs[depth] = { kind, count };
    const most = SHOWN[kind] ?? Infinity;
    hiddenBelow = count > most ? depth : Infinity;
    if (count === most + 1) kept.push(`${' '.repeat(depth)}- and more`);
    if (count <= most) kept.push(line);
  }
  return kept;
}
