import type { ObjectDeclaration } from '../declare';
import { account } from './account';
import { apexClass } from './apex-class';
import { apexTrigger } from './apex-trigger';
import { apexTypeImplementor } from './apex-type-implementor';
import { asset } from './asset';
import { asyncApexJob } from './async-apex-job';
import { businessHours } from './business-hours';
import { campaignMember } from './campaign-member';
import { campaign } from './campaign';
import { caseComment } from './case-comment';
import { caseObject } from './case';
import { connectedApplication } from './connected-application';
import { contact } from './contact';
import { contactPointAddress } from './contact-point-address';
import { contactPointConsent } from './contact-point-consent';
import { contactPointEmail } from './contact-point-email';
import { contactPointPhone } from './contact-point-phone';
import { contentDocumentLink } from './content-document-link';
import { contentDocument } from './content-document';
import { contentVersion } from './content-version';
import { contract } from './contract';
import { cronJobDetail } from './cron-job-detail';
import { cronTrigger } from './cron-trigger';
import { customNotificationType } from './custom-notification-type';
import { customPermission } from './custom-permission';
import { empUserProvisionProcessErr } from './emp-user-provision-process-err';
import { empUserProvisioningProcess } from './emp-user-provisioning-process';
import { employee } from './employee';
import { employee2 } from './employee2';
import { entityDefinition } from './entity-definition';
import { event } from './event';
import { externalClientApplication } from './external-client-application';
import { fieldPermissions } from './field-permissions';
import { groupMember } from './group-member';
import { group } from './group';
import { individual } from './individual';
import { internalOrganizationUnit } from './internal-organization-unit';
import { lead } from './lead';
import { listEmail } from './list-email';
import { objectPermissions } from './object-permissions';
import { namedCredential } from './named-credential';
import { opportunityLineItem } from './opportunity-line-item';
import { opportunity } from './opportunity';
import { opportunityContactRole } from './opportunity-contact-role';
import { orgWideEmailAddress } from './org-wide-email-address';
import { organization } from './organization';
import { permissionSetAssignment } from './permission-set-assignment';
import { platformCachePartition } from './platform-cache-partition';
import { permissionSetGroupComponent } from './permission-set-group-component';
import { permissionSetGroup } from './permission-set-group';
import { permissionSetLicenseAssign } from './permission-set-license-assign';
import { permissionSetLicense } from './permission-set-license';
import { permissionSet } from './permission-set';
import { pricebookEntry } from './pricebook-entry';
import { pricebook2 } from './pricebook2';
import { processInstance } from './process-instance';
import { processInstanceWorkitem } from './process-instance-workitem';
import { product2 } from './product2';
import { profile } from './profile';
import { queueSobject } from './queue-sobject';
import { recordType } from './record-type';
import { SHARES } from './shares';
import { setupEntityAccess } from './setup-entity-access';
import { staticResource } from './static-resource';
import { task } from './task';
import { userLicense } from './user-license';
import { userLogin } from './user-login';
import { userPermissionAccess } from './user-permission-access';
import { userProvAccount } from './user-prov-account';
import { userProvAccountStaging } from './user-prov-account-staging';
import { userProvMockTarget } from './user-prov-mock-target';
import { userProvisioningConfig } from './user-provisioning-config';
import { userProvisioningLog } from './user-provisioning-log';
import { userProvisioningRequest } from './user-provisioning-request';
import { userProvisioningRequestShare } from './user-provisioning-request-share';
import { userRecordAccess } from './user-record-access';
import { userRole } from './user-role';
import { user } from './user';

/** The standard objects that the local org knows. Adding one: write its file, list it here, give it a hook in `platform` if it has rules of its own. */
export const STANDARD_OBJECTS: readonly ObjectDeclaration[] = [
  account,
  apexClass,
  apexTrigger,
  apexTypeImplementor,
  asset,
  asyncApexJob,
  businessHours,
  campaignMember,
  campaign,
  caseComment,
  caseObject,
  connectedApplication,
  contact,
  contactPointAddress,
  contactPointConsent,
  contactPointEmail,
  contactPointPhone,
  contentDocumentLink,
  contentDocument,
  contentVersion,
  contract,
  cronJobDetail,
  cronTrigger,
  customNotificationType,
  customPermission,
  empUserProvisionProcessErr,
  empUserProvisioningProcess,
  employee,
  employee2,
  entityDefinition,
  event,
  externalClientApplication,
  fieldPermissions,
  groupMember,
  group,
  individual,
  internalOrganizationUnit,
  lead,
  listEmail,
  objectPermissions,
  namedCredential,
  opportunityLineItem,
  opportunity,
  opportunityContactRole,
  orgWideEmailAddress,
  organization,
  permissionSetAssignment,
  permissionSetGroupComponent,
  permissionSetGroup,
  platformCachePartition,
  permissionSetLicenseAssign,
  permissionSetLicense,
  permissionSet,
  pricebookEntry,
  pricebook2,
  processInstance,
  processInstanceWorkitem,
  product2,
  profile,
  queueSobject,
  recordType,
  setupEntityAccess,
  staticResource,
  task,
  userLicense,
  userLogin,
  userPermissionAccess,
  userProvAccount,
  userProvAccountStaging,
  userProvMockTarget,
  userProvisioningConfig,
  userProvisioningLog,
  userProvisioningRequest,
  userProvisioningRequestShare,
  userRecordAccess,
  userRole,
  user,
  ...SHARES,
];
