import { LightningElement, api } from 'lwc';
import { context } from '../../../runtime/context';
import type { SetupPage } from '../../../runtime/model';
import { highlight, quickFind, treeOf, type Piece } from '../../../runtime/quick-find';
import { go } from '../../../runtime/router';
import { pathOf } from '../../../runtime/routes';

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

/** The Setup area: tree with Quick Find on the left, the chosen page on the right. */
export default class Setup extends LightningElement {
  private chosen: string | null = null;
  term = '';

  @api
  get path(): string | null {
    return this.chosen;
  }
  set path(value: string | null) {
    this.chosen = value;
    const label = this.page?.label ?? (value === null ? 'Setup' : 'Page not found');
    // the parent listens only once this element stands in the page
    queueMicrotask(() => this.dispatchEvent(new CustomEvent('pagetitle', { detail: label })));
  }

  get page(): SetupPage | undefined {
    return context().setupPages.find((page) => page.path === this.chosen);
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
    return this.term === '' ? '' : `${this.found.length} ${this.found.length === 1 ? 'page' : 'pages'} found`;
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
