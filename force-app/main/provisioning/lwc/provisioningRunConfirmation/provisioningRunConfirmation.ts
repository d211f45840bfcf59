import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import type { PageReference } from 'lightning/navigation';
import { format } from 'c/provisioningTexts';
import { pageOf, whatRuns, whoWaits } from 'c/provisioningWhoWaits';
import { labels } from './labels';

interface Touched {
  readonly name: string;
  readonly label: string;
  readonly now: string;
  readonly after: string;
}

/**
 * The window before a run: who waits, which settings decide, what to expect, what it touches, and what stands in its way or would park it.
 * Closes with `'run'`, `'dryRun'`, the page that somebody follows, or nothing.
 */
export default class ProvisioningRunConfirmation extends LightningModal {
  @api preview: Apex.RunPreview | undefined;
  readonly labels = labels;
  forecast: Apex.RunForecast | undefined;
  private isFocused = false;

  /** The window begins on its heading, when it has been drawn; what is meant by whoever opened it is one key away. */
  handleBegin(): void {
    if (this.isFocused || this.blocked) return;
    this.isFocused = true;
    (this.refs?.run as HTMLElement | undefined)?.focus();
  }

  get summary(): string {
    return this.preview ? whoWaits(this.preview) : '';
  }
  get settingsText(): string {
    const { source, settingsVersion } = this.preview ?? {};
    return settingsVersion ? format(labels.runWith, source ?? '', settingsVersion) : '';
  }
  get hands(): string {
    const { profile, permissionSets, byRules } = this.preview ?? {};
    if (!profile) return '';
    const gifts = permissionSets?.length
      ? format(labels.runHandsOut, profile, permissionSets.join(', '))
      : format(labels.runHandsOutProfile, profile);
    return byRules ? `${gifts} ${labels.runRulesMay}` : gifts;
  }
  /** An estimate; nothing where no run says how fast they go. */
  get minutesText(): string {
    const { minutes = null, minutesByRuns = null } = this.preview ?? {};
    if (minutes === null) return '';
    const time = minutes === 0 ? labels.overviewUnderMinute : format(labels.overviewMinutes, minutes);
    return format(labels.runMinutes, minutesByRuns, time);
  }
  get guard(): string {
    return this.preview?.guard ?? '';
  }
  get findings(): readonly Apex.ProvisioningFinding[] {
    return this.preview?.findings ?? [];
  }
  get liveText(): string {
    return this.preview ? whatRuns(this.preview) : '';
  }
  get liveReference(): PageReference {
    return pageOf(this.preview?.liveProcess?.id ?? null);
  }
  get blocked(): boolean {
    return !this.preview?.ready;
  }
  /** Seats before and after, by as many as the newest look foresees, else by everybody who waits; the welcome e-mails; and what follows elsewhere. */
  get touched(): readonly Touched[] {
    const { seats, sendsWelcome, settingsVersion, parts } = this.preview ?? {};
    if (!settingsVersion) return [];
    const licences = (seats ?? []).map(({ name, left, reserve }) => {
      const after = Math.max((left ?? 0) - this.comers, 0);
      const words = reserve ? format(labels.runSeatsAfterReserve, after, reserve) : format(labels.runSeatsAfter, after);
      return { name: name ?? '', label: format(labels.runSeats, name), now: format(labels.runSeatsNow, left ?? 0), after: words };
    });
    const after = sendsWelcome ? format(labels.runWelcomeMany, this.comers) : labels.runWelcomeNone;
    const now = sendsWelcome ? labels.runOn : labels.runOff;
    const others = (parts ?? []).map(({ label, cause, each }) => {
      const words = each ? format(labels.runFollow, each * this.gainers) : labels.runFollowNone;
      return { name: label ?? '', label: label ?? '', now: cause ?? '', after: words };
    });
    return [...licences, { name: 'welcome', label: labels.runWelcome, now, after }, ...others];
  }
  /** Who is linked gets the permission sets, too, and with them what follows from those. */
  private get gainers(): number {
    return this.comers + (this.forecast?.origin ? (this.forecast.linked ?? 0) : 0);
  }
  private get comers(): number {
    return this.forecast?.origin ? (this.forecast.created ?? 0) : (this.preview?.eligible ?? 0);
  }
  /** Without settings there are no guards to speak of. */
  get background(): string {
    const isGuarded = this.preview?.settingsVersion && !this.guard;
    return isGuarded ? `${labels.runExplanation} ${labels.runNoGuard}` : labels.runExplanation;
  }

  handleForecast(event: CustomEvent<Apex.RunForecast>): void {
    this.forecast = event.detail;
  }
  handleFollow(event: CustomEvent<PageReference>): void {
    event.preventDefault();
    this.close(event.detail);
  }
  handleCancel(): void {
    this.close();
  }
  handleDryRun(): void {
    this.close('dryRun');
  }
  handleRun(): void {
    this.close('run');
  }
}
