import { connect, type Socket } from 'node:net';

export interface RawAnswer {
  /** 0 when the connection ended without an answer. */
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** The error code of an answer in the platform's shape. */
  readonly errorCode: string | undefined;
}

export function open(url: string): Socket {
  return connect(Number(new URL(url).port), '127.0.0.1');
}

/** Sends bytes as they are and reads until the server closes: the bytes should ask for that with `Connection: close`. */
export function exchange(url: string, ...pieces: readonly (string | Buffer)[]): Promise<RawAnswer> {
  const socket = open(url);
  for (const piece of pieces) socket.write(piece, 'latin1');
  return answerOn(socket);
}

/** What the server says on a connection until it closes it. */
export function answerOn(socket: Socket): Promise<RawAnswer> {
  const chunks: Buffer[] = [];
  return new Promise((resolve) => {
    // The sender of a body may find the connection closed before it has sent all.
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.once('close', () => resolve(parse(Buffer.concat(chunks).toString('latin1'))));
  });
}

function parse(all: string): RawAnswer {
  const [head = '', ...rest] = all.split('\r\n\r\n');
  const [line = '', ...lines] = head.split('\r\n');
  const headers = Object.fromEntries(
    lines.map((text) => [text.split(':')[0]?.toLowerCase() ?? '', text.slice(text.indexOf(':') + 1).trim()]),
  );
  const text = rest.join('\r\n\r\n');
  return { status: Number(line.split(' ')[1] ?? 0), headers, text, errorCode: /"errorCode":"(\w+)"/.exec(text)?.[1] };
}
