import { report, type Deployment } from './context';

/** Reports configurations that a deployment would refuse: of a trigger that is none of a platform event, or for nobody. Runs when users are there. */
export function checkEventSubscribers(deployment: Deployment): void {
  const { metadata, schema, rows } = deployment;
  for (const { path, trigger, username } of metadata.eventSubscribers) {
    const code = metadata.triggers.find(({ name }) => name.toLowerCase() === trigger.toLowerCase());
    const object = /\btrigger\s+\w+\s+on\s+(\w+)/i.exec(code?.source ?? '')?.[1];
    if (schema.object(object ?? '')?.kind !== 'event') report(deployment, path, `There is no trigger ${trigger} on a platform event`);
    if (username !== null && rows.find('User', { Username: username.toLowerCase(), IsActive: true }) === null)
      report(deployment, path, `There is no active user ${username}`);
  }
}
