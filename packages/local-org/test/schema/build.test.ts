import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../../src/kernel/values';
import { loadFiles, readProject } from '../../src/metadata';
import { buildSchema } from '../../src/schema';

const garage = join(import.meta.dirname, '../fixtures/garage');
const { metadata, project } = readProject(loadFiles(garage));
const schema = buildSchema(metadata, project);
const field = (object: string, name: string) => schema.object(object)?.field(name);

describe('features', () => {
  it('that are off take their objects and fields with them', () => {
    const plain = buildSchema(metadata, { ...project, features: [] });
    expect(plain.object('Employee2')).toBeUndefined();
    expect(plain.object('InternalOrganizationUnit')).toBeUndefined();
    expect(plain.object('Account')?.field('PersonEmail')).toBeUndefined();
    expect(plain.object('Account')?.field('RecordTypeId')).toBeUndefined();
    expect(plain.hash).not.toBe(schema.hash);
  });

  it('that are on bring them', () => {
    expect(field('Employee2', 'ContactId')).toMatchObject({
      masterDetail: true,
      writeOnce: true,
      updateable: false,
      nillable: false,
      deleteRule: 'cascade',
    });
    expect(schema.object('Employee2')?.parentField('User')?.name).toBe('UserId');
    expect(field('account', 'personemail')).toMatchObject({ type: 'email', length: 80 });
    expect(schema.object('Account')?.recordTypes).toEqual([
      { developerName: 'PersonAccount', label: 'Person Account', active: true, personType: true },
    ]);
    expect(field('Account', 'Nickname__pc')).toMatchObject({ length: 30, custom: true });
  });
});

describe('record types of person accounts', () => {
  const accountTypes = (...types: [name: string, active: boolean][]) => {
    const files = new Map(loadFiles(garage));
    const directory = [...files.keys()].find((path) => path.includes('/objects/'))!.split('/objects/')[0]!;
    for (const [name, active] of types) {
      const text = `<RecordType><fullName>${name}</fullName><label>${name} label</label><active>${active}</active></RecordType>`;
      files.set(`${directory}/objects/PersonAccount/recordTypes/${name}.recordType-meta.xml`, Buffer.from(text));
    }
    const read = readProject(files);
    return buildSchema(read.metadata, read.project);
  };

  it("stand beside the platform's own and are no object", () => {
    const built = accountTypes(['Staff', true]);
    expect(built.object('Account')?.recordTypes.map((type) => [type.developerName, type.active, type.personType])).toEqual([
      ['PersonAccount', true, true],
      ['Staff', true, true],
    ]);
    expect(built.object('PersonAccount')).toBeUndefined();
    expect(built.diagnostics.filter((diagnostic) => diagnostic.message.includes('PersonAccount'))).toEqual([]);
  });

  it("can switch the platform's own off", () => {
    const built = accountTypes(['PersonAccount', false], ['Staff', true]);
    expect(built.object('Account')?.recordTypes.map((type) => [type.developerName, type.active])).toEqual([
      ['PersonAccount', false],
      ['Staff', true],
    ]);
  });
});

describe('standard objects', () => {
  // Salesforce Field Reference, Employee2.
  it('know how long the fields of an Employee2 are', () => {
    const lengths = { EmployeeNumber: 20, FederationIdentifier: 255, ExternalSourceName: 255, Name: 255, AlternateEmail: 80 };
    for (const [name, length] of Object.entries(lengths)) expect(field('Employee2', name), name).toMatchObject({ length });
    expect(field('Employee2', 'FederationIdentifier')).toMatchObject({
      type: 'string',
      nillable: true,
      createable: true,
      updateable: true,
    });
  });

  // Object Reference, User: lengths and required fields.
  it('know what a User needs', () => {
    const required = schema
      .object('User')
      ?.fields.filter((f) => !f.nillable && f.createable && !f.defaultedOnCreate)
      .map((f) => f.name);
    expect(required).toEqual([
      'Alias',
      'Email',
      'EmailEncodingKey',
      'LanguageLocaleKey',
      'LastName',
      'LocaleSidKey',
      'ProfileId',
      'TimeZoneSidKey',
      'Username',
    ]);
    const lengths = [
      'Username',
      'Email',
      'LastName',
      'FirstName',
      'Alias',
      'CommunityNickname',
      'EmployeeNumber',
      'FederationIdentifier',
    ].map((name) => field('User', name)?.length);
    expect(lengths).toEqual([80, 128, 80, 40, 8, 40, 20, 512]);
    expect(field('User', 'EmailEncodingKey')).toMatchObject({ restrictedPicklist: true });
  });

  it('have distinct key prefixes', () => {
    const prefixes = schema.objects.map((object) => object.keyPrefix);
    expect(new Set(prefixes).size).toBe(prefixes.length);
    expect(prefixes.every((prefix) => /^[0-9a-zA-Z]{3}$/.test(prefix))).toBe(true);
    expect(schema.objectByPrefix('0Pa')?.name).toBe('PermissionSetAssignment');
  });

  it('never name a field twice and never refer to an absent object', () => {
    for (const object of schema.objects) {
      const names = object.fields.map((f) => f.name.toLowerCase());
      expect(
        names.filter((name, i) => names.indexOf(name) !== i),
        object.name,
      ).toEqual([]);
      expect(object.fields.map((f) => f.slot)).toEqual(object.fields.map((_, i) => i));
      for (const f of object.fields)
        for (const target of f.referenceTo) expect(schema.object(target), `${object.name}.${f.name}`).toBeDefined();
      expect(object.kind === 'event' || object.fields.some((f) => f.name === 'Id'), object.name).toBe(true);
    }
  });
});

describe('custom objects', () => {
  it('take fields, defaults and relationships from metadata', () => {
    expect(field('Repair__c', 'Plate__c')).toMatchObject({
      type: 'string',
      length: 12,
      unique: true,
      externalId: true,
      idLookup: true,
      nillable: false,
    });
    expect(field('Repair__c', 'Urgent__c')).toMatchObject({ type: 'boolean', defaultValue: true, nillable: false });
    expect(field('Repair__c', 'Price__c')?.defaultValue).toEqual(new Decimal(1250n, 2));
    expect(field('Repair__c', 'Notes__c')).toMatchObject({ type: 'textarea', length: 5000, filterable: false, sortable: false });
    expect(field('Repair__c', 'Customer__c')).toMatchObject({ relationshipName: 'Customer__r', deleteRule: 'restrict' });
    expect(schema.object('Contact')?.child('repairs__r')).toEqual({
      name: 'Repairs__r',
      childObject: 'Repair__c',
      field: 'Customer__c',
      cascadeDelete: false,
    });
    expect(field('Repair__c', 'Name')).toMatchObject({ autoNumber: true, displayFormat: 'R-{0000}', createable: false });
    expect(field('Repair__c', 'Stage__c')).toMatchObject({
      restrictedPicklist: true,
      defaultValue: 'New',
      picklist: [{ value: 'New', label: 'Brand new' }, { value: 'Done' }],
    });
    expect(field('Repair__c', 'Colour__c')?.picklist.map((entry) => entry.value)).toEqual(['Red']);
    expect(schema.object('Repair__c')?.validationRules).toEqual([
      { name: 'No_Z', active: true, formula: 'BEGINS(Plate__c, "Z")', message: 'No Z plates & such', errorField: 'Plate__c' },
    ]);
  });

  it('on the detail side have no owner and follow their master', () => {
    expect(field('Part__c', 'OwnerId')).toBeUndefined();
    expect(schema.object('Part__c')?.sharingModel).toBe('ControlledByParent');
    expect(field('Part__c', 'Repair__c')).toMatchObject({ masterDetail: true, writeOnce: true, nillable: false, updateable: false });
    expect(schema.object('Repair__c')?.child('Parts__r')?.cascadeDelete).toBe(true);
  });

  it('leave out formula fields and say so', () => {
    expect(field('Repair__c', 'Total__c')).toBeUndefined();
    expect(schema.diagnostics).toEqual([
      {
        path: 'force-app/main/default/objects/Repair__c/fields/Total__c.field-meta.xml',
        line: 1,
        column: 1,
        severity: 'warning',
        message: 'The local org does not support formula fields: Repair__c.Total__c does not exist in it',
      },
    ]);
  });

  it('keep fields whose default is a formula, without the default', () => {
    const objects = new Map(metadata.objects);
    const own = objects.get('Part__c');
    if (own) objects.set('Part__c', { ...own, fields: [{ fullName: 'Due__c', type: 'Date', defaultValue: 'TODAY() + 7', $path: 'p' }] });
    const built = buildSchema({ ...metadata, objects }, project);
    expect(built.object('Part__c')?.field('Due__c')).toMatchObject({ type: 'date', defaultValue: null });
    expect(built.diagnostics).toContainEqual({
      path: 'p',
      line: 1,
      column: 1,
      severity: 'warning',
      message: 'The local org does not evaluate the default value of Part__c.Due__c: TODAY() + 7',
    });
  });

  it('hold geolocations as two numbers and their compound', () => {
    const objects = new Map(metadata.objects);
    const own = objects.get('Part__c');
    if (own)
      objects.set('Part__c', { ...own, fields: [{ fullName: 'Place__c', type: 'Location', scale: '5', label: 'Place', $path: 'p' }] });
    const part = buildSchema({ ...metadata, objects }, project).object('Part__c');
    expect(part?.field('Place__Latitude__s')).toMatchObject({
      type: 'double',
      scale: 5,
      precision: 8,
      custom: true,
      label: 'Place (Latitude)',
    });
    expect(part?.field('Place__Longitude__s')).toMatchObject({ type: 'double' });
    expect(part?.field('Place__c')).toMatchObject({ type: 'location', createable: false });
  });

  it('come in all kinds', () => {
    expect(schema.object('Tariff__mdt')).toMatchObject({ kind: 'metadata', createable: false });
    expect(schema.object('Tariff__mdt')?.fieldNames).toEqual(
      expect.arrayContaining(['DeveloperName', 'MasterLabel', 'Label', 'QualifiedApiName', 'NamespacePrefix', 'Rate__c']),
    );
    expect(schema.object('Done__e')).toMatchObject({ kind: 'event', queryable: false, createable: true });
    expect(schema.object('Garage__c')).toMatchObject({ kind: 'setting' });
    expect(field('Garage__c', 'SetupOwnerId')?.referenceTo).toEqual(['Organization', 'Profile', 'User']);
  });

  it('keep their key prefix when other objects come', () => {
    const more = new Map(metadata.objects);
    more.set('Another__c', {
      apiName: 'Another__c',
      definition: { label: 'Another' },
      fields: [],
      validationRules: [],
      recordTypes: [],
      fieldSets: [],
      sharingReasons: [],
    });
    const grown = buildSchema({ ...metadata, objects: more }, project);
    expect(grown.object('Repair__c')?.keyPrefix).toBe(schema.object('Repair__c')?.keyPrefix);
    expect(schema.object('Repair__c')?.keyPrefix).toMatch(/^a/);
    expect(schema.object('Tariff__mdt')?.keyPrefix).toMatch(/^m/);
  });

  const foreign = (apiName: string, features: readonly string[] = project.features) => {
    const fields = [{ fullName: 'X__c', type: 'Text', $path: 'p' }];
    const objects = new Map([
      [apiName, { apiName, definition: {}, fields, validationRules: [], recordTypes: [], fieldSets: [], sharingReasons: [] }],
    ]);
    return buildSchema({ ...metadata, objects, permissionSets: [] }, { ...project, features }).diagnostics;
  };

  it('are errors when a feature is off, warnings when the local org lacks the standard object', () => {
    expect(foreign('Employee2', [])).toMatchObject([
      { severity: 'error', path: 'p', message: "Entity of type 'Employee2' is not available in this organization" },
    ]);
    expect(foreign('Order')).toMatchObject([
      {
        severity: 'warning',
        path: 'p',
        message: 'The local org does not know the standard object Order: this file has no effect in it',
      },
    ]);
  });

  it('lose lookups to what is not there, and say whose fault it is', () => {
    const lookupTo = (referenceTo: string) => {
      const objects = new Map(metadata.objects);
      const own = objects.get('Part__c');
      if (own) objects.set('Part__c', { ...own, fields: [...own.fields, { fullName: 'To__c', type: 'Lookup', referenceTo, $path: 'p' }] });
      return buildSchema({ ...metadata, objects }, project).diagnostics.filter((d) => d.path === 'objects/Part__c');
    };
    expect(lookupTo('Nothing__c')).toMatchObject([
      { severity: 'error', message: 'Part__c.To__c refers to Nothing__c, which does not exist in this org' },
    ]);
    expect(lookupTo('Order')).toMatchObject([
      { severity: 'warning', message: 'Part__c.To__c refers to Order, which does not exist in the local org' },
    ]);
    expect(lookupTo('Repair__c')).toEqual([]);
  });
});

describe('buildSchema reports', () => {
  it('features that do not exist', () => {
    expect(buildSchema(metadata, { ...project, features: ['PersonAccount'] }).diagnostics).toContainEqual({
      path: 'local-org.json',
      line: 1,
      column: 1,
      severity: 'error',
      message:
        'Unknown feature "PersonAccount"; known are Employee2, PersonAccounts, UnifiedEmployeePersona, UserProvisioning, WorkplaceCommandCenter',
    });
  });

  it('grants on standard things that the local org lacks', () => {
    const [set] = metadata.permissionSets;
    if (!set) throw new Error('The fixture has permission sets');
    const wide = {
      ...set,
      userPermissions: ['ApiEnabled', 'FlyToTheMoon'],
      objectPermissions: [
        { object: 'Order', read: true, create: false, edit: false, delete: false, viewAll: false, viewAllFields: false, modifyAll: false },
      ],
      fieldPermissions: [
        { field: 'Account.Jigsaw', readable: true, editable: false },
        { field: 'Account.Phone', readable: true, editable: false },
      ],
    };
    const found = buildSchema({ ...metadata, permissionSets: [wide] }, project).diagnostics.filter(
      (d) => d.path === `permissionsets/${set.name}`,
    );
    expect(found.map((d) => `${d.severity}: ${d.message}`)).toEqual([
      'warning: The local org does not know the user permission FlyToTheMoon: the grant has no effect in it',
      'warning: The local org does not know the standard object Order: the grant has no effect in it',
      'warning: The local org does not know the standard field Account.Jigsaw: the grant has no effect in it',
    ]);
  });
});
