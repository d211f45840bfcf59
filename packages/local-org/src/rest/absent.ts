import { UnsupportedError } from '../kernel/exceptions';
import { openRoute, route, type Route } from './shared/call';

/**
 * What the platform documents and the local org does not serve, by the address below `/services/data/vNN.0` (REST API Developer Guide, "REST
 * Reference"; Tooling, Connect, User Interface, CRM Analytics and Metadata API guides); `/*` stands for all that lies below as well. The only list of
 * them: each answers 501 with its name, so that nobody takes it for a mistyped address. What is served is more specific and wins.
 */
const DATA: readonly (readonly [path: string, name: string])[] = [
  ['actions/*', 'invocable actions'],
  ['analytics/*', 'the Reports and Dashboards REST API'],
  ['appMenu/*', 'app menus'],
  ['async-queries/*', 'Async SOQL'],
  ['chatter/*', 'Chatter'],
  ['commerce/*', 'commerce'],
  ['compactLayouts', 'compact layouts'],
  ['composite/graph', 'composite graphs'],
  ['connect/*', 'this part of the Connect REST API'],
  ['consent/*', 'consent'],
  ['contact-tracing/*', 'contact tracing'],
  ['dedupe/*', 'duplicate jobs'],
  ['event/*', 'event schemas'],
  ['folders/*', 'folders of reports and dashboards'],
  ['jobs/ingest/:job/results', 'this form of the results of a bulk job'],
  ['knowledgeManagement/*', 'Knowledge'],
  ['licensing/*', 'licensing'],
  ['limits/recordCount', 'counts of records'],
  ['localizedvalue/*', 'localized values'],
  ['parameterizedSearch', 'parameterized search'],
  ['payments/*', 'payments'],
  ['process/*', 'approvals and process rules'],
  ['quickActions/*', 'quick actions by REST'],
  ['relevantItems', 'relevant items'],
  ['scheduling/*', 'Salesforce Scheduler'],
  ['search', 'search by SOSL'],
  ['search/layout', 'search layouts'],
  ['search/scopeOrder', 'scopes of search'],
  ['search/suggestSearchQueries', 'suggested searches'],
  ['search/suggestTitleMatches', 'suggested articles'],
  ['search/suggestions', 'suggested records'],
  ['smartdatadiscovery/*', 'Einstein Discovery'],
  ['sobjects/Global/describe/layouts', 'layouts by REST'],
  ['sobjects/relevantItems', 'relevant items'],
  ['sobjects/:object/deleted', 'deleted records of a period'],
  ['sobjects/:object/updated', 'updated records of a period'],
  ['sobjects/:object/describe/approvalLayouts/*', 'approval layouts'],
  ['sobjects/:object/describe/compactLayouts/*', 'compact layouts'],
  ['sobjects/:object/describe/layouts/*', 'layouts by REST'],
  ['sobjects/:object/describe/namedLayouts/*', 'layouts by REST'],
  ['sobjects/:object/eventSchema', 'event schemas'],
  ['sobjects/:object/listviews/*', 'list views by REST'],
  ['sobjects/:object/quickActions/*', 'quick actions by REST'],
  ['sobjects/:object/:id/richTextImageFields/*', 'images of rich text'],
  ['support/*', 'articles of Knowledge'],
  ['tabs', 'tabs by REST'],
  ['theme', 'themes'],
  ['tooling/apexManifest', 'the manifest of Apex'],
  ['tooling/completions', 'completions'],
  ['tooling/composite/*', 'composite requests of the Tooling API'],
  ['tooling/runTestsAsynchronous', 'asynchronous test runs by REST'],
  ['tooling/search', 'search by SOSL'],
  ['tooling/sobjects/*', 'objects of the Tooling API'],
  ['ui-api/actions/*', 'actions of the User Interface API'],
  ['ui-api/aggregate-ui', 'batches of the User Interface API'],
  ['ui-api/apps/*', 'apps of the User Interface API'],
  ['ui-api/duplicates/*', 'duplicate rules'],
  ['ui-api/favorites/*', 'favorites'],
  ['ui-api/layout/*', 'layouts of the User Interface API'],
  ['ui-api/list-info/*', 'list views of the User Interface API'],
  ['ui-api/list-records/*', 'list views of the User Interface API'],
  ['ui-api/list-ui/*', 'list views of the User Interface API'],
  ['ui-api/lookups/*', 'lookups of the User Interface API'],
  ['ui-api/mru-list-records/*', 'recently used records'],
  ['ui-api/mru-list-ui/*', 'recently used records'],
  ['ui-api/nav-items', 'navigation of the User Interface API'],
  ['ui-api/predupe', 'duplicate rules'],
  ['ui-api/record-avatars/*', 'avatars'],
  ['ui-api/record-defaults/*', 'defaults of the User Interface API'],
  ['ui-api/record-ui/*', 'records with their layouts'],
  ['ui-api/records', 'writing by the User Interface API'],
  ['ui-api/related-list-count/*', 'related lists of the User Interface API'],
  ['ui-api/related-list-info/*', 'related lists of the User Interface API'],
  ['ui-api/related-list-preferences/*', 'related lists of the User Interface API'],
  ['ui-api/related-list-records/*', 'related lists of the User Interface API'],
  ['ui-api/session/csrf', 'CSRF tokens'],
  ['ui-api/themes/*', 'themes'],
  ['wave/*', 'CRM Analytics'],
];

/** Outside `/services/data`. */
const ELSEWHERE: readonly (readonly [path: string, name: string])[] = [
  ['/cometd/:api/*', 'the Streaming API (Bayeux)'],
  ['/services/async/*', 'the Bulk API 1.0'],
  ['/services/wave/*', 'CRM Analytics'],
  ['/services/proxy/*', 'the AJAX proxy'],
];

/** They take no session on the platform either. */
const OPEN: readonly (readonly [path: string, name: string])[] = [
  ['/services/auth/*', 'authentication providers'],
  ['/services/oauth2/authorize', 'the authorization code flow'],
  ['/services/oauth2/introspect', 'token introspection'],
  ['/services/oauth2/register', 'registration of clients'],
];

export function absentRoutes(data: string): Route[] {
  const below = DATA.map(([path, name]) => [`${data}/${path}`, name] as const);
  return [...[...below, ...ELSEWHERE].flatMap((row) => refusing(row, route)), ...OPEN.flatMap((row) => refusing(row, openRoute))];
}

function refusing([path, name]: readonly [string, string], make: typeof route): Route[] {
  const refuse = (): never => {
    throw new UnsupportedError(name);
  };
  const whole = path.replace(/\/\*$/, '');
  return [make('*', whole, refuse), ...(whole === path ? [] : [make('*', `${whole}/*rest`, refuse)])];
}
