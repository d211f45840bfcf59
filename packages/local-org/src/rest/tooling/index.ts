import type { TestResult } from '../../testing/results';
import { ok, route, type Call, type Reply, type Route } from '../shared/call';
import { notFound, restError } from '../shared/errors';
import { isObject, parseJsonObject, type Json } from '../shared/json';
import { columnsOf } from '../query/columns';
import { nextPage, runQuery } from '../query/operations';
import { soqlOf, wantsColumns } from '../query/validate';

/** The part of the Tooling API that development tools need: queries, anonymous Apex and Apex tests. */
export function toolingRoutes(data: string): Route[] {
  return [
    route('GET', `${data}/tooling/query`, query),
    route('GET', `${data}/tooling/query/:locator`, (call, { locator = '' }) => ok(nextPage(call, locator, queryResource(call)))),
    route('GET', `${data}/tooling/executeAnonymous`, executeAnonymous),
    route('POST', `${data}/tooling/runTestsSynchronous`, runTests),
    route('GET', `${data}/tooling/sobjects/SourceMember/describe`, noSourceTracking),
  ];
}

function query(call: Call): Reply {
  const soql = soqlOf(call);
  return ok(wantsColumns(call) ? columnsOf(call, soql) : runQuery(call, soql, queryResource(call)));
}

/** In an org that does not track sources the object is not there, by which the Salesforce CLI knows it. */
function noSourceTracking(): Reply {
  throw notFound();
}

const queryResource = (call: Call): string => `/services/data/v${call.version}/tooling/query`;

/** `?anonymousBody=`; needs the permission Author Apex. */
function executeAnonymous(call: Call): Reply {
  requireAuthor(call);
  const source = call.query.get('anonymousBody');
  if (source === null) throw restError(400, 'MISSING_ARGUMENT', 'anonymousBody is required');
  const result = call.org.exec(source, call.user.userId);
  return ok({
    line: result.line,
    column: result.column,
    compiled: result.compiled,
    success: result.success,
    compileProblem: result.compileProblem,
    exceptionMessage: result.exceptionMessage,
    exceptionStackTrace: result.exceptionStackTrace,
  });
}

/** `{tests: [{className, testMethods?}]}`; all tests of the project when empty. */
function runTests(call: Call): Reply {
  requireAuthor(call);
  const { tests } = parseJsonObject(call.body);
  const only = Array.isArray(tests) ? tests.flatMap(selectionOf) : [];
  const run = call.org.runTests(only.length > 0 ? { only } : {});
  return ok({
    numTestsRun: run.total - run.skipped,
    numFailures: run.failed,
    totalTime: run.durationMs,
    successes: run.tests.filter((t) => t.outcome === 'Pass').map(testJson),
    failures: run.tests.filter((t) => t.outcome === 'Fail' || t.outcome === 'CompileFail').map(testJson),
    codeCoverage: [],
    codeCoverageWarnings: [],
  });
}

function selectionOf(entry: Json): string[] {
  if (!isObject(entry) || typeof entry['className'] !== 'string') throw restError(400, 'INVALID_INPUT', 'Each test needs a className');
  const { className, testMethods } = entry;
  return Array.isArray(testMethods) && testMethods.length > 0 ? testMethods.map((method) => `${className}.${String(method)}`) : [className];
}

function testJson(test: TestResult): Record<string, Json> {
  return {
    name: test.class,
    methodName: test.method,
    message: test.message,
    stackTrace: test.stack,
    time: test.durationMs,
    seeAllData: false,
  };
}

function requireAuthor({ org, user }: Call): void {
  if (!org.access.hasPermission(user.userId, 'AuthorApex'))
    throw restError(403, 'INSUFFICIENT_ACCESS', 'You need the permission Author Apex for this');
}
