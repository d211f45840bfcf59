import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './served-org';

const SETTINGS = join(root, 'force-app/main/settings');
/** Fields that say what became of a version or where a row stands, not what somebody set. */
const BOOKKEEPING: Readonly<Record<string, readonly string[]>> = {
  EmployeeUserSettings__c: [
    'ActiveKey__c',
    'Active__c',
    'AuthorizedBy__c',
    'OrganizationId__c',
    'SavedAt__c',
    'TakenOverFrom__c',
    'VersionNumber__c',
  ],
  UserFieldMapping__c: ['Settings__c', 'Position__c'],
  AssignmentRule__c: ['Settings__c', 'Position__c'],
  UserValueTable__c: ['Settings__c', 'Position__c'],
};

/** Only here, where the fields are files: an org may hold fields that its administrators added to our objects. */
test.each(Object.keys(BOOKKEEPING))('every field of %s is in the table of settings', (object) => {
  const fields = readdirSync(join(SETTINGS, 'objects', object, 'fields')).map((file) => file.replace('.field-meta.xml', ''));
  const table = ['ProvisioningSettingsFields', 'ProvisioningMatchingOrder', 'ProvisioningAssignmentRules'].map((name) =>
    readFileSync(join(SETTINGS, 'classes', `${name}.cls`), 'utf8'),
  );
  const rows = [...table.join('\n').matchAll(new RegExp(`\\b${object}\\.(\\w+__c)`, 'g'))].map(([, field]) => field);

  expect(new Set(fields)).toEqual(new Set([...BOOKKEEPING[object]!, ...rows]));
});
