import { expect, type Page } from '@playwright/test';

/** What a person did so far on the pages of one browser tab, in their order: `click Save`, `Enter on Run`. */
export interface Clicks {
  readonly spent: readonly string[];
  /** Fails with all that was done when a job took more than its budget. Going on counts from zero. */
  within(budget: number): void;
}

/**
 * Counts what a person spends on a job: every press of the mouse (a drag is one), and every key that acts. Typing is free: whatever is written into
 * a text field, and Tab, Shift and the arrows, which only get there. It counts from the page that is open on, over
 * reloads and other addresses, so a journey on a budget starts where the person would (the first page after logging in) and types no address.
 * A choice from a native list is two clicks, however the journey makes it, and a file one: the window of the operating system is not ours.
 */
export async function countClicks(page: Page): Promise<Clicks> {
  const spent: string[] = [];
  await page.exposeFunction('personSpent', (what: string) => void spent.push(what));
  await page.addInitScript(watch);
  await page.evaluate(watch);
  return {
    spent,
    within(budget) {
      expect(spent.length, `${spent.length} of ${budget}: ${spent.join(', ')}`).toBeLessThanOrEqual(budget);
      spent.length = 0;
    },
  };
}

/** Runs in the page, before its own scripts: listens in the capturing phase, where nothing has been stopped yet. */
function watch(): void {
  const spend = (what: string, event: Event): void => {
    const target = event.composedPath()[0];
    const element =
      target instanceof Element ? (target.closest('button, a, label, input, select, textarea, summary, [role]') ?? target) : null;
    const name = element?.getAttribute('aria-label') ?? element?.textContent ?? '';
    (window as unknown as { personSpent(what: string): void }).personSpent(
      `${what} ${name.trim().replace(/\s+/g, ' ').slice(0, 40)}`.trim(),
    );
  };
  const takesText = (target: EventTarget | undefined): boolean =>
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && !['button', 'checkbox', 'file', 'radio', 'reset', 'submit'].includes(target.type));
  addEventListener('pointerdown', (event) => event.isTrusted && spend('click', event), true);
  addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted || event.repeat) return;
      const acts = ['Enter', 'Escape'].includes(event.key) || (event.key === ' ' && !takesText(event.composedPath()[0]));
      if (acts) spend(event.key === ' ' ? 'Space on' : `${event.key} on`, event);
    },
    true,
  );
  // A journey chooses and uploads without pointer or key: what a person would have spent is added.
  addEventListener(
    'change',
    (event) => {
      const target = event.composedPath()[0];
      if (target instanceof HTMLSelectElement && !event.isTrusted) {
        spend('open', event);
        spend('choose', event);
      }
      if (target instanceof HTMLInputElement && target.type === 'file') spend('file for', event);
    },
    true,
  );
}
