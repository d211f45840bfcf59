import { afterEach, beforeEach, expect, it, vi } from 'vitest';

/** A path and no import: this project of types has no DOM, which the loader is written for. */
const LOADER: string = '../../src/web/app/page/modules/lightning/platformResourceLoader/platformResourceLoader.ts';
type Load = (component: unknown, url: string) => Promise<void>;

/** What the loader needs of an element; the browser's side is a journey's. */
class FakeElement extends EventTarget {
  readonly tag: string;
  src = '';
  href = '';
  rel = '';
  removed = false;
  constructor(tag: string) {
    super();
    this.tag = tag;
  }
  remove(): void {
    this.removed = true;
  }
}
let head: FakeElement[];
let loader: { readonly loadScript: Load; readonly loadStyle: Load };

beforeEach(async () => {
  head = [];
  vi.stubGlobal('document', {
    createElement: (tag: string) => new FakeElement(tag),
    head: { append: (element: FakeElement) => head.push(element) },
  });
  vi.resetModules();
  loader = (await import(LOADER)) as typeof loader;
});
afterEach(() => vi.unstubAllGlobals());

it('loads a script once for the page, however often and by whom it is asked for', async () => {
  const asked = [
    loader.loadScript({}, '/resource/1/One'),
    loader.loadScript({}, '/resource/1/One'),
    loader.loadScript({}, '/resource/1/Two'),
  ];
  expect(head.map(({ tag, src }) => [tag, src])).toEqual([
    ['script', '/resource/1/One'],
    ['script', '/resource/1/Two'],
  ]);
  for (const element of head) element.dispatchEvent(new Event('load'));
  expect(await Promise.all(asked)).toEqual([undefined, undefined, undefined]);
  await loader.loadScript({}, '/resource/1/One');
  expect(head).toHaveLength(2);
});

it('loads a style sheet', async () => {
  const asked = loader.loadStyle({}, '/resource/1/Look');
  expect(head.map(({ tag, rel, href }) => [tag, rel, href])).toEqual([['link', 'stylesheet', '/resource/1/Look']]);
  head[0]?.dispatchEvent(new Event('load'));
  await asked;
});

it('tells what could not be loaded, and tries it anew the next time', async () => {
  const refused = loader.loadScript({}, '/resource/1/One');
  head[0]?.dispatchEvent(new Event('error'));
  await expect(refused).rejects.toThrow('/resource/1/One could not be loaded');
  expect(head[0]?.removed).toBe(true);
  const again = loader.loadScript({}, '/resource/1/One');
  head[1]?.dispatchEvent(new Event('load'));
  await again;
});
