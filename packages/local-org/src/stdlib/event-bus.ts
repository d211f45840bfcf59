import { DELIVERY, type Delivery, type EventOutcome } from '../async';
import { ApexList } from '../kernel/collections';
import { need } from '../kernel/fail';
import { Bean } from './bean';
import type { StdlibPorts } from './ports';
import { members, merge, type Theme } from './registry';

/** What a trigger of platform events and a publish callback can ask (Apex Reference, EventBus namespace). */
export function eventBus(ports: StdlibPorts): Theme {
  const delivery = () => ports.transaction().stdlibState.get(DELIVERY) as Delivery | undefined;
  const uuids = { 'getEventUuids/0': (outcome: EventOutcome) => ApexList.ofType('String', [...outcome.uuids]) };
  return merge(
    members('EventBus.TriggerContext', {
      'currentContext/0': () => new Bean('EventBus.TriggerContext'),
      'get:retries': () => delivery()?.retries ?? 0,
      'get:lastError': () => delivery()?.lastError ?? null,
      'getResumeCheckpoint/0': () => delivery()?.checkpoint ?? null,
      'setResumeCheckpoint/1': (_context: Bean, replayId: string) => {
        const own = delivery();
        if (own) own.checkpoint = need(replayId);
      },
    }),
    members('EventBus.SuccessResult', uuids),
    members('EventBus.FailureResult', uuids),
  );
}
