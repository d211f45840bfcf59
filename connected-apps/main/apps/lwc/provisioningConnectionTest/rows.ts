import { count, format } from 'c/provisioningTexts';
import { labels } from './labels';

/** One thing that the test looked at. */
export interface Row {
  readonly name: string;
  readonly result: string;
  readonly icon: string;
  readonly variant: string | undefined;
}

/** A capability: what it is called when the target has it, when it has not, and when it does not say. */
function capability(name: string, has: unknown, yes: string, no: string): Row {
  if (has === true) return { name, result: yes, icon: 'utility:success', variant: 'success' };
  if (has === false) return { name, result: no, icon: 'utility:warning', variant: 'warning' };
  return { name, result: labels.appsTestUnknown, icon: 'utility:info', variant: undefined };
}
const answer = (name: string, good: boolean | null): Row => ({
  name,
  result: good ? labels.appsTestYes : labels.appsTestNo,
  icon: good ? 'utility:success' : 'utility:ban',
  variant: good ? 'success' : 'error',
});

export function rowsOf(test: Apex.AppConnectionTest): readonly Row[] {
  const { filter, patch, pageSize } = test.capabilities ?? {};
  const plain = (name: string, result: string): Row => ({ name, result, icon: 'utility:info', variant: undefined });
  return [
    answer(labels.appsTestReachable, test.reachable),
    answer(labels.appsTestSignedIn, test.authenticated),
    capability(labels.appsTestFind, filter, labels.appsTestFilter, labels.appsTestNoFilter),
    capability(labels.appsTestChange, patch, labels.appsTestPatch, labels.appsTestNoPatch),
    plain(labels.appsTestPageSize, typeof pageSize === 'number' ? count(pageSize) : labels.appsTestUnknown),
    plain(labels.appsTestTime, format(labels.appsTestMilliseconds, test.milliseconds)),
  ];
}
