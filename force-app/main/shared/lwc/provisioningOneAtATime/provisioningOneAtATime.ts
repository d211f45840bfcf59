import { refusalOf } from 'c/provisioningApexErrors';

/**
 * Runs one action at a time. A second click while the first is under way is ignored: a disabled button would lose the
 * keyboard's place.
 */
export class OneAtATime {
  private busy = false;

  /** `refuse` is told why the action failed, and the empty text when it begins. */
  async run(action: () => Promise<void>, refuse: (message: string) => void): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    refuse('');
    try {
      await action();
    } catch (error) {
      refuse(refusalOf(error).message);
    } finally {
      this.busy = false;
    }
  }
}
