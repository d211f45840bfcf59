import { LightningElement, api } from 'lwc';
import { refusalOf, type Refusal } from '../../../runtime/closed';
import { context } from '../../../runtime/context';
import type { SetupPage } from '../../../runtime/model';
import { highlight, quickFind, treeOf, type Piece } from '../../../runtime/quick-find';
import { go } from '../../../runtime/router';
import { pathOf } from '../../../runtime/routes';
import { filled, texts } from '../../../runtime/texts';

interface Entry {
  readonly key: string;
  readonly label: string;
  /** Null for what only holds others. */
  readonly url: string | null;
  readonly isParent: boolean;
  readonly holderClass: string;
  readonly itemClass: string;
  readonly current: 'page' | null;
  readonly pieces: readonly Piece[];
}

const noSetup = (): Refusal => ({ heading: filled(texts().cannotOpen, texts().setup), text: texts().noSetupGiven });

/** The Setup area: tree with Quick Find on the left, the chosen page on the right. */
export default class Setup extends LightningElement {
  readonly texts = texts();
  private chosen: string | null = null;
  term = '';

  @api
  get path(): string | null {
    return this.chosen;
  }
  set path(value: string | null) {
    this.chosen = value;
    const label = this.page?.label ?? this.refusal?.heading ?? (value === null ? texts().setup : texts().pageNotFound);
    // the parent listens only once this element stands in the page
    queueMicrotask(() => this.dispatchEvent(new CustomEvent('pagetitle', { detail: label })));
  }

  get page(): SetupPage | undefined {
    return context().setupPages.find((page) => page.path === this.chosen);
  }
  /** Nothing of Setup is for this user, or not this page. */
  get refusal(): Refusal | null {
    const { closed, setupPages } = context();
    if (this.chosen !== null) return refusalOf(closed, 'setup', this.chosen);
    return setupPages.length > 0 ? null : noSetup();
  }
  get hasTree(): boolean {
    return context().setupPages.length > 0;
  }
  get contentClass(): string {
    return `slds-col slds-size_1-of-1${this.hasTree ? ' slds-medium-size_3-of-4 slds-large-size_5-of-6' : ''}`;
  }
  get component(): string | undefined {
    return this.page?.component;
  }
  get found(): readonly SetupPage[] {
    return quickFind(context().setupPages, this.term);
  }
  get hasEntries(): boolean {
    return this.found.length > 0;
  }
  get resultText(): string {
    return this.term === '' ? '' : filled(this.found.length === 1 ? texts().pageFound : texts().pagesFound, this.found.length);
  }
  get entries(): readonly Entry[] {
    return treeOf(this.found).map(({ key, level, label, page }) => ({
      key,
      label,
      url: page && pathOf({ kind: 'setup', path: page.path }),
      isParent: level > 0,
      holderClass: level === 0 ? 'slds-text-title_caps' : '',
      itemClass: `line level-${level}${page && page.path === this.chosen ? ' chosen' : ''}`,
      current: page && page.path === this.chosen ? 'page' : null,
      pieces: highlight(label, this.term),
    }));
  }

  handleFind(event: CustomEvent<{ value: string }>): void {
    this.term = event.detail.value;
  }
  handleKey(event: KeyboardEvent): void {
    const only = this.found[0];
    if (event.key === 'Enter' && this.found.length === 1 && only) go(pathOf({ kind: 'setup', path: only.path }));
  }
}
