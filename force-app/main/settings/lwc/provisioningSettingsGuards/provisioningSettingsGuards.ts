import { LightningElement, api } from 'lwc';
import { Calls } from 'c/provisioningCalls';
import ProvisioningGuardOff, { changesWithout, consequenceOf, isOn } from 'c/provisioningGuardOff';
import type { Figure } from 'c/provisioningSettingsInputs';
import { format } from 'c/provisioningTexts';
import getGuardFigures from '@salesforce/apex/EmployeeLifecycleController.getGuardFigures';
import { labels } from './labels';

type Settings = Apex.ProvisioningSettingsData;

/**
 * What parks a run: each guard with its limit, what it would count now, and the way to turn it off. Fires `valuechange` `{field, value}`,
 * and `guardoff` `{name, changes}` once somebody has read what turning it off means.
 */
export default class ProvisioningSettingsGuards extends LightningElement {
  @api settings: Settings | undefined;
  @api options: Apex.ProvisioningSettingsOptions | undefined;
  /** Error texts by field. */
  @api errors: ReadonlyMap<string, string> = new Map();
  /** What stood in fields that were changed, by their names. */
  @api was: ReadonlyMap<string, string> = new Map();
  @api disabled = false;

  readonly labels = labels;
  failure = '';
  private known: readonly Apex.RunGuardFigure[] | undefined;
  private readonly calls = new Calls();

  connectedCallback(): void {
    this.look();
  }
  disconnectedCallback(): void {
    this.calls.end();
  }

  /** By the names of the settings; each has its place before it is known. */
  get figures(): ReadonlyMap<string, Figure> {
    const counting =
      this.known || this.failure ? [] : this.guards.map((name) => [name, { text: labels.settingsGuardCounting, share: null }] as const);
    const counted = (this.known ?? []).map((figure) => [figure.name ?? '', figureOf(figure)] as const);
    return new Map<string, Figure>([...counting, ...counted]);
  }
  /** Those that are on and may be off. */
  get removable(): ReadonlySet<string> {
    const { settings, disabled } = this;
    return new Set(disabled || !settings ? [] : this.guards.filter((name) => isOn(settings, name)));
  }
  private get guards(): readonly string[] {
    return (this.options?.inputs ?? []).map(({ name }) => name ?? '').filter(consequenceOf);
  }

  @api
  focusField(field: string): void {
    (this.refs?.inputs as (Element & { focusField(field: string): void }) | undefined)?.focusField(field);
  }

  handleRetry(): void {
    this.look();
  }
  handleInput(event: CustomEvent<{ field: string; value: unknown }>): void {
    this.dispatchEvent(new CustomEvent('valuechange', { detail: event.detail }));
  }
  async handleRemove(event: CustomEvent<string>): Promise<void> {
    const name = event.detail;
    const label = this.options?.inputs.find((input) => input.name === name)?.label ?? '';
    const question = { size: 'small' as const, label: format(labels.settingsOffOf, label), guards: [{ name, label }] };
    const answer = (await ProvisioningGuardOff.open(question)) as { reason: string } | undefined;
    if (!answer) return;
    this.dispatchEvent(new CustomEvent('guardoff', { detail: { name, changes: changesWithout(name, answer.reason) } }));
  }

  private look(): void {
    this.calls.look({
      ask: () => getGuardFigures(),
      show: (figures) => (this.known = figures),
      refuse: ({ message }) => (this.failure = message),
    });
  }
}

function figureOf({ text, counted, allowed }: Apex.RunGuardFigure): Figure {
  const limit = allowed === null ? [] : [format(labels.settingsGuardLimit, allowed)];
  return { text: [text ?? '', ...limit].join(' · '), share: shareOf(counted, allowed) };
}

/** Percent of what is allowed, 100 at most; null where nothing is counted or everything is allowed. */
function shareOf(counted: number | null, allowed: number | null): number | null {
  if (counted === null || !allowed) return null;
  return Math.min(100, Math.round((counted * 100) / allowed));
}
