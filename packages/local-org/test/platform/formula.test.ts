import { describe, expect, it } from 'vitest';
import { UnsupportedError } from '../../src/kernel/exceptions';
import { plainText, toDecimal } from '../../src/kernel/decimals';
import { ApexDate, ApexDatetime, Decimal } from '../../src/kernel/values';
import { compileFormula } from '../../src/platform/formula';
import { evaluate, type Surroundings } from '../../src/platform/formula/evaluate';
import type { Value } from '../../src/platform/formula/functions';
import { parseFormula } from '../../src/platform/formula/parse';
import { garageOrg } from './org';

const org = garageOrg();
const compile = (source: string) => compileFormula(source, org.object('Repair__c'), org.schema);

function run(source: string, fields: Record<string, Value> = {}, prior: Record<string, Value> | null = {}): unknown {
  const around: Surroundings = {
    now: Date.UTC(2026, 0, 31, 23, 30),
    zone: 'Europe/Zurich',
    isNew: prior === null,
    field: (path) => fields[path.join('.')] ?? null,
    prior: (path) => prior?.[path.join('.')] ?? null,
  };
  const value = evaluate(parseFormula(source), around);
  if (value instanceof Decimal) return Number(plainText(value));
  if (value instanceof ApexDate) return `day ${value.days}`;
  return value instanceof ApexDatetime ? `ms ${value.ms}` : value;
}

describe('a formula is refused', () => {
  it.each([
    ['1 +', 'Syntax error. Missing operand', 4],
    ['AND(true', "Syntax error. Missing ')'", 9],
    ['1 2', 'Syntax error. Extra 2', 3],
    ['Price__c # 2', "Syntax error. Found '#'", 10],
    ['"open', "Syntax error. Found '\"'", 1],
    ['', 'Syntax error. Missing operand', 1],
    ['LENGTH(Plate__c)', 'Unknown function LENGTH. Check spelling.', 1],
    ['Nope__c = 1', 'Field Nope__c does not exist. Check spelling.', 1],
    ['Customer__r.Nope__c = 1', 'Field Customer__r.Nope__c does not exist. Check spelling.', 1],
    ['$User.Nope = 1', 'Field $User.Nope does not exist. Check spelling.', 1],
  ])('%s', (source, message, column) => {
    expect(() => compile(source)).toThrow(expect.objectContaining({ name: 'FormulaError', message, column }));
  });

  it.each(['SQRT(4) > 1', '$Setup.Garage__c.Open__c', 'Total__c > 1'])('as not supported here: %s', (source) => {
    expect(() => compile(source)).toThrow(UnsupportedError);
  });
});

// Salesforce Help, "Formula Operators and Functions A-Z".
describe('a formula gives', () => {
  it.each<[string, unknown]>([
    ['1 + 2 * 3 ^ 2 - -1', 20],
    ['(1 + 2) * 3 / 4', 2.25],
    ['1 / 0', null],
    ['0.1 + 0.2 = 0.3', true],
    ['"a" & "b" + "c"', 'abc'],
    ["'it\\'s' = \"it's\"", true],
    ['"a" = "A"', false],
    ['NOT(true) || false && true', false],
    ['!false /* why */ && 2 >= 2', true],
    ['IF(1 <> 2, "yes", 1 / 0)', 'yes'],
    // A blank number is neither equal nor unequal to a value (Salesforce Help, ISBLANK); a blank text is an empty one.
    ['Price__c <> 42 || Price__c = 42 || TODAY() = Opened__c || Opened__c <> TODAY()', false],
    ['Price__c = NULL && NOT(Price__c <> NULL) && ISBLANK(Price__c)', true],
    ['Plate__c <> "x"', true],
    ['CASE("b", "a", 1, "b", 2, 3)', 2],
    ['CASE("x", "a", 1, "b", 2, 3)', 3],
    ['LEFT("Salesforce", 5) & RIGHT("Salesforce", 5) & MID("Salesforce", 2, 3)', 'Salesforceale'],
    ['FIND("s", "miss") + FIND("s", "miss", 4) + FIND("x", "miss")', 7],
    ['SUBSTITUTE("a.b.c", ".", "-")', 'a-b-c'],
    ['LPAD("7", 3, "0") & RPAD("7", 3)', '0077  '],
    ['LEN("") + LEN("abc")', 3],
    ['UPPER(TRIM("  ab ")) & LOWER("CD")', 'ABcd'],
    ['CONTAINS("abc", "b") && BEGINS("abc", "ab")', true],
    ['REGEX("12-34", "[0-9]{2}-[0-9]{2}") && !REGEX("12-345", "[0-9]{2}-[0-9]{2}")', true],
    ['REGEX("1\\\\d", "1\\\\\\\\d")', true],
    ['VALUE("12.50") * 2', 25],
    ['TEXT(12.50)', '12.5'],
    ['ISNUMBER("12") && !ISNUMBER("1x") && !ISNUMBER("")', true],
    ['ROUND(2.5, 0) + ROUND(-2.5, 0) + ROUND(1234, -2)', 1200],
    ['CEILING(-2.1) + FLOOR(-2.9) + MCEILING(-2.9) + MFLOOR(-2.1)', -10],
    ['MOD(-7, 3)', 2],
    ['MAX(1, 3, 2) - MIN(1, 3, 2)', 2],
    ['DATE(2026, 2, 29)', null],
    ['DATE(2026, 3, 1) - DATE(2026, 2, 1)', 28],
    ['MONTH(ADDMONTHS(DATE(2026, 1, 31), 1)) * 100 + DAY(ADDMONTHS(DATE(2026, 1, 31), 1))', 228],
    ['WEEKDAY(DATE(2026, 2, 1))', 1],
    // The user's day, not Greenwich's: half past eleven at night there is the next day in Zurich.
    ['YEAR(TODAY()) * 10000 + MONTH(TODAY()) * 100 + DAY(TODAY())', 20260201],
    ['TODAY() + 1 > TODAY()', true],
    ['NOW() - 1 < NOW()', true],
    ['NULL > 1', false],
    ['NULL = ""', true],
    ['BLANKVALUE("", "x")', 'x'],
  ])('%s', (source, expected) => {
    expect(run(source)).toEqual(expected);
  });

  it('what the record holds, and what it held', () => {
    expect(run('ISBLANK(A) && ISBLANK(B) && NOT(ISBLANK(C))', { B: '', C: toDecimal(0) })).toBe(true);
    expect(run('ISCHANGED(A)', { A: 'x' }, { A: 'y' })).toBe(true);
    expect(run('ISCHANGED(A)', { A: toDecimal(1) }, { A: new Decimal(10n, 1) })).toBe(false);
    expect(run('ISCHANGED(A)', { A: 'x' }, null)).toBe(false);
    expect(run('ISNEW()', {}, null)).toBe(true);
    expect(run('PRIORVALUE(A) & A', { A: 'x' }, { A: 'y' })).toBe('yx');
    expect(run('ISPICKVAL(A, "Done") || INCLUDES(B, "b")', { A: 'New', B: 'a;b' })).toBe(true);
    expect(run('A > B', { A: toDecimal(2), B: null })).toBe(false);
  });
});

describe('validation rules', () => {
  it('refuse records through the save steps', () => {
    const repair = (plate: string) => ({ Plate__c: plate });
    expect(org.save('insert', 'Repair__c', repair('A1'), repair('Z1'))).toEqual([
      expect.stringMatching(/^a/),
      'FIELD_CUSTOM_VALIDATION_EXCEPTION: No Z plates & such',
    ]);
  });

  it('see parents, the user and their permissions', () => {
    const rule = (formula: string) =>
      garageOrg((project, metadata) => {
        const objects = new Map(metadata.objects);
        const own = objects.get('Repair__c');
        if (own) {
          const rules = [{ fullName: 'R', active: 'true', errorConditionFormula: formula, errorMessage: 'No' }];
          objects.set('Repair__c', { ...own, validationRules: rules });
        }
        return [project, { ...metadata, objects }];
      });
    const saved = (formula: string) => {
      const other = rule(formula);
      const [contact] = other.save('insert', 'Contact', { LastName: 'Byron' });
      return other.save('insert', 'Repair__c', { Plate__c: 'X', Customer__c: contact })[0];
    };
    expect(saved('Customer__r.LastName = "Byron"')).toBe('FIELD_CUSTOM_VALIDATION_EXCEPTION: No');
    expect(saved('Customer__r.Account.Name = "Byron"')).toMatch(/^a/);
    expect(saved('BEGINS($User.Username, "admin@") && $Profile.Name = "System Administrator"')).toBe(
      'FIELD_CUSTOM_VALIDATION_EXCEPTION: No',
    );
    expect(saved('$Permission.Close_Repairs')).toMatch(/^a/);
    expect(rule('Nope__c = 1').diagnostics.map((d) => `${d.path}: ${d.message}`)).toEqual([
      'objects/Repair__c/validationRules/R: Error: Field Nope__c does not exist. Check spelling.',
    ]);
    expect(() => saved('SQRT(4) = 2')).toThrow('The local org does not support the formula function SQRT');
  });
});
