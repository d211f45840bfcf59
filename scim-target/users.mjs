import SCIMMY from 'scimmy';

/** Users that a page holds when the client does not say how many. */
const USUAL_PAGE = 100;

/** Teaches SCIMMY to keep users in the store of the target whose request it serves: it knows each kind of resource once a process. */
SCIMMY.Resources.declare(SCIMMY.Resources.User)
  .extend(SCIMMY.Schemas.EnterpriseUser, false)
  .ingress((resource, instance, { store, lag }) => {
    const values = JSON.parse(JSON.stringify(instance));
    return resource.id ? store.replace(resource.id, values) : store.add(values, lag);
  })
  .egress((resource, context) => (resource.id ? context.store.get(resource.id) : pageOf(resource, context)))
  .degress((resource, { store }) => store.remove(resource.id));

/** One page of what the filter finds. SCIMMY would cut a page again that does not begin at 1, so what it is of goes beside it. */
function pageOf(resource, context) {
  const { store, page, switches, request } = context;
  if (resource.filter && switches.has('noOr', request) && / or /i.test(resource.filter.expression))
    throw new SCIMMY.Types.Error(400, 'invalidFilter', 'The operator or is not supported');
  const filter = switches.has('noFilter', request) ? undefined : resource.filter;
  const all = store.find(filter, { caseSensitive: switches.has('caseSensitive', request) !== null });
  const size = Math.min(resource.constraints?.count ?? USUAL_PAGE, switches.has('shortPages', request)?.size ?? USUAL_PAGE * 10);
  let start = page.cursor ?? resource.constraints?.startIndex ?? 1;
  if (start > all.length && switches.has('startOver', request)) start = 1;
  const found = all.slice(start - 1, start - 1 + size);
  page.startIndex = start;
  page.next = start + found.length <= all.length ? start + found.length : null;
  resource.constraints = { totalResults: all.length, itemsPerPage: Math.max(found.length, 1) };
  page.items = found.length;
  return found;
}
