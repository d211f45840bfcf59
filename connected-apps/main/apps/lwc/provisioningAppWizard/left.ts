import { labels } from './labels';

/** What a step has to know besides the settings. */
export interface Done {
  readonly isTested: boolean;
  readonly accountsKnown: boolean;
  readonly platformEngineOn: boolean;
  readonly deleteConfirmed: boolean;
  /** A connected app entitles by itself. */
  readonly isTarget: boolean;
}

type Settings = Apex.AppSettings;

const LEFT: Readonly<Record<string, (settings: Settings, done: Done) => readonly (string | false)[]>> = {
  credential: (settings, done) => [Boolean(settings.namedCredential) && !done.isTested && labels.appsLeftTest],
  connector: (settings, done) => [
    !settings.connector && labels.appsLeftConnector,
    settings.connector === 'SCIM' && !settings.namedCredential && labels.appsLeftConnectorCredential,
    !done.isTested && labels.appsLeftTest,
  ],
  operations: (settings, done) => [
    done.isTarget && settings.permissionSets.length === 0 && labels.appsLeftEntitling,
    settings.operations.length === 0 && labels.appsLeftOperation,
    settings.deactivation === 'Delete' && !done.deleteConfirmed && labels.appsLeftDelete,
    !settings.mapping.some((row) => row.target?.toLowerCase() === 'username') && labels.appsLeftUserName,
  ],
  approval: ({ approval }) => [approval?.decidedBy === 'Users' && approval.users.length === 0 && labels.appsLeftApprover],
  linking: ({ linking }) => [!(linking?.salesforce && linking.target) && labels.appsLeftLinking],
  platform: (_, done) => [!done.platformEngineOn && labels.appsLeftPlatform],
  commit: (_, done) => [!done.accountsKnown && labels.appsLeftAccounts],
};

/** What is left to do before the step may be left, in words. */
export function leftOf(step: string, settings: Settings, done: Done): readonly string[] {
  return (LEFT[step]?.(settings, done) ?? []).filter((text): text is string => text !== false);
}
