/** What the switches do to a request before it is served; true when that was its answer already. */
export function refuses(switches, request, response) {
  const took = (name) => switches.take(name, request);
  if (took('hang')) return true;
  if (took('drop')) {
    request.socket.destroy();
    return true;
  }
  const redirect = took('redirect');
  if (redirect) {
    response.status(307).set('Location', redirect.location).end();
    return true;
  }
  if (took('html')) {
    response.status(200).type('html').send('<!doctype html><title>Maintenance</title><h1>We will be back</h1>');
    return true;
  }
  const plain = took('status') ?? unsupported(switches, request);
  if (plain) answerError(response, plain);
  return plain !== null;
}

function unsupported(switches, request) {
  const isMissing =
    (request.method === 'PATCH' && switches.has('noPatch', request)) ||
    (request.path.startsWith('/Bulk') && switches.has('noBulk', request));
  return isMissing ? { status: 501, detail: 'Not supported' } : null;
}

/** An error as SCIM writes it (RFC 7644, 3.12). */
export function answerError(response, { status, detail = `Switched to ${status}`, scimType, retryAfter }) {
  if (retryAfter !== undefined) response.set('Retry-After', String(retryAfter));
  response.status(status).type('application/scim+json');
  response.send({ schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: String(status), scimType, detail });
}

/** What the switches do to an answer that the target gives, a SCIM message. */
export function distorted(switches, request, message, page) {
  if (Array.isArray(message.Resources)) return distortedList(switches, request, message, page);
  if (message.patch?.supported !== undefined) return capabilities(switches, request, message);
  return withTexts(switches, request, message);
}

function distortedList(switches, request, list, page) {
  let users = list.Resources.map((user) => withTexts(switches, request, user));
  if (switches.has('duplicates', request)) users = users.flatMap((user) => [user, user]);
  const told = { ...list, Resources: users, startIndex: page.startIndex, itemsPerPage: users.length };
  const cursors = switches.has('cursors', request);
  if (!cursors) return told;
  delete told.startIndex;
  if (page.next !== null) told.nextCursor = cursors.absolute ? `${cursors.absolute}?cursor=${page.next}` : cursorOf(page.next);
  return told;
}

const cursorOf = (start) => Buffer.from(`from ${start}`).toString('base64url');

/** The place that a cursor names; null without cursors. */
export function cursorIn(switches, request) {
  if (!switches.has('cursors', request)) return null;
  const { cursor } = request.query;
  const start = cursor ? Number(Buffer.from(String(cursor), 'base64url').toString().replace('from ', '')) : 1;
  return Number.isInteger(start) && start > 0 ? start : 1;
}

function withTexts(switches, request, user) {
  return typeof user.active === 'boolean' && switches.has('texts', request) ? { ...user, active: user.active ? 'True' : 'False' } : user;
}

function capabilities(switches, request, config) {
  const off = (name, member) => (switches.has(name, request) ? { [member]: { ...config[member], supported: false } } : {});
  return { ...config, ...off('noPatch', 'patch'), ...off('noBulk', 'bulk'), ...off('noFilter', 'filter') };
}
