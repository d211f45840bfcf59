import { engineLabel } from 'c/provisioningAppTexts';
import { format } from 'c/provisioningTexts';
import { labels } from './labels';

/** A fact of the header; `moment` where it is one. */
export interface Fact {
  readonly label: string;
  readonly text: string | null;
  readonly moment: string | null;
}

/** What the header of an app tells. */
export function factsOf(detail: Apex.AppDetail): readonly Fact[] {
  const { app } = detail;
  const fact = (label: string, text: string | null, moment: string | null = null): Fact => ({ label, text, moment });
  return [
    fact(labels.appsColumnEngine, engineLabel(app?.engine ?? null) || labels.appsFactNone),
    fact(labels.appsFactConnector, detail.connector ?? labels.appsFactNone),
    fact(labels.appsFactCredential, detail.namedCredential ?? labels.appsFactNone),
    fact(labels.appsFactEntitled, detail.permissionSets.join(', ') || labels.appsFactNone),
    fact(labels.appsColumnReconciled, app?.lastReconciled ? null : labels.appsNever, app?.lastReconciled ?? null),
    fact(labels.appsFactSettings, detail.version === null ? labels.appsFactNoVersion : format(labels.appsFactVersion, detail.version)),
  ];
}
