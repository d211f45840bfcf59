/** The one thing that is kept in the browser: up to which row a file was accepted, by its digest. Nothing about the people in it. */
const KEY = 'provisioningImport';
/** Files that are remembered; an older one begins with its first row again, which changes nothing for who was imported. */
const MOST = 5;

interface Position {
  readonly digest: string;
  readonly next: number;
}

/** How many rows of the file were accepted before. */
export function positionOf(digest: string): number {
  return stored().find((one) => one.digest === digest)?.next ?? 0;
}

export function keepPosition(digest: string, next: number): void {
  write([{ digest, next }, ...stored().filter((one) => one.digest !== digest)].slice(0, MOST));
}

export function forgetPosition(digest: string): void {
  write(stored().filter((one) => one.digest !== digest));
}

/** What a browser that keeps nothing, or somebody's hand, left: then a file begins with its first row. */
function stored(): readonly Position[] {
  try {
    const all: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(all) ? all.filter(isPosition) : [];
  } catch {
    // a browser may forbid storage, and a text may be none of ours
    return [];
  }
}

function isPosition(one: unknown): one is Position {
  const { digest, next } = (one ?? {}) as Partial<Position>;
  return typeof digest === 'string' && Number.isInteger(next) && (next ?? -1) >= 0;
}

function write(all: readonly Position[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(all));
  } catch {
    // a browser may forbid storage: the import works without
  }
}
