import { afterAll, beforeAll, expect, test } from 'vitest';
import { amount } from './kills';
import { TargetOrg } from './target-org';

let crane: TargetOrg;
beforeAll(async () => {
  crane = await TargetOrg.fresh();
});
afterAll(() => crane?.close());

// It really waits as long as a call may take, which is much for every run of the tests.
test.runIf(amount({ test: false, kills: true }))(
  'R39: an answer that never comes holds up one person, and nobody is lost or doubled',
  async () => {
    const people = await crane.hire(3);
    crane.target.switches.set([{ name: 'hang', times: 1, method: 'POST' }]);
    await crane.run('Create', people);
    expect((await crane.requests()).map((row) => row.State__c).sort()).toEqual(['Completed', 'Completed', 'New']);
    await crane.waitOut();
    for (const person of people) expect(await crane.states(person)).toEqual(['Completed']);
    await crane.expectAgreement();
  },
);
