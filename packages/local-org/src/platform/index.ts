import type { MadeTable, MadeTables } from '../data';
import type { ObjectHook } from '../data/hooks';
import type { AskToConfirm } from './email-change';
import { shareRows } from './share-rows';
import { userRecordAccess } from './user-record-access';
import { userPermissionAccess } from './user-permission-access';
import { accountHook } from './objects/account';
import { assetHook } from './objects/asset';
import { closedHooks } from './objects/closed';
import { opportunityHook } from './objects/opportunity';
import { contactPointHooks } from './objects/contact-point';
import { contentVersionHook } from './objects/content-version';
import { contactHook } from './objects/contact';
import { employee2Hook } from './objects/employee2';
import { groupHook, groupMemberHook } from './objects/group';
import { nameHooks } from './objects/names';
import { permissionSetAssignmentHook } from './objects/permission-set-assignment';
import { permissionSetGroupComponentHook, permissionSetGroupHook } from './objects/permission-set-group';
import { rightsHooks } from './objects/rights';
import { setupEntityAccessHook } from './objects/setup-entity-access';
import { userHook } from './objects/user';
import { userLoginHook } from './objects/user-login';
import { userRoleHook } from './objects/user-role';
import { userProvisioningHooks } from './objects/user-provisioning';

/** Objects whose rows are made when a query asks. */
export const madeTables: MadeTables = (object, schema) => MADE[object.name] ?? shareRows(object, schema);

const MADE: Readonly<Record<string, MadeTable>> = { UserPermissionAccess: userPermissionAccess, UserRecordAccess: userRecordAccess };

/** What the platform does for single standard objects. Hooks of objects that the org does not have never run. `ask` sends what it mails itself. */
export function platformHooks(ask: AskToConfirm): readonly ObjectHook[] {
  return [
    userHook(ask),
    userLoginHook,
    userRoleHook,
    permissionSetAssignmentHook,
    permissionSetGroupHook,
    permissionSetGroupComponentHook,
    setupEntityAccessHook,
    ...rightsHooks,
    groupHook,
    groupMemberHook,
    accountHook,
    contactHook,
    contentVersionHook,
    employee2Hook,
    ...userProvisioningHooks,
    ...nameHooks,
    ...contactPointHooks,
    assetHook,
    ...closedHooks,
    opportunityHook,
  ];
}

export { confirmEmailChange, createEmailChanges, type EmailChange } from './email-change';
export { createPasswords, isPassword, maySetPassword, passwordFault, setPassword } from './passwords';
export { deploySetup, type SetupDeployment } from './setup';
export { FORMULA_COVERAGE, violates } from './formula';
export { closeSession, createSessions, openSession, sessionHolder } from './sessions';
export { sharingHooks } from './objects/shares';
export type { Implementor } from './setup/implementors';
export { insertFollowing, objectOf } from './rows';
