/** One clause of SOQL, with a query that shows it: the source of docs/coverage.md, kept true by a test that runs every example. */
export interface ClauseCoverage {
  readonly clause: string;
  /** Over Account (with a multi-select `Tags__c`), Contact and User. */
  readonly example: string;
  readonly supported: boolean;
}

const yes = (clause: string, example: string): ClauseCoverage => ({ clause, example, supported: true });
const no = (clause: string, example: string): ClauseCoverage => ({ clause, example, supported: false });

export const SOQL_COVERAGE: readonly ClauseCoverage[] = [
  yes('SELECT with parent fields, five levels', 'SELECT Id, Account.Owner.Name FROM Contact'),
  yes('Child subqueries', 'SELECT Id, (SELECT LastName FROM Contacts ORDER BY LastName LIMIT 5) FROM Account'),
  yes('FIELDS(ALL | STANDARD | CUSTOM)', 'SELECT FIELDS(ALL) FROM Contact LIMIT 200'),
  yes('toLabel()', 'SELECT toLabel(Type) FROM Account'),
  yes('Alias of the object', "SELECT a.Id FROM Account a WHERE a.Name = 'x'"),
  yes('= != <> < <= > >=', "SELECT Id FROM Account WHERE Name <> 'x' AND CreatedDate >= 2026-01-01T00:00:00Z"),
  yes('LIKE with _ % and their escapes', String.raw`SELECT Id FROM Account WHERE Name LIKE 'a\_b%'`),
  yes('IN, NOT IN, lists and binds', "SELECT Id FROM Account WHERE Name IN ('a', null) AND Id NOT IN :ids"),
  yes('INCLUDES, EXCLUDES (multi-select picklists)', "SELECT Id FROM Account WHERE Tags__c INCLUDES ('A;B', 'C')"),
  yes('AND, OR, NOT, parentheses', "SELECT Id FROM Account WHERE (Name = 'a' OR Name = 'b') AND (NOT Name LIKE 'c%')"),
  yes(
    'Semi joins and anti joins',
    "SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact) AND Id NOT IN (SELECT AccountId FROM Contact WHERE LastName = 'x')",
  ),
  yes('Date literals', 'SELECT Id FROM Account WHERE CreatedDate = LAST_N_DAYS:30 OR CreatedDate = THIS_FISCAL_QUARTER'),
  yes('COUNT()', 'SELECT COUNT() FROM Account'),
  yes('COUNT(f), COUNT_DISTINCT, SUM, AVG, MIN, MAX', 'SELECT COUNT(Id), COUNT_DISTINCT(Name), MIN(Name), MAX(CreatedDate) FROM Account'),
  yes(
    'GROUP BY, HAVING, aliases, expr0',
    'SELECT Name n, COUNT(Id) FROM Account GROUP BY Name HAVING COUNT(Id) > 1 ORDER BY COUNT(Id) DESC',
  ),
  yes('Date functions (in GMT)', 'SELECT CALENDAR_YEAR(CreatedDate), COUNT(Id) FROM Account GROUP BY CALENDAR_YEAR(CreatedDate)'),
  yes('ORDER BY with NULLS FIRST | LAST', 'SELECT Id FROM Account ORDER BY Name DESC NULLS LAST, Id'),
  yes('LIMIT, OFFSET', 'SELECT Id FROM Account LIMIT 10 OFFSET 20'),
  yes('FOR UPDATE', 'SELECT Id FROM Account LIMIT 1 FOR UPDATE'),
  yes('ALL ROWS', 'SELECT Id FROM Account ALL ROWS'),
  yes('WITH USER_MODE | SYSTEM_MODE | SECURITY_ENFORCED', 'SELECT Id FROM Account WITH USER_MODE'),
  no('TYPEOF', 'SELECT TYPEOF Owner WHEN User THEN Id END FROM Account'),
  no('GROUP BY ROLLUP | CUBE', 'SELECT Name, COUNT(Id) FROM Account GROUP BY ROLLUP(Name)'),
  no('USING SCOPE', 'SELECT Id FROM Account USING SCOPE mine'),
  no('WITH DATA CATEGORY', 'SELECT Id FROM Account WITH DATA CATEGORY Geography__c AT asia__c'),
  no('FOR VIEW, FOR REFERENCE', 'SELECT Id FROM Account FOR VIEW'),
  no('UPDATE TRACKING, UPDATE VIEWSTAT', 'SELECT Id FROM Account UPDATE TRACKING'),
  no('DISTANCE, GEOLOCATION', "SELECT Id FROM Account WHERE DISTANCE(Loc__c, GEOLOCATION(1, 2), 'mi') < 20"),
  no('FORMAT, convertCurrency', 'SELECT FORMAT(CreatedDate) FROM Account'),
  no(
    'convertTimezone',
    'SELECT HOUR_IN_DAY(convertTimezone(CreatedDate)), COUNT(Id) FROM Account GROUP BY HOUR_IN_DAY(convertTimezone(CreatedDate))',
  ),
  no('FORMULA() in WHERE', "SELECT Id FROM Account WHERE FORMULA('1') = 1"),
  no('Several objects in FROM', 'SELECT Id FROM Account a, a.Contacts c'),
];
