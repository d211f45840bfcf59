import type { LaneStatus } from '../host/port';

/** What `/__local/info` says while the org starts: the engine's own step first, then the steps that follow. */
export interface Startup {
  status(): LaneStatus;
  step(text: string): void;
  ready(): void;
  failed(text: string): void;
}

export function startup(show: (text: string) => void): Startup {
  let status: LaneStatus = { state: 'starting', step: 'Starting' };
  return {
    status: () => status,
    step: (step) => {
      status = { state: 'starting', step };
      show(step);
    },
    ready: () => {
      status = { state: 'ready', step: 'Ready' };
    },
    failed: (step) => {
      status = { state: 'failed', step };
    },
  };
}
