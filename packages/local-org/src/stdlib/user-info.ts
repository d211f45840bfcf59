import type { RunningUser } from '../engine/running-user';
import { need } from '../kernel/fail';
import type { StdlibPorts } from './ports';
import { members, merge, type Theme } from './registry';
import { timeZone } from './datetime';

/** `UserInfo` and `FeatureManagement`. */
export function userInfo(ports: StdlibPorts): Theme {
  const read = (pick: (user: RunningUser) => unknown) => () => pick(ports.transaction().user());
  return merge(
    members('System.UserInfo', {
      'getUserId/0': () => ports.transaction().userId,
      'getName/0': read((user) => [user.firstName, user.lastName].filter(Boolean).join(' ')),
      'getFirstName/0': read((user) => user.firstName),
      'getLastName/0': read((user) => user.lastName),
      'getUserName/0': read((user) => user.username),
      'getUserEmail/0': read((user) => user.email),
      'getProfileId/0': read((user) => user.profileId),
      'getUserRoleId/0': read((user) => user.roleId),
      'getUserType/0': read((user) => user.userType),
      'getTimeZone/0': read((user) => timeZone(user.timeZone)),
      'getLocale/0': read((user) => user.locale),
      'getLanguage/0': read((user) => user.language),
      'getOrganizationId/0': read((user) => user.organizationId),
      'getOrganizationName/0': read((user) => user.organizationName),
      'getSessionId/0': () => ports.transaction().sessionId,
      'getUiTheme/0': () => 'Theme4d',
      'getUiThemeDisplayed/0': () => 'Theme4d',
      'getDefaultCurrency/0': () => 'USD',
      'isMultiCurrencyOrganization/0': () => false,
    }),
    members('System.FeatureManagement', {
      'checkPermission/1': (name: string) => {
        const { access, userId } = ports.transaction();
        return access.hasCustomPermission(userId, need(name));
      },
    }),
  );
}
