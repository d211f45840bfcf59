import type { SharingParty, SharingRule } from '../metadata/model';
import type { Field, ObjectType } from '../schema/model';
import { columnOf, comparableColumnOf, fold, isText } from '../soql/naming';
import type { Filter } from './row-filter';

/** Records that a rule shares, as a condition on the rows of its object (Salesforce Help, "Sharing Rules"). */
export function recordsOf(rule: SharingRule, object: ObjectType, alias: string): Filter {
  if (rule.from) return ownedBy(rule.from, alias);
  const items = rule.criteria.map((item) => criterion(object.field(item.field) as Field, item.operation, item.value, alias));
  const logic = rule.filter ?? items.map((_, i) => String(i + 1)).join(' AND ');
  const binds: string[] = [];
  const sql = logic.replace(/\d+/g, (number) => {
    const item = items[Number(number) - 1] as Filter;
    binds.push(...item.binds);
    return item.sql;
  });
  return { sql: `(${sql || '1'})`, binds };
}

/** Users and queues inside a group, with those of its roles and of groups inside it. */
const MEMBERS = `WITH RECURSIVE inside(id) AS (
  SELECT "Id" FROM "Group" WHERE "Type" = ? AND "DeveloperName$k" = ?
  UNION SELECT m."UserOrGroupId" FROM "GroupMember" m JOIN inside i ON m."GroupId" = i.id
), role(id, deep) AS (
  SELECT g."RelatedId", g."Type" <> 'Role' FROM "Group" g JOIN inside i ON g."Id" = i.id WHERE g."RelatedId" IS NOT NULL
  UNION SELECT r."Id", 1 FROM "UserRole" r JOIN role p ON r."ParentRoleId" = p.id AND p.deep
) SELECT id FROM inside
  UNION SELECT u."Id" FROM "User" u JOIN role r ON u."UserRoleId" = r.id
  UNION SELECT u."Id" FROM "User" u WHERE u."UserType" = 'Standard'
    AND EXISTS (SELECT 1 FROM "Group" g JOIN inside i ON g."Id" = i.id WHERE g."Type" = 'Organization')`;

function ownedBy(party: SharingParty, alias: string): Filter {
  return { sql: `${alias}."OwnerId" IN (${MEMBERS})`, binds: [party.type, fold(party.name)] };
}

const COMPARISONS: Readonly<Record<string, string>> = {
  lessThan: '<',
  greaterThan: '>',
  lessOrEqual: '<=',
  greaterOrEqual: '>=',
};
const NEGATED: Readonly<Record<string, string>> = { notEqual: 'equals', notContain: 'contains', excludes: 'includes' };

function criterion(field: Field, operation: string, value: string | null, alias: string): Filter {
  const positive = NEGATED[operation];
  if (positive === undefined) return holds(field, operation, value, alias);
  const { sql, binds } = holds(field, positive, value, alias);
  // What is blank is unlike every value.
  return { sql: `NOT coalesce(${sql}, 0)`, binds };
}

/** Several values stand for any of them. */
function holds(field: Field, operation: string, value: string | null, alias: string): Filter {
  const column = `${alias}.${comparableColumnOf(field)}`;
  if (value === null) return { sql: `${alias}.${columnOf(field)} IS NULL`, binds: [] };
  const values = value.split(operation === 'includes' ? /[,;]/ : ',').map((one) => one.trim());
  const condition = CONDITIONS[operation] ?? `${column} ${COMPARISONS[operation] ?? '='} ${VALUE[field.type] ?? '?'}`;
  const sql = condition.replaceAll('COLUMN', column);
  return { sql: `(${values.map(() => sql).join(' OR ')})`, binds: values.map((one) => boundValue(field, one)) };
}

const CONDITIONS: Readonly<Record<string, string>> = {
  contains: 'instr(COLUMN, ?) > 0',
  startsWith: 'instr(COLUMN, ?) = 1',
  includes: `instr(';' || COLUMN || ';', ';' || ? || ';') > 0`,
};

const NUMBER = 'CAST(? AS REAL)';
/** How a bound text is compared with the column; the same text where nothing is said. */
const VALUE: Readonly<Partial<Record<Field['type'], string>>> = {
  boolean: 'CAST(? AS INTEGER)',
  int: NUMBER,
  double: NUMBER,
  currency: NUMBER,
  percent: NUMBER,
  datetime: NUMBER,
};

function boundValue(field: Field, value: string): string {
  if (field.type === 'boolean') return /^(true|1)$/i.test(value) ? '1' : '0';
  if (field.type === 'datetime') return String(Date.parse(value));
  return isText(field) ? fold(value) : value;
}
