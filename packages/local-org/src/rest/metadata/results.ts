import type { Org } from '../../host/port';
import { datetimeText } from '../shared/values';
import type { XmlValue } from '../soap/xml';
import { isDone, type ComponentResult, type CoverageResult, type DeployJob } from './jobs';

/** What XML and JSON have in common. */
export type Shape = { readonly [name: string]: XmlValue };

/** DeployResult (Metadata API Developer Guide), the same in SOAP and REST. */
export function deployResult(org: Org, job: DeployJob, withDetails: boolean): Shape {
  const problems = job.components.filter(({ success }) => !success);
  const good = job.components.filter(({ success, fullName }) => success && fullName !== 'package.xml');
  const failed = job.tests.filter(({ outcome }) => outcome !== 'Pass' && outcome !== 'Skip');
  const date = (at: number | null): string | undefined => (at === null ? undefined : datetimeText(at));
  return {
    checkOnly: job.options.checkOnly,
    completedDate: date(job.completed),
    createdBy: job.createdById,
    createdByName: job.createdByName,
    createdDate: datetimeText(job.created),
    details: withDetails ? detailsOf(org, job) : undefined,
    done: isDone(job),
    errorMessage: job.errorMessage ?? undefined,
    errorStatusCode: job.errorMessage === null ? undefined : 'UNKNOWN_EXCEPTION',
    id: job.id,
    ignoreWarnings: job.options.ignoreWarnings,
    lastModifiedDate: datetimeText(job.completed ?? job.started ?? job.created),
    numberComponentErrors: problems.length,
    numberComponentsDeployed: isDone(job) && job.status !== 'Failed' ? good.length : 0,
    numberComponentsTotal: Math.max(job.total, good.length + problems.length),
    numberTestErrors: failed.length,
    numberTestsCompleted: job.tests.length - failed.length,
    numberTestsTotal: Math.max(job.testsTotal, job.tests.length),
    rollbackOnError: job.options.rollbackOnError,
    runTestsEnabled: job.testsTotal > 0,
    startDate: date(job.started),
    status: job.status,
    success: job.status === 'Succeeded',
  };
}

function detailsOf(org: Org, job: DeployJob): Shape {
  const date = datetimeText(job.completed ?? job.created);
  const shown = (one: ComponentResult): Shape => ({ ...one, createdDate: date });
  return {
    componentFailures: job.components.filter(({ success }) => !success).map(shown),
    componentSuccesses: job.components.filter(({ success }) => success).map(shown),
    runTestResult: testsOf(org, job),
  };
}

/** RunTestsResult. */
function testsOf(org: Org, { tests, testMs, coverage }: DeployJob): Shape {
  const idOf = classIds(org);
  const shown = ({ class: name, method, durationMs, message, stack, outcome }: DeployJob['tests'][number]): Shape => ({
    id: idOf(name),
    methodName: method,
    name,
    namespace: null,
    time: durationMs,
    ...(outcome === 'Pass' || outcome === 'Skip'
      ? { seeAllData: false }
      : { message: message ?? '', packageName: name, seeAllData: false, stackTrace: stack ?? '', type: 'Class' }),
  });
  const failed = tests.filter(({ outcome }) => outcome !== 'Pass' && outcome !== 'Skip');
  return {
    apexLogId: '',
    codeCoverage: coverage.map((one) => coverageOf(one, idOf)),
    codeCoverageWarnings: [],
    failures: failed.map(shown),
    numFailures: failed.length,
    numTestsRun: tests.length,
    successes: tests.filter((test) => !failed.includes(test)).map(shown),
    totalTime: testMs,
  };
}

/** CodeCoverageResult. */
export function coverageOf({ name, isTrigger, lines, uncovered }: CoverageResult, idOf: (name: string) => string): Shape {
  return {
    id: idOf(name),
    locationsNotCovered: uncovered.map((line) => ({ column: 0, line, numExecutions: 0, time: -1 })),
    name,
    namespace: null,
    numLocations: lines,
    numLocationsNotCovered: uncovered.length,
    type: isTrigger ? 'Trigger' : 'Class',
  };
}

/** Ids of classes and triggers by name; empty for one that is not in the org. */
export function classIds(org: Org): (name: string) => string {
  const ids = new Map<string, string>();
  org.step({ userId: '', commit: false }, () => {
    for (const text of ['SELECT Id, Name FROM ApexClass', 'SELECT Id, Name FROM ApexTrigger']) {
      for (const row of org.data.queryText(text, new Map(), { mode: 'system', sharing: false, api: true }))
        ids.set(String(row.get('Name')).toLowerCase(), row.id ?? '');
    }
  });
  return (name) => ids.get(name.toLowerCase()) ?? '';
}
