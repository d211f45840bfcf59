import type { PageReference } from 'lightning/navigation';
import type { Need } from 'c/provisioningNeedList';
import { partPage } from 'c/provisioningOverviewPart';
import { silenceText } from 'c/provisioningProcessTexts';
import { format } from 'c/provisioningTexts';
import { labels } from './labels';
import { LEAVERS, peoplePage, runPage, settingsPage } from './pages';
import { peopleOf } from './people';

type Overview = Apex.ProvisioningOverview;
type Run = Apex.ProvisioningProcessView;
type Way = readonly [action: string, page: PageReference];

const GUARDS: Way = [labels.overviewOpenGuards, settingsPage('guards')];
const RECIPIENTS: Way = [labels.overviewChangeRecipients, settingsPage('notifications')];
const SETTINGS: Way = [labels.overviewOpenSettings, settingsPage()];
/** Where what a finding names is settled; the settings where nothing stands here. */
const WAYS: Readonly<Record<string, Way | undefined>> = {
  SEATS: GUARDS,
  NO_LOCKOUT_LIMIT: GUARDS,
  RECIPIENT_INACTIVE: RECIPIENTS,
  NO_EMAIL_DELIVERY: RECIPIENTS,
  NO_NOTIFICATION_TYPE: RECIPIENTS,
  USER_INACTIVE: [labels.overviewShowPeople, peoplePage('Returns')],
  USER_FROZEN: [labels.overviewShowPeople, peoplePage('Returns')],
  DELETED_EMPLOYEES: [labels.overviewShowPeople, peoplePage('Leavers')],
};

/** What needs somebody, the worst first. */
export function needsOf(overview: Overview, now: number): readonly Need[] {
  const findings = overview.findings.map(ofFinding);
  return [
    ...overview.open.filter(({ guard }) => guard).map(ofParked),
    ...overview.open.filter(({ state }) => state === 'Silent').map((run) => ofSilent(run, now)),
    ...overview.runs.slice(0, 1).filter(isBroken).map(ofBroken),
    ...findings.filter(({ severity }) => severity === 'error'),
    ...ofFailures(overview),
    ...ofLeavers(overview),
    ...overview.parts.flatMap(ofPart),
    ...findings.filter(({ severity }) => severity === 'warning'),
  ];
}

const isBroken = ({ status }: Run): boolean => status === 'Failed' || status === 'Aborted';

const ofRun = (run: Run, heading: string, text: string | null, action: string): Need => ({
  name: run.id ?? '',
  severity: 'error',
  heading: format(heading, run.name),
  text,
  action,
  page: runPage(run.id),
});
const ofParked = (run: Run): Need => ofRun(run, labels.overviewNeedParked, run.statusMessage, labels.overviewDecide);
const ofSilent = (run: Run, now: number): Need => ofRun(run, labels.overviewNeedSilent, silenceText(run, now), labels.overviewOpenRun);
const ofBroken = (run: Run): Need => ofRun(run, labels.overviewNeedEnded, run.statusMessage, labels.overviewOpenRun);

function ofFinding({ code, severity, message, fix }: Apex.ProvisioningFinding, index: number): Need {
  const [action, page] = WAYS[code ?? ''] ?? SETTINGS;
  return {
    name: `${code}${index}`,
    severity: severity === 'error' ? 'error' : 'warning',
    heading: message ?? '',
    text: fix,
    action,
    page,
  };
}

/** What a line of another feature's card needs. */
function ofPart(part: Apex.ProvisioningOverviewPart): readonly Need[] {
  return part.lines
    .filter(({ need }) => need)
    .map((line) => ({
      name: line.id ?? '',
      severity: 'warning',
      heading: format(labels.overviewNeedPart, line.name, line.word),
      text: line.need,
      action: part.action ?? '',
      page: partPage(part, line.id),
    }));
}

function ofFailures(overview: Overview): readonly Need[] {
  const { failed } = peopleOf(overview);
  const [first] = overview.causes;
  if (failed === 0 || !first) return [];
  return [
    {
      name: 'failed',
      severity: 'error',
      heading: format(labels.overviewNeedFailed, failed),
      text: format(labels.overviewNeedFailedText, first.label, first.howToFix),
      action: labels.overviewReviewFailed,
      page: peoplePage('Waiting', 'Failed'),
    },
  ];
}

function ofLeavers(overview: Overview): readonly Need[] {
  const { leavers } = peopleOf(overview);
  if (leavers === 0 || overview.leaverAction === null) return [];
  return [
    {
      name: 'leavers',
      severity: 'warning',
      heading: format(labels.overviewNeedLeavers, leavers),
      text: labels.overviewNeedLeaversText,
      action: labels.overviewReviewLeavers,
      page: LEAVERS,
    },
  ];
}
