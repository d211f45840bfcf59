import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc, { type Arbitrary } from 'fast-check';
import { isStorable } from '../../src/kernel/text';
import { root as library } from './served-org';

/** One field of `Sample__c`, or one that only a standard object has. */
export interface Kind {
  readonly field: string;
  /** Elements of its metadata beyond name and label; null for a standard field. */
  readonly xml: string | null;
  /** Values as JSON has them that read back as they are. */
  readonly valid: Arbitrary<string | number | boolean>;
  /** Values that are refused, with the code. */
  readonly invalid: Arbitrary<readonly [unknown, string]>;
}

const RANGE = 'NUMBER_OUTSIDE_VALID_RANGE';
const UNREADABLE = 'JSON_PARSER_ERROR';
const CALENDAR = 'FIELD_INTEGRITY_EXCEPTION';

const refused = (code: string, ...values: readonly unknown[]): Arbitrary<readonly [unknown, string]> =>
  fc.constantFrom(...values).map((value) => [value, code] as const);
const notScalar = refused(UNREADABLE, {}, [], [1], { a: 1 });

const text = (most: number): Arbitrary<string> =>
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: most })
    .map((value) => value.replace(/[\0\r]/g, '-').trim())
    .filter((value) => value !== '' && [...value].length <= most && isStorable(value));
const tooLong = (most: number): Arbitrary<readonly [unknown, string]> =>
  fc.integer({ min: most + 1, max: 3 * most }).map((length) => ['x'.repeat(length), 'STRING_TOO_LONG'] as const);
const unstorable = refused(CALENDAR, 'a\0b', '\ud800', 'x\udc00');

/** Decimal numbers of so many digits before and behind the point, their bounds among them. */
const decimal = (whole: number, places: number): Arbitrary<number> => {
  const most = 10 ** (whole + places) - 1;
  const digits = fc.oneof(fc.integer({ min: -most, max: most }), fc.constantFrom(0, 1, -1, most, -most));
  return digits.map((n) => Number(`${n}e-${places}`) + 0);
};
const noNumber = refused(UNREADABLE, 'many', '0x10', '1,5', 'NaN', 'Infinity', '--1', '.', true);
const tooLarge = (whole: number): Arbitrary<readonly [unknown, string]> =>
  refused(RANGE, 10 ** whole, -(10 ** whole), `1${'0'.repeat(whole)}`, 1e30, '1e30', '1e999999999', '9'.repeat(400));

const pad = (n: number, width = 2): string => String(n).padStart(width, '0');
const FIRST = Date.UTC(1700, 0, 1) / 1000;
const LAST = Date.UTC(4000, 11, 31) / 1000;
const second = fc.oneof(fc.integer({ min: FIRST, max: LAST }), fc.constantFrom(FIRST, LAST, 0, -1));
const day = second.map((n) => new Date(n * 1000).toISOString().slice(0, 10));
const clock = fc.integer({ min: 0, max: 86_399_999 }).map((ms) => new Date(ms).toISOString().slice(11));

const COLOURS = ['Red', 'Green', 'Blue ish'];
const valueSet = `<valueSet><restricted>true</restricted><valueSetDefinition><sorted>false</sorted>${COLOURS.map(
  (c) => `<value><fullName>${c}</fullName><default>false</default><label>${c}</label></value>`,
).join('')}</valueSetDefinition></valueSet>`;

const FOREIGN = 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST';
const number = (precision: number, scale: number): string => `<precision>${precision}</precision><scale>${scale}</scale>`;

export const KINDS: readonly Kind[] = [
  { field: 'Text__c', xml: '<type>Text</type><length>40</length>', valid: text(40), invalid: fc.oneof(tooLong(40), unstorable, notScalar) },
  { field: 'Area__c', xml: '<type>TextArea</type>', valid: text(255), invalid: fc.oneof(tooLong(255), unstorable, notScalar) },
  {
    field: 'Long__c',
    xml: '<type>LongTextArea</type><length>1000</length><visibleLines>3</visibleLines>',
    valid: text(1000),
    invalid: fc.oneof(tooLong(1000), unstorable, notScalar),
  },
  {
    field: 'Email__c',
    xml: '<type>Email</type>',
    valid: fc.integer({ min: 0, max: 1e9 }).map((n) => `p.${n}+x@sub.example.co`),
    invalid: fc.oneof(refused('INVALID_EMAIL_ADDRESS', 'x', 'a@b', 'a b@c.de', '@c.de', 'a@@b.de'), tooLong(80), notScalar),
  },
  { field: 'Phone__c', xml: '<type>Phone</type>', valid: text(40), invalid: fc.oneof(tooLong(40), notScalar) },
  { field: 'Url__c', xml: '<type>Url</type>', valid: text(255), invalid: fc.oneof(tooLong(255), notScalar) },
  {
    field: 'Pick__c',
    xml: `<type>Picklist</type>${valueSet}`,
    valid: fc.constantFrom(...COLOURS),
    invalid: fc.oneof(refused(FOREIGN, 'Yellow', 'red', 'Red;Green', 'Red\u0007'), notScalar),
  },
  {
    field: 'Multi__c',
    xml: `<type>MultiselectPicklist</type><visibleLines>3</visibleLines>${valueSet}`,
    valid: fc.subarray(COLOURS, { minLength: 1 }).map((values) => values.join(';')),
    invalid: fc.oneof(refused(FOREIGN, 'Yellow', 'Red;Yellow', 'Red,Green'), notScalar),
  },
  {
    field: 'Check__c',
    xml: '<type>Checkbox</type><defaultValue>false</defaultValue>',
    valid: fc.boolean(),
    invalid: fc.oneof(refused(UNREADABLE, 'yes', 'no', 2, 'TRUE!'), notScalar),
  },
  {
    field: 'Whole__c',
    xml: `<type>Number</type>${number(15, 0)}`,
    valid: decimal(15, 0),
    invalid: fc.oneof(tooLarge(15), noNumber, notScalar),
  },
  {
    field: 'Part__c',
    xml: `<type>Number</type>${number(10, 2)}`,
    valid: decimal(8, 4),
    invalid: fc.oneof(tooLarge(8), noNumber, notScalar),
  },
  {
    field: 'Money__c',
    xml: `<type>Currency</type>${number(16, 2)}`,
    valid: decimal(12, 3),
    invalid: fc.oneof(tooLarge(14), noNumber, notScalar),
  },
  {
    field: 'Share__c',
    xml: `<type>Percent</type>${number(5, 2)}`,
    valid: decimal(3, 2),
    invalid: fc.oneof(tooLarge(3), noNumber, notScalar),
  },
  {
    field: 'Day__c',
    xml: '<type>Date</type>',
    valid: day,
    invalid: fc.oneof(
      refused(UNREADABLE, '2026-02-31', '2025-02-29', '2026-13-01', 'today', 5),
      refused(CALENDAR, '1699-12-31', '4001-01-01'),
      notScalar,
    ),
  },
  {
    field: 'Instant__c',
    xml: '<type>DateTime</type>',
    valid: second.map((n) => new Date(n * 1000).toISOString().replace('Z', '+0000')),
    invalid: fc.oneof(
      refused(UNREADABLE, '2026-02-31T00:00:00Z', '2026-01-01T24:00:00Z', '2026-01-01T00:00:60Z', '2026-01-01T10:00:00+25:00', 'now', 5),
      refused(CALENDAR, '1699-12-31T23:59:59Z', '4000-12-31T00:00:01Z', '0001-01-01T00:00:00Z'),
      notScalar,
    ),
  },
  {
    field: 'Clock__c',
    xml: '<type>Time</type>',
    valid: clock,
    invalid: fc.oneof(
      fc.integer({ min: 24, max: 99 }).map((hour) => [`${pad(hour)}:00:00.000Z`, UNREADABLE] as const),
      refused(UNREADABLE, '10:60:00Z', '10:00:60Z', 'noon', 5),
      notScalar,
    ),
  },
  {
    field: 'Parent__c',
    xml: '<type>Lookup</type><referenceTo>Account</referenceTo><relationshipName>Samples</relationshipName>',
    // Filled by the test with ids that exist.
    valid: fc.constantFrom('parent'),
    invalid: fc.oneof(
      refused('MALFORMED_ID', 'x', '00100000000000', '001-00000000001AAA', 5),
      refused('FIELD_INTEGRITY_EXCEPTION', '005000000000001AAA'),
      refused('INVALID_CROSS_REFERENCE_KEY', '001000000009999AAA', 'zzz000000000001AAA'),
    ),
  },
];

/** An Integer field: only standard objects have them. */
export const INTEGER: Kind = {
  field: 'NumberOfEmployees',
  xml: null,
  valid: fc.oneof(fc.integer({ min: -2147483648, max: 2147483647 }), fc.constantFrom(0, 2147483647, -2147483648)),
  invalid: fc.oneof(
    refused(RANGE, 2147483648, -2147483649, '2147483648', 1e30),
    refused(UNREADABLE, 1.5, '1.0', '1e3', '0x10', ' '),
    notScalar,
  ),
};

/** The library with an object that has a field of every type; returns the folder. */
export function everyTypeProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'every-type-'));
  cpSync(library, folder, { recursive: true });
  const base = join(folder, 'force-app/main/default');
  const xml = (root: string, body: string): string =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://soap.sforce.com/2006/04/metadata">${body}</${root}>\n`;
  const object = join(base, 'objects/Sample__c');
  mkdirSync(join(object, 'fields'), { recursive: true });
  writeFileSync(
    join(object, 'Sample__c.object-meta.xml'),
    xml(
      'CustomObject',
      '<label>Sample</label><pluralLabel>Samples</pluralLabel><nameField><label>Name</label><type>Text</type></nameField><sharingModel>ReadWrite</sharingModel><deploymentStatus>Deployed</deploymentStatus>',
    ),
  );
  for (const { field, xml: body } of KINDS)
    writeFileSync(join(object, 'fields', `${field}.field-meta.xml`), xml('CustomField', `<fullName>${field}</fullName><label>${field.replace('__c', '')}</label>${body}`)); // prettier-ignore
  const grants = KINDS.map(
    ({ field }) =>
      `<fieldPermissions><editable>true</editable><field>Sample__c.${field}</field><readable>true</readable></fieldPermissions>`,
  );
  writeFileSync(
    join(base, 'permissionsets/Librarian.permissionset-meta.xml'),
    xml(
      'PermissionSet',
      `${grants.join('')}<label>Librarian</label><objectPermissions><allowCreate>true</allowCreate><allowDelete>true</allowDelete><allowEdit>true</allowEdit><allowRead>true</allowRead><modifyAllRecords>true</modifyAllRecords><object>Sample__c</object><viewAllRecords>true</viewAllRecords></objectPermissions>`,
    ),
  );
  return folder;
}
