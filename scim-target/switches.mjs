/**
 * What makes the target hostile. A switch has a name and, if it is not for every request, `method`, `match` (a text in the path, query or body) and `times`
 * (so often it strikes). The names:
 *
 * | name            | does                                                                                       |
 * | --------------- | ------------------------------------------------------------------------------------------ |
 * | `status`        | answers `status`, with `retryAfter` (seconds or date), `detail` and `scimType`             |
 * | `after`         | does what was asked, then answers as `status`: the answer is lost                          |
 * | `hang`, `drop`  | never answers; ends the connection                                                         |
 * | `html`, `half`  | a page of HTML with status 200; the first half of the answer                               |
 * | `redirect`      | sends the client to `location`                                                             |
 * | `late`          | answers after `milliseconds`                                                               |
 * | `duplicates`    | lists every user twice                                                                     |
 * | `startOver`     | a page past the end is the first page again                                                |
 * | `shortPages`    | never lists more than `size`                                                               |
 * | `cursors`       | pages by cursor only (RFC 9865); with `absolute` the cursor is an address                  |
 * | `texts`         | `active` is "True" or "False"                                                              |
 * | `caseSensitive` | filters compare capitals                                                                   |
 * | `noFilter`      | filters are ignored                                                                        |
 * | `noOr`          | filters with `or` are refused                                                              |
 * | `noBulk`        | no /Bulk                                                                                   |
 * | `noPatch`       | no PATCH                                                                                   |
 * | `lag`           | a user is found by look-ups and lists only after `requests` further requests               |
 * | `tokenUses`     | a token is good for `uses` requests                                                        |
 */
const NAMES = new Set(
  (
    'status after hang drop html half redirect late duplicates startOver shortPages cursors texts ' +
    'caseSensitive noFilter noOr noBulk noPatch lag tokenUses'
  ).split(' '),
);

export class Switches {
  /** Those that are on. */
  on = [];

  /** Replaces all; throws for a name that is none. */
  set(switches) {
    const unknown = switches.find(({ name }) => !NAMES.has(name));
    if (unknown) throw new TypeError(`No switch is named ${unknown.name}`);
    this.on = switches.map((one) => ({ ...one }));
  }

  /** The first switch of that name that is for the request, null when none is; one more of its times is used up. */
  take(name, request) {
    const found = this.on.find((one) => one.name === name && isFor(one, request));
    if (found?.times !== undefined && --found.times <= 0) this.on = this.on.filter((one) => one !== found);
    return found ?? null;
  }

  /** The same without using it up. */
  has(name, request) {
    return this.on.find((one) => one.name === name && isFor(one, request)) ?? null;
  }
}

function isFor({ method, match }, request) {
  if (method !== undefined && method !== request.method) return false;
  if (match === undefined) return true;
  return decodeURIComponent(request.originalUrl).includes(match) || JSON.stringify(request.body ?? null).includes(match);
}
