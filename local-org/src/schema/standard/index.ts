import type { ObjectDeclaration } from '../declare';
import { account } from './account';
import { apexClass } from './apex-class';
import { apexTrigger } from './apex-trigger';
import { asyncApexJob } from './async-apex-job';
import { caseObject } from './case';
import { contact } from './contact';
import { cronJobDetail } from './cron-job-detail';
import { cronTrigger } from './cron-trigger';
import { customPermission } from './custom-permission';
import { empUserProvisionProcessErr } from './emp-user-provision-process-err';
import { empUserProvisioningProcess } from './emp-user-provisioning-process';
import { employee } from './employee';
import { employee2 } from './employee2';
import { fieldPermissions } from './field-permissions';
import { group } from './group';
import { groupMember } from './group-member';
import { individual } from './individual';
import { internalOrganizationUnit } from './internal-organization-unit';
import { lead } from './lead';
import { objectPermissions } from './object-permissions';
import { opportunity } from './opportunity';
import { organization } from './organization';
import { permissionSet } from './permission-set';
import { permissionSetAssignment } from './permission-set-assignment';
import { permissionSetGroup } from './permission-set-group';
import { permissionSetGroupComponent } from './permission-set-group-component';
import { permissionSetLicense } from './permission-set-license';
import { permissionSetLicenseAssign } from './permission-set-license-assign';
import { profile } from './profile';
import { recordType } from './record-type';
import { setupEntityAccess } from './setup-entity-access';
import { task } from './task';
import { user } from './user';
import { userLicense } from './user-license';
import { userLogin } from './user-login';
import { userRole } from './user-role';

/** The standard objects that the local org knows. Adding one: write its file, list it here, give it a hook in `platform` if it has rules of its own. */
export const STANDARD_OBJECTS: readonly ObjectDeclaration[] = [
  account,
  apexClass,
  apexTrigger,
  asyncApexJob,
  caseObject,
  contact,
  cronJobDetail,
  cronTrigger,
  customPermission,
  empUserProvisionProcessErr,
  empUserProvisioningProcess,
  employee,
  employee2,
  fieldPermissions,
  group,
  groupMember,
  individual,
  internalOrganizationUnit,
  lead,
  objectPermissions,
  opportunity,
  organization,
  permissionSet,
  permissionSetAssignment,
  permissionSetGroup,
  permissionSetGroupComponent,
  permissionSetLicense,
  permissionSetLicenseAssign,
  profile,
  recordType,
  setupEntityAccess,
  task,
  user,
  userLicense,
  userLogin,
  userRole,
];
