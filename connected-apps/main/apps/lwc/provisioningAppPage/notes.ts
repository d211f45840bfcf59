import { format } from 'c/provisioningTexts';
import { labels } from './labels';

/** Why little or nothing happens for an app that has not stopped: what its state means, and what the org has not. */
export function notesOf({ app, userProvisioning }: Apex.AppDetail): readonly string[] {
  const notes: string[] = [];
  if (app?.provisioning === 'NotPossible' && app.reason) notes.push(app.reason);
  if (app?.provisioning === 'Off') notes.push(labels.appsNoteOff);
  if (app?.provisioning === 'Setup') notes.push(labels.appsNoteSetup);
  if (app?.engine === 'Platform') notes.push(format(labels.appsErrorPlatformEngine, app.name));
  if (userProvisioning === false && app?.kind === 'ConnectedApp') notes.push(`${labels.appsNotEnabled} ${labels.appsNotEnabledFix}`);
  return notes;
}
