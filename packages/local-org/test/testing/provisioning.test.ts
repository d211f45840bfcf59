import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openForTests } from '../../src/host/apex-tests';

// Apex Reference, Process and UserProvisioning namespaces.
describe('connectors of user provisioning', () => {
  it('compile and run as the Apex Reference shapes them', () => {
    const org = openForTests({ root: join(import.meta.dirname, 'provisioning'), coverage: false });
    const { tests } = org.runTests({});
    org.close();
    expect(tests.map(({ method, outcome, message }) => `${method} ${outcome}${message ? `: ${message}` : ''}`)).toEqual([
      'connectorLogsAndAnswers Pass',
      'describeHasTheCommonParametersAndTheOwn Pass',
      'classesAreFoundByName Pass',
      'recordsAreSharedByApex Pass',
      'rollbackKeepsTheLog Pass',
    ]);
  });
});
