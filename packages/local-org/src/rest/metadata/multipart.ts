import { restError } from '../shared/errors';

/** Parts of a `multipart/form-data` body by name (RFC 7578): the bytes between the lines of the boundary, without the line end before each. */
export function readParts(body: Uint8Array, contentType: string): ReadonlyMap<string, Uint8Array> {
  const boundary = /^multipart\/form-data\b.*;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType);
  if (!boundary) throw malformed('the Content-Type names no boundary');
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const line = Buffer.from(`--${boundary[1] ?? boundary[2] ?? ''}`);
  const parts = new Map<string, Uint8Array>();
  let from = bytes.indexOf(line);
  for (;;) {
    if (from < 0) throw malformed('it ends before its last boundary');
    from += line.length;
    if (bytes.toString('latin1', from, from + 2) === '--') return parts;
    const head = bytes.indexOf('\r\n\r\n', from);
    const next = bytes.indexOf(Buffer.concat([Buffer.from('\r\n'), line]), Math.max(head, from));
    if (head < 0 || next < 0) throw malformed('it ends before its last boundary');
    const name = /^content-disposition:.*?[;\s]name="([^"]*)"/im.exec(bytes.toString('utf8', from, head))?.[1];
    if (name === undefined || parts.has(name)) throw malformed('each part needs a name of its own');
    parts.set(name, bytes.subarray(head + 4, Math.max(next, head + 4)));
    from = next + 2;
  }
}

const malformed = (why: string) => restError(400, 'MALFORMED_MULTIPART', `The multipart body is malformed: ${why}`);
