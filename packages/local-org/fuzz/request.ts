/** Who sends a request: the alias of a sample user, nobody, or a token that no session has. */
export type Sender = { readonly alias: string } | 'nobody' | 'stranger';

/** One generated request, complete but for the token of its sender. */
export interface FuzzRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | null;
  readonly sender: Sender;
  /** How the sender shows its token. */
  readonly by: 'header' | 'cookie';
}

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  /** Time that the server worked for it. */
  readonly milliseconds: number;
}

/** A request with what came back: null when nothing did. */
export interface Exchange {
  readonly request: FuzzRequest;
  readonly answer: Answer | null;
}

const SHOWN = 2_000;

/** A request for a person who wants to send it again. */
export function shown(request: FuzzRequest): string {
  const headers = Object.entries(request.headers).map(([name, value]) => `${name}: ${value}`);
  const body = request.body === null ? '' : Buffer.from(request.body).toString('utf8');
  const cut = body.length > SHOWN ? `${body.slice(0, SHOWN)}... (${body.length} characters)` : body;
  const sender = typeof request.sender === 'string' ? request.sender : request.sender.alias;
  return [`${request.method} ${request.path}`, ...headers, `(as ${sender}, by ${request.by})`, '', cut].join('\n');
}
