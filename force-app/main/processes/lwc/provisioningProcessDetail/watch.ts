import { refusalOf } from 'c/provisioningApexErrors';
import { poll, type Delay } from 'c/provisioningPolling';
import { isLive } from 'c/provisioningProcessTexts';
import getCauses from '@salesforce/apex/ProcessController.getCauses';
import getProcess from '@salesforce/apex/ProcessController.getProcess';

/** Pause between two looks at a live run, and after a failed one, in milliseconds. */
const LIVE = 1500;
const TROUBLED = 5000;

interface Watcher {
  /** What a look saw; no causes where they are as they were. */
  saw(process: Apex.ProcessView, causes: readonly Apex.CauseView[] | null): void;
  /** Why a look failed. */
  failed(message: string): void;
}

/** Looks at a run at once, and again until it has ended. Returns the function that ends the watch: nothing is told after it. */
export function watchRun(processId: string, watcher: Watcher): () => void {
  let ended = false;
  let seen: Apex.ProcessView | undefined;

  const look = async (): Promise<Delay> => {
    try {
      const process = await getProcess({ processId });
      const moved = (process.failed ?? 0) !== (seen?.failed ?? 0) || !isLive(process);
      const causes = moved && !ended ? await getCauses({ processId }) : null;
      if (ended) return null;
      seen = process;
      watcher.saw(process, causes);
      return isLive(process) ? LIVE : null;
    } catch (error) {
      if (ended) return null;
      watcher.failed(refusalOf(error).message);
      // a run that was seen alive is worth another look; one that never showed waits for "Try Again"
      return seen ? TROUBLED : null;
    }
  };
  const stop = poll(look);
  return () => {
    ended = true;
    stop();
  };
}
