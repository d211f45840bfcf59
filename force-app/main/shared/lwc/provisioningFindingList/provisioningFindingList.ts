import { LightningElement, api } from 'lwc';
import { format } from 'c/provisioningTexts';
import { personOf } from './people';
import { labels } from './labels';
import { placeOf } from './places';

const LOOK: Readonly<Record<string, { icon: string; variant: string | undefined; label: string; rank: number }>> = {
  error: { icon: 'utility:error', variant: 'error', label: labels.consoleSeverityError, rank: 0 },
  warning: { icon: 'utility:warning', variant: 'warning', label: labels.consoleSeverityWarning, rank: 1 },
  info: { icon: 'utility:info', variant: undefined, label: labels.consoleSeverityInfo, rank: 2 },
};

/** What a check found, the worst first: in words, with a sign, how to fix it, and a few of the people concerned. */
export default class ProvisioningFindingList extends LightningElement {
  @api findings: readonly Apex.ProvisioningFinding[] = [];

  get rows() {
    return this.findings
      .map((finding, index) => {
        const { icon, variant, label, rank } = LOOK[finding.severity ?? 'info'] ?? LOOK.info;
        const people = (finding.sample ?? []).map(personOf);
        const peopleText = format(labels.consolePeople, people.length, finding.count ?? people.length);
        return {
          key: `${index}`,
          icon,
          variant,
          label,
          rank,
          message: finding.message,
          fix: finding.fix,
          place: placeOf(finding.code),
          people,
          peopleText,
        };
      })
      .sort((a, b) => a.rank - b.rank);
  }
}
