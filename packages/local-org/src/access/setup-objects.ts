import { USER_MANAGERS } from './own-user';
import type { ObjectRight } from './port';

/** System permissions of which one is needed, where a list inside stands for all of its own; an empty list means nobody, absent the default. */
type Needs = Readonly<Partial<Record<'read' | 'create' | 'edit' | 'delete' | 'viewAll', readonly (string | readonly string[])[]>>>;

const VIEW_SETUP = ['ViewSetup', 'ManageUsers', 'ManageProfilesPermissionsets', 'AssignPermissionSets'];
const SETS = ['ManageProfilesPermissionsets'];
const permissionSets: Needs = { read: VIEW_SETUP, create: SETS, edit: SETS, delete: SETS };
const assignments: Needs = {
  read: VIEW_SETUP,
  create: ['AssignPermissionSets'],
  edit: ['AssignPermissionSets'],
  delete: ['AssignPermissionSets'],
};

/** Who manages requests and accounts of connected apps (Salesforce Help, "Manage User Provisioning Requests"). */
const PROVISIONERS = [['ViewSetup', 'ManageUsers']];
const provisioning: Needs = { read: PROVISIONERS, create: PROVISIONERS, edit: PROVISIONERS, delete: PROVISIONERS };
/** Who sets an app up (Salesforce Help, "Configure User Provisioning for Connected Apps"). */
const CONFIGURERS = [['ViewSetup', 'ManageUsers', 'CustomizeApplication']];

/**
 * Setup objects have no object permissions: the named system permissions open them. What is not listed may be read by
 * everybody and written by nobody. Object Reference, "Special Access Rules" of each object.
 */
const NEEDS: Readonly<Record<string, Needs>> = {
  // Everybody sees users and edits their own record: the row filter and `mayChange` limit the edit.
  user: { create: USER_MANAGERS, delete: [] },
  userlogin: { read: ['ManageUsers', 'ManageInternalUsers', 'FreezeUsers'], edit: ['ManageUsers', 'FreezeUsers'] },
  userrole: { create: ['ManageRoles', 'ManageUsers'], edit: ['ManageRoles', 'ManageUsers'], delete: ['ManageRoles', 'ManageUsers'] },
  group: { create: USER_MANAGERS, edit: USER_MANAGERS, delete: USER_MANAGERS },
  groupmember: { create: USER_MANAGERS, edit: USER_MANAGERS, delete: USER_MANAGERS },
  queuesobject: { create: USER_MANAGERS, edit: USER_MANAGERS, delete: USER_MANAGERS },
  organization: { edit: ['CustomizeApplication'] },
  permissionset: permissionSets,
  permissionsetgroup: permissionSets,
  permissionsetgroupcomponent: permissionSets,
  objectpermissions: permissionSets,
  fieldpermissions: permissionSets,
  setupentityaccess: permissionSets,
  permissionsetassignment: assignments,
  permissionsetlicense: { read: VIEW_SETUP },
  permissionsetlicenseassign: assignments,
  custompermission: { read: VIEW_SETUP },
  namedcredential: { read: ['ViewSetup'] },
  asyncapexjob: { read: ['ViewSetup'] },
  crontrigger: { read: ['ViewSetup'] },
  cronjobdetail: { read: ['ViewSetup'] },
  apexclass: { read: ['ViewSetup', 'AuthorApex'] },
  apextrigger: { read: ['ViewSetup', 'AuthorApex'] },
  apextypeimplementor: { read: ['ViewSetup', 'AuthorApex'] },
  // Sharing decides who sees a request: those who approve one need no administrative permission.
  userprovisioningrequest: { create: PROVISIONERS, edit: PROVISIONERS, delete: PROVISIONERS, viewAll: PROVISIONERS },
  userprovisioningrequestshare: { create: PROVISIONERS, edit: PROVISIONERS, delete: PROVISIONERS, viewAll: PROVISIONERS },
  userprovaccount: provisioning,
  userprovaccountstaging: provisioning,
  userprovmocktarget: provisioning,
  userprovisioninglog: provisioning,
  externalclientapplication: { read: ['ViewSetup'] },
  userprovisioningconfig: { read: ['ViewSetup'], create: CONFIGURERS, edit: CONFIGURERS, delete: CONFIGURERS },
};

/** Objects without object permissions of their own: the rights to another object decide (Object Reference, "Special Access Rules"). */
const GOVERNED_BY: Readonly<Record<string, string>> = {
  casecomment: 'Case',
  campaignmember: 'Campaign',
  event: 'Task',
  opportunitylineitem: 'Opportunity',
  pricebookentry: 'Product2',
};

/** Name of the object whose rights count for this one. */
export function governorOf(object: string): string {
  return GOVERNED_BY[object.toLowerCase()] ?? object;
}

/** Files are everybody's to make; who sees which follows from sharing. */
const FILES: ReadonlySet<string> = new Set(['contentversion', 'contentdocument', 'contentdocumentlink']);

const OPEN: ReadonlySet<string> = new Set([
  'connectedapplication',
  'staticresource',
  'customnotificationtype',
  'businesshours',
  'orgwideemailaddress',
  'profile',
  'userlicense',
  'recordtype',
  'organization',
  'userpermissionaccess',
  'userrecordaccess',
  'userrole',
  'group',
  'groupmember',
  'user',
]);

/** True for objects that system permissions open or that everybody has: they have no field permissions either. */
export function isSetupObject(object: string): boolean {
  const name = object.toLowerCase();
  return FILES.has(name) || OPEN.has(name) || name in NEEDS;
}

/** The verdict for a setup object, or undefined when the object is ruled by object permissions. */
export function setupObjectRight(object: string, right: ObjectRight, holds: (permission: string) => boolean): boolean | undefined {
  const name = object.toLowerCase();
  if (FILES.has(name)) return right !== 'viewAll' && right !== 'modifyAll';
  const needs = NEEDS[name];
  if (!isSetupObject(object)) return undefined;
  if (right === 'viewAll' && !needs?.viewAll) return setupObjectRight(object, 'read', holds);
  if (right === 'modifyAll') return setupObjectRight(object, 'delete', holds);
  if (right === 'edit' && name === 'user') return true;
  const some = needs?.[right];
  if (some === undefined) return right === 'read';
  return some.some((need) => [need].flat().every(holds));
}
