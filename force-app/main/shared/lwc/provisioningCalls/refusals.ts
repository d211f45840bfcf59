import { labels } from './labels';

/** Why the server refused, in the user's language. */
export interface Refusal {
  readonly message: string;
  /** The kind of refusal, as the server names it; null for errors that are none. */
  readonly reason: string | null;
  readonly findings: readonly Apex.ProvisioningFinding[];
  /** The process that stands in the way, where there is one. */
  readonly processId: string | null;
  /** Whose number has to be confirmed, where that is the matter. */
  readonly people?: number;
}

/** Nothing is wrong. */
export const NO_REFUSAL: Refusal = { message: '', reason: null, findings: [], processId: null };

interface Body {
  readonly message?: string;
}

/** Reads what a call to Apex was rejected with: our controllers send JSON in the message, the platform plain text. */
export function refusalOf(error: unknown): Refusal {
  const body = (error as { body?: Body | readonly Body[] } | undefined)?.body;
  const first = Array.isArray(body) ? (body as readonly Body[])[0] : (body as Body | undefined);
  const text = first?.message ?? (error instanceof Error ? error.message : '');
  const parsed = parsedMessage(text);
  return parsed
    ? { ...NO_REFUSAL, message: labels.consoleErrorUnreadable, ...parsed }
    : { ...NO_REFUSAL, message: text || labels.consoleErrorUnreadable };
}

function parsedMessage(text: string): Partial<Refusal> | undefined {
  if (!text.startsWith('{')) return undefined;
  try {
    return JSON.parse(text) as Partial<Refusal>;
  } catch {
    // a plain text that happens to begin with a brace
    return undefined;
  }
}
