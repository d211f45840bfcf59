/** Every request with what was answered to it, oldest first; the oldest are forgotten, so that a target that runs for weeks stays small. */
const MOST_ENTRIES = 100_000;

export class Journal {
  entries = [];

  /** Notes a request; `finish` adds what it was answered. Headers are left out: they hold tokens. */
  begin({ method, originalUrl, body }) {
    const entry = { at: Date.now(), method, path: originalUrl, body: hasBody(method) ? (body ?? null) : null, status: null, answer: null };
    this.entries.push(entry);
    if (this.entries.length > MOST_ENTRIES) this.entries.splice(0, MOST_ENTRIES / 10);
    return entry;
  }

  clear() {
    this.entries.length = 0;
  }
}

const hasBody = (method) => method !== 'GET' && method !== 'DELETE';
