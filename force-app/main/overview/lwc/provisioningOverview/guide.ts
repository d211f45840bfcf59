import type { GuideStep } from 'c/provisioningSetupGuide';
import { format } from 'c/provisioningTexts';
import { labels } from './labels';
import { versionText } from './facts';
import { peopleOf } from './people';

type Overview = Apex.ProvisioningOverview;

/** What is left before the first run; undefined after it. */
export function guideOf(overview: Overview): readonly GuideStep[] | undefined {
  if (overview.hasRun) return undefined;
  const { all, withUser, waiting } = peopleOf(overview);
  const { hasSettings, hasDryRun } = overview;
  const loaded = hasSettings ? withUser + waiting : all;
  const mayStart = overview.mayRun === true && hasSettings === true && loaded > 0;
  return [
    {
      name: 'settings',
      title: labels.overviewGuideSettings,
      text: hasSettings
        ? versionText(overview)
        : loaded > 0
          ? format(labels.overviewGuideSettingsFirst, loaded)
          : labels.overviewGuideSettingsText,
      action: labels.overviewGuideOpen,
      isDone: hasSettings === true,
      isPossible: true,
    },
    {
      name: 'load',
      title: labels.overviewGuideLoad,
      text: loadText(overview, loaded),
      action: labels.importTitle,
      isDone: loaded > 0,
      isPossible: overview.mayImport === true,
    },
    {
      name: 'dryRun',
      title: labels.overviewGuideDry,
      text: labels.overviewGuideDryText,
      action: labels.runDryRun,
      isDone: hasDryRun === true,
      isPossible: mayStart,
    },
    {
      name: 'run',
      title: labels.runUserProvisioning,
      text: labels.overviewGuideRunText,
      action: labels.overviewRun,
      isDone: false,
      isPossible: mayStart,
    },
  ];
}

function loadText({ status }: Overview, loaded: number): string {
  if (loaded > 0) return format(labels.overviewGuideLoadSome, loaded);
  return status ? format(labels.overviewGuideLoadStatus, status) : labels.overviewGuideLoadNone;
}
