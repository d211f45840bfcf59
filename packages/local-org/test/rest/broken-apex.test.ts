import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ProjectError } from '../../src/host/diagnostics';
import { openOrg } from '../../src/host/open';
import { writeProject } from '../engine/project';
import { serveLibrary, type Client, type Served } from './served-org';

const controller = (body: string): string => `public with sharing class Desk { @AuraEnabled public static String ask() { ${body} } }`;
const WORKS = {
  Fine: "@RestResource(urlMapping='/*') global class Fine { @HttpGet global static String get() { return 'fine'; } @AuraEnabled public static String ask() { return 'fine'; } }",
  Finder: "public class Finder { @AuraEnabled public static String ask() { return String.valueOf(Type.forName('Clerk')); } }",
  Helper: 'public class Helper { public static Integer count() { return 1; } }',
  Clerk: 'public class Clerk implements Queueable { public void execute(QueueableContext context) { Helper.count(); } }',
  Desk: controller("return 'served';"),
  Counter:
    "@RestResource(urlMapping='/counter/*') global class Counter { @HttpGet global static String get() { return String.valueOf(Helper.count()); } }",
  Queuer: 'public class Queuer { public static void go() { System.enqueueJob(new Clerk()); } }',
  FineTest: '@IsTest private class FineTest { @IsTest static void works() { Assert.areEqual(1, 1); } }',
  HelperTest: '@IsTest private class HelperTest { @IsTest static void counts() { Assert.areEqual(1, Helper.count()); } }',
};
const TRIGGERS = {
  Guard: 'trigger Guard on Contact (before insert) { Helper.count(); }',
};
const WHY = 'because Helper does not compile (force-app/classes/Helper.cls:1:66 Variable does not exist: nothing)';
const HELPER = 'public class Helper { public static Integer count() { return 1 + nothing; } }';

const root = writeProject({ classes: WORKS, triggers: TRIGGERS });
const dbFile = join(mkdtempSync(join(tmpdir(), 'broken-')), 'org.db');
let served: Served;
let admin: Client;

beforeAll(async () => {
  const before = openOrg({ root, dbFile });
  before.step({ userId: before.users[0]?.userId ?? '' }, () => before.program.invokeStatic('Queuer', 'go', []));
  before.close();
  writeProject({ classes: { ...WORKS, Helper: HELPER, Desk: controller("return 'served'") }, triggers: TRIGGERS }, root);
  served = await serveLibrary({ root, dbFile, brokenApex: 'serve' });
  admin = await served.signIn('admin');
});
afterAll(() => served.close());

const ask = (classname: string, client = admin) => client.call('POST', '/aura/apex', { classname, method: 'ask', params: {} });
const query = async (soql: string) => (await admin.call('GET', `query?q=${encodeURIComponent(soql)}`)).body.records;

describe('a project of which a class does not compile', () => {
  it('is refused as a whole where nobody asked for the rest', () => {
    expect(() => openOrg({ root, dbFile: ':memory:' })).toThrow(ProjectError);
  });

  it('is served without it and without what needs it, each with the cause where it began', () => {
    const { leftOut } = served.org.program.program;
    expect(Object.fromEntries(leftOut.map(({ name, line, message }) => [name, `${line} ${message}`]))).toEqual({
      Desk: "1 Missing ';' at '}'",
      Helper: '1 Variable does not exist: nothing',
      Clerk: `1 Variable does not exist: Helper, ${WHY}`,
      Counter: `1 Variable does not exist: Helper, ${WHY}`,
      HelperTest: `1 Variable does not exist: Helper, ${WHY}`,
      Guard: `1 Variable does not exist: Helper, ${WHY}`,
      Queuer: `1 Invalid type: Clerk, ${WHY}`,
    });
  });

  it('answers all that does not need it', async () => {
    expect(await ask('Fine')).toMatchObject({ status: 200, body: { returnValue: 'fine' } });
    expect(await admin.call('GET', '/services/apexrest/other')).toMatchObject({ status: 200, body: 'fine' });
    expect((await admin.call('POST', 'sobjects/Account', { Name: 'Northwind' })).status).toBe(201);
  });

  it('answers a component that calls it with the compile error, and nobody who may not call it', async () => {
    const answer = await ask('Desk');
    expect(answer).toMatchObject({ status: 200, body: { state: 'ERROR', exceptionType: 'System.TypeException' } });
    expect(answer.body.message).toContain("Desk: force-app/classes/Desk.cls:1:92 Missing ';' at '}'");
    const standard = await served.signIn('standard');
    expect((await ask('Desk', standard)).body.message).toBe("Unable to find Apex action method referenced as 'Desk.ask'.");
  });

  it('answers its REST resource with the compile error, and not by one with a wider mapping', async () => {
    const { status, body } = await admin.call('GET', '/services/apexrest/counter/1');
    expect([status, body[0].errorCode]).toEqual([500, 'APEX_ERROR']);
    expect(body[0].message).toContain(WHY);
    const standard = await served.signIn('standard');
    expect((await standard.call('GET', '/services/apexrest/counter/1')).status).toBe(403);
  });

  it('does not take it for a class that is not there', async () => {
    expect((await ask('Finder')).body.message).toContain('Dependent class is invalid and needs recompilation: Clerk');
  });

  it('fails what its triggers should have guarded', async () => {
    const { status, body } = await admin.call('POST', 'sobjects/Contact', { LastName: 'Ada' });
    expect([status, body[0].errorCode]).toEqual([400, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY']);
    expect(body[0].message).toContain(`Guard: force-app/triggers/Guard.trigger:1:44 Variable does not exist: Helper, ${WHY}`);
    expect(await query('SELECT Id FROM Contact')).toEqual([]);
  });

  it('fails the jobs of it that waited', async () => {
    served.drain();
    const [job] = await query('SELECT Status, ExtendedStatus FROM AsyncApexJob');
    expect(job.Status).toBe('Failed');
    expect(job.ExtendedStatus).toContain('Dependent class is invalid and needs recompilation: Clerk');
  });

  it('runs anonymous Apex that does not need it, and tells the other why', async () => {
    const run = async (code: string) =>
      (await admin.call('GET', `tooling/executeAnonymous?anonymousBody=${encodeURIComponent(code)}`)).body;
    expect(await run("insert new Account(Name = 'Southwind');")).toMatchObject({ success: true });
    expect(await run('Helper.count();')).toMatchObject({ compiled: false, compileProblem: `Variable does not exist: Helper, ${WHY}` });
    expect(await run("insert new Contact(LastName = 'Ada');")).toMatchObject({ compiled: true, success: false });
  });

  it('runs its tests, with and without coverage, and counts what is lost as failed', () => {
    for (const coverage of [false, true]) {
      const { total, passed, notCompiled } = served.org.runTests({ coverage });
      expect([total, passed, notCompiled.map((one) => one.class)]).toEqual([2, 1, ['HelperTest']]);
    }
  });

  it('is not valid in the list of classes', async () => {
    const invalid = await query('SELECT Name FROM ApexClass WHERE IsValid = FALSE ORDER BY Name');
    expect(invalid.map((row: { Name: string }) => row.Name)).toEqual(['Clerk', 'Counter', 'Desk', 'Helper', 'HelperTest', 'Queuer']);
    expect(await query('SELECT Name FROM ApexTrigger WHERE IsValid = FALSE')).toHaveLength(1);
  });

  it('compiles whole when it is mended', () => {
    writeProject({ classes: WORKS, triggers: TRIGGERS }, root);
    const org = openOrg({ root, dbFile: ':memory:', brokenApex: 'serve' });
    expect(org.program.program.leftOut).toEqual([]);
    org.close();
  });
});
