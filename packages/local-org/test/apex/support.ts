import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CompileOptions, CompileSources } from '../../src/apex';
import { compile, link, loadPlatformTypes } from '../../src/apex';
import type { ApexHost, CompiledProgram, DmlStatementOptions, LinkedProgram } from '../../src/apex/port';
import type { DmlOperation } from '../../src/data/port';
import { SObject } from '../../src/kernel/sobject';
import { ApexDate, ApexDatetime } from '../../src/kernel/values';
import type { Native } from '../../src/kernel/natives';
import { createNatives, type StdlibPorts } from '../../src/stdlib';
import type { ChildRelationship, Field, FieldType, ObjectType, Schema } from '../../src/schema/model';
// The script is plain JavaScript: it runs before anything is built.
import { extractTypes } from '../../scripts/extract-types.mjs';

const TYPES = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../.local-org/apex-types');
if (!fs.existsSync(path.join(TYPES, 'index.json'))) extractTypes(TYPES);
export const platform = loadPlatformTypes(TYPES);

/** `Name:type` or `Name:reference>Parent/Relationship<Children`. */
type FieldText = string;

/** Fields that the platform alone sets. */
const AUDIT = new Set(['Id', 'CreatedDate']);

function field(text: FieldText, slot: number): Field {
  const match = /^(\w+):(\w+)(?:>(\w+)\/(\w+)(?:<(\w+))?)?$/.exec(text);
  if (!match) throw new Error(`Not a field: ${text}`);
  const [, name = '', type = 'string', parent, relationship, children] = match;
  return {
    name,
    label: name,
    type: type as FieldType,
    slot,
    length: 255,
    precision: 18,
    scale: 2,
    nillable: true,
    createable: !AUDIT.has(name),
    updateable: !AUDIT.has(name),
    filterable: true,
    sortable: true,
    groupable: true,
    unique: false,
    caseSensitive: false,
    externalId: name.startsWith('Ext'),
    idLookup: name === 'Id',
    autoNumber: false,
    displayFormat: null,
    nameField: name === 'Name',
    custom: name.endsWith('__c'),
    defaultedOnCreate: false,
    defaultValue: null,
    restrictedPicklist: false,
    picklist: [],
    referenceTo: parent ? [parent] : [],
    relationshipName: relationship ?? null,
    childRelationshipName: children ?? null,
    deleteRule: 'setNull',
    masterDetail: false,
    writeOnce: false,
    calculated: false,
  };
}

function object(name: string, texts: readonly FieldText[], children: readonly ChildRelationship[] = []): ObjectType {
  const fields = ['Id:id', 'Name:string', 'OwnerId:reference>User/Owner', 'CreatedDate:datetime', ...texts].map(field);
  const find = <T extends { name: string }>(list: readonly T[], wanted: string): T | undefined =>
    list.find((one) => one.name.toLowerCase() === wanted.toLowerCase());
  return {
    name,
    label: name,
    labelPlural: name,
    keyPrefix: '001',
    references: [],
    kind: name.endsWith('__mdt') ? 'metadata' : 'standard',
    setup: false,
    sharingModel: 'ReadWrite',
    queryable: true,
    createable: true,
    updateable: true,
    deletable: true,
    fields,
    children,
    validationRules: [],
    recordTypes: [],
    fieldNames: fields.map((one) => one.name),
    slotOf: (wanted) => find(fields, wanted)?.slot ?? -1,
    field: (wanted) => find(fields, wanted),
    parentField: (wanted) => fields.find((one) => one.relationshipName?.toLowerCase() === wanted.toLowerCase()),
    child: (wanted) => find(children, wanted),
  };
}

const OBJECTS = [
  object('User', ['Email:email', 'IsActive:boolean', 'ManagerId:reference>User/Manager']),
  object(
    'Account',
    [
      'NumberOfEmployees:int',
      'AnnualRevenue:currency',
      'Active__c:boolean',
      'ExtKey__c:string',
      'Start__c:date',
      'ParentId:reference>Account/Parent<ChildAccounts',
    ],
    [{ name: 'Contacts', childObject: 'Contact', field: 'AccountId', cascadeDelete: false }],
  ),
  object('Contact', ['LastName:string', 'Email:email', 'AccountId:reference>Account/Account<Contacts']),
  object('Thing__c', ['Num__c:double', 'Acc__c:reference>Account/Acc__r<Things__r']),
  object('Config__mdt', ['DeveloperName:string', 'Value__c:string']),
  object('AggregateResult', []),
];

/** A small schema: User, Account, Contact, Thing__c, Config__mdt. */
export const schema: Schema = {
  object: (name) => OBJECTS.find((one) => one.name.toLowerCase() === name.toLowerCase()),
  objects: OBJECTS,
  objectByPrefix: () => undefined,
  features: new Set(),
  hash: 'test',
  diagnostics: [],
  unsupportedFields: new Set<string>(),
};

/** Class files from their sources: the name is read from the declaration. */
export function classes(...texts: readonly string[]): CompileSources {
  return {
    classes: texts.map((source) => {
      const name = /(?:class|interface|enum)\s+(\w+)/i.exec(source)?.[1] ?? 'Unnamed';
      return { name, path: `classes/${name}.cls`, source, apiVersion: 67 };
    }),
    triggers: [],
  };
}

export function compiled(sources: CompileSources, options: Partial<CompileOptions> = {}): CompiledProgram {
  return compile(
    sources,
    schema,
    {
      labels: new Map([
        ['Greeting', 'Hello'],
        ['Farewell', 'Bye'],
      ]),
      translations: new Map([['de', { labels: new Map([['Farewell', 'Tschüss']]) }]]),
    },
    { platform, ...options },
  );
}

/** `line:message` of every diagnostic. */
export const messages = (program: CompiledProgram): string[] => program.diagnostics.map((one) => `${one.line}: ${one.message}`);

/** The standard library without an org: what needs one throws. */
const noOrg = new Proxy(
  {},
  {
    get: (_, name) => () => {
      throw new Error(`${String(name)} needs an org`);
    },
  },
) as StdlibPorts;
export const stdlib = createNatives(noOrg);

export interface Recorded {
  readonly queries: { text: string; binds: readonly unknown[]; mode: string; sharing: boolean }[];
  readonly dml: { operation: DmlOperation; records: readonly SObject[]; options: DmlStatementOptions }[];
  cost: number;
}

export interface Running {
  readonly linked: ReturnType<typeof link>;
  readonly recorded: Recorded;
  call(name: string, ...args: unknown[]): unknown;
  /** A new transaction: fresh statics. */
  reset(): void;
  answers: SObject[];
}

/** Links a program with a host that records what it is asked and answers queries from `answers`. */
export function running(program: CompiledProgram, natives: Readonly<Record<string, Native>> = {}): Running {
  if (program.diagnostics.length > 0) throw new Error(messages(program).join('\n'));
  const recorded: Recorded = { queries: [], dml: [], cost: 0 };
  let statics: unknown[] = [];
  const own: { answers: SObject[] } = { answers: [] };
  const host: ApexHost = {
    native: (key) => natives[key] ?? stdlib.get(key),
    query: (text, binds, options) => {
      recorded.queries.push({ text, binds, ...options });
      return own.answers;
    },
    count: (text, binds, options) => {
      recorded.queries.push({ text, binds, ...options });
      return own.answers.length;
    },
    dml: (operation, records, options) => {
      recorded.dml.push({ operation, records, options });
    },
    runAs: (_, body) => body(),
    future: () => undefined,
    newSObject: (name) => {
      const type = schema.object(name);
      if (!type) throw new Error(`No object ${name}`);
      return new SObject(type);
    },
    get statics() {
      return statics;
    },
    cost: (units) => {
      recorded.cost += units;
    },
  };
  const linked: LinkedProgram & ReturnType<typeof link> = link(program, host);
  return {
    linked,
    recorded,
    call: (name, ...args) => {
      const [className = '', method = ''] = name.split(/\.(?=[^.]*$)/);
      return linked.invokeStatic(className, method, args);
    },
    reset: () => {
      statics = [];
    },
    get answers() {
      return own.answers;
    },
    set answers(rows) {
      own.answers = rows;
    },
  };
}

/** Compiles one class `T` with a static method and runs it. */
export function evaluate(expression: string, returnType = 'Object', natives: Readonly<Record<string, Native>> = {}): unknown {
  return running(compiled(classes(`public class T { public static ${returnType} m() { return ${expression}; } }`)), natives).call('T.m');
}

export { ApexDate, ApexDatetime };
