import type { TriggerNode } from '../ast/nodes';
import type { Checker } from './options';
import { report } from './options';

/** Events of a trigger: each once, and none before undelete (Apex Developer Guide, Trigger Syntax). */
export function checkEvents(checker: Checker, path: string, node: TriggerNode): void {
  const seen = new Set<string>();
  for (const { timing, operation } of node.events) {
    const event = `${timing} ${operation}`.toUpperCase();
    if (event === 'BEFORE UNDELETE') report(checker, path, node, 'Trigger Usage Before Undelete is not supported');
    if (seen.has(event)) report(checker, path, node, `Duplicate Trigger Usage: ${event}`);
    seen.add(event);
  }
}
