import type { AppItem, SetupPage } from './model';
import { pathOf } from './routes';
import { tabPath } from './tabs';
import { texts } from './texts';

/** Records of one object, as `POST /ui/search` finds them. */
export interface FoundObject {
  readonly name: string;
  readonly label: string;
  readonly records: readonly { readonly id: string; readonly name: string; readonly note: string | null }[];
}

export interface SearchResult {
  readonly key: string;
  readonly label: string;
  readonly note: string;
  readonly url: string;
}

export interface ResultGroup {
  readonly key: string;
  readonly label: string;
  readonly results: readonly SearchResult[];
}

interface Pages {
  readonly apps: readonly AppItem[];
  readonly setupPages: readonly SetupPage[];
}

/** Tabs and pages of Setup whose label has every typed word; each address once. */
export function pagesMatching({ apps, setupPages }: Pages, term: string): readonly SearchResult[] {
  const words = term.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const tabs = apps.flatMap((app) => app.tabs.map((tab) => ({ label: tab.label, note: app.label, url: tabPath(tab) })));
  const setup = setupPages.map(({ path, label }) => ({ label, note: texts().setup, url: pathOf({ kind: 'setup', path }) }));
  const found = [...tabs, ...setup].filter(({ label }) => words.every((word) => label.toLowerCase().includes(word)));
  const first = found.filter((one, index) => found.findIndex((other) => other.url === one.url) === index);
  return first.map((one, index) => ({ key: `page-${index}`, ...one }));
}

/** Pages first, then the objects. */
export function resultsOf(pages: readonly SearchResult[], objects: readonly FoundObject[]): readonly ResultGroup[] {
  const records = objects.map(({ name, label, records: rows }) => ({
    key: name,
    label,
    results: rows.map((row) => ({
      key: `record-${row.id}`,
      label: row.name,
      note: row.note ?? '',
      url: pathOf({ kind: 'record', sobject: name, recordId: row.id }),
    })),
  }));
  return pages.length === 0 ? records : [{ key: 'pages', label: texts().pages, results: pages }, ...records];
}
