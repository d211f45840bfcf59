/** Records, queries and DML. */
const QUERY = { acceptedBy: 'front end', why: 'it leaves fields and conditions of a query to the query engine of the org' };
const WRITEABLE = { acceptedBy: 'front end', why: 'the org tells it which fields may be set, and our symbols do not' };
const KEY = { acceptedBy: 'front end', why: 'the org tells it which fields are keys, and our symbols do not' };

export const RECORDS = [
  ['an unknown field', 'void m(Account a) { a.Nope__c = 1; }', "void m(Account a) { a.Name = 'x'; }"],
  ['an unknown field read', 'Object m(Account a) { return a.Nope; }', 'Object m(Account a) { return a.Name; }'],
  ['an unknown field of a parent', 'Object m(Contact c) { return c.Account.Nope; }', 'Object m(Contact c) { return c.Account.Name; }'],
  ['a field of another type', "void m(Account a) { a.NumberOfEmployees = 'x'; }", 'void m(Account a) { a.NumberOfEmployees = 1; }'],
  ['an unknown field of a new record', "void m() { Account a = new Account(Nope__c = 1); }", "void m() { Account a = new Account(Name = 'x'); }"],
  ['a field twice in a new record', "void m() { Account a = new Account(Name = 'a', Name = 'b'); }", "void m() { Account a = new Account(Name = 'a', Phone = 'b'); }"],
  ['a value of another type in a new record', "void m() { Account a = new Account(NumberOfEmployees = 'x'); }", 'void m() { Account a = new Account(NumberOfEmployees = 1); }'],
  ['a field that nobody may set', 'void m(Account a) { a.CreatedDate = System.now(); }', 'Datetime m(Account a) { return a.CreatedDate; }', WRITEABLE],
  ['an unknown token', 'Schema.SObjectField m() { return Account.Nope__c; }', 'Schema.SObjectField m() { return Account.Name; }'],
  ['the type of an unknown object', 'Schema.SObjectType m() { return Nope__c.SObjectType; }', 'Schema.SObjectType m() { return Account.SObjectType; }'],
  ['a query of another type', 'void m() { List<Contact> c = [SELECT Id FROM Account]; }', 'void m() { List<Account> a = [SELECT Id FROM Account]; Account b = [SELECT Id FROM Account LIMIT 1]; }'],
  ['a query of an unknown object', 'void m() { List<SObject> a = [SELECT Id FROM Nope__c]; }', 'void m() { List<SObject> a = [SELECT Id FROM Account]; }', { otherMessage: 'ours is the one that the query engine gives at run time' }],
  ['a bind of an unknown variable', 'void m() { List<Account> a = [SELECT Id FROM Account WHERE Name = :nope]; }', 'void m(String nope) { List<Account> a = [SELECT Id FROM Account WHERE Name = :nope]; }'],
  ['an unknown field in a query', 'void m() { List<Account> a = [SELECT Id, Nope__c FROM Account]; }', 'void m() { List<Account> a = [SELECT Id, Name FROM Account]; }', QUERY],
  ['an unknown field of a parent in a query', 'void m() { List<Contact> c = [SELECT Id, Account.Nope__c FROM Contact]; }', 'void m() { List<Contact> c = [SELECT Id, Account.Name FROM Contact]; }', QUERY],
  ['a condition of another type', "void m() { List<Account> a = [SELECT Id FROM Account WHERE NumberOfEmployees = 'x']; }", 'void m() { List<Account> a = [SELECT Id FROM Account WHERE NumberOfEmployees = 1]; }', QUERY],
  ['a field that is not grouped', 'void m() { List<AggregateResult> a = [SELECT Name, COUNT(Id) FROM Account]; }', 'void m() { List<AggregateResult> a = [SELECT Name, COUNT(Id) FROM Account GROUP BY Name]; }', QUERY],
  ['a count as a list', 'void m() { List<Account> a = [SELECT COUNT() FROM Account]; }', 'void m() { Integer n = [SELECT COUNT() FROM Account]; }'],
  ['an insert of a text', "void m() { insert 'x'; }", 'void m(List<SObject> rows) { insert rows; }'],
  ['an insert of a set', 'void m(Set<Account> rows) { insert rows; }', 'void m(Account row) { insert row; }'],
  ['an upsert by a field that is no key', 'void m(Account a) { upsert a Phone; }', 'void m(Account a) { upsert a Id; }', KEY],
  ['an unknown access mode', 'void m(Account a) { Database.insert(a, false, AccessLevel.NOBODY); }', 'void m(Account a) { Database.insert(a, false, AccessLevel.USER_MODE); insert as system a; }'],
  ['addError on a text', "void m(String s) { s.addError('x'); }", "void m(Account a) { a.addError('x'); a.Name.addError('y'); }"],
  ['a record made without names', "void m() { Account a = new Account('x'); }", 'void m() { Account a = new Account(); }'],
  ['a new SObject', 'void m() { SObject s = new SObject(); }', 'void m() { SObject s = Account.SObjectType.newSObject(); }'],
  ['custom metadata by an unknown field', 'void m(EmployeeSource__mdt s) { Object o = s.Nope__c; }', 'void m(EmployeeSource__mdt s) { Object o = s.DeveloperName; }'],
  ['get of a record as a text', "void m(SObject s) { String t = s.get('Name'); }", "void m(SObject s) { String t = (String) s.get(Account.Name); }"],
  ['a savepoint that is none', "void m() { Database.rollback('x'); }", 'void m() { Savepoint s = Database.setSavepoint(); Database.rollback(s); }'],
]; // prettier-ignore
