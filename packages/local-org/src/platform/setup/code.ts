import { ApexBlob, Decimal } from '../../kernel/values';
import type { ApexSource } from '../../metadata/model';
import type { Deployment } from './context';

/** Rows of classes and triggers; those that are no longer in the project go. */
export function deployCode(deployment: Deployment): void {
  const { rows, metadata, schema, classIds, invalid } = deployment;
  const source = (code: ApexSource) => ({
    Body: code.source,
    ApiVersion: new Decimal(BigInt(Math.round(code.apiVersion * 10)), 1),
    Status: 'Active',
    IsValid: !invalid.includes(code.path),
    LengthWithoutComments: code.source.length,
  });
  for (const code of metadata.classes) classIds.set(code.name.toLowerCase(), rows.put('ApexClass', { Name: code.name }, source(code)).id);
  rows.deleteOthers('ApexClass', {}, new Set(classIds.values()));
  const triggers = metadata.triggers.map((code) => {
    const on = /\btrigger\s+\w+\s+on\s+(\w+)\s*\(([^)]*)\)/i.exec(code.source);
    const events = (on?.[2] ?? '').toLowerCase();
    const fires = (timing: string, operation: string): boolean => new RegExp(`${timing}\\s+${operation}`).test(events);
    const usage = {
      UsageBeforeInsert: fires('before', 'insert'),
      UsageBeforeUpdate: fires('before', 'update'),
      UsageBeforeDelete: fires('before', 'delete'),
      UsageAfterInsert: fires('after', 'insert'),
      UsageAfterUpdate: fires('after', 'update'),
      UsageAfterDelete: fires('after', 'delete'),
      UsageAfterUndelete: fires('after', 'undelete'),
    };
    const object = schema.object(on?.[1] ?? '')?.name ?? null;
    return rows.put('ApexTrigger', { Name: code.name }, { ...source(code), ...usage, TableEnumOrId: object }).id;
  });
  rows.deleteOthers('ApexTrigger', {}, new Set(triggers));
}

export function deployCustomPermissions(deployment: Deployment): void {
  const { rows, metadata, customPermissionIds } = deployment;
  for (const { name, label, description } of metadata.customPermissions) {
    const values = { MasterLabel: label, Description: description, Language: 'en_US' };
    customPermissionIds.set(name.toLowerCase(), rows.put('CustomPermission', { DeveloperName: name }, values).id);
  }
}

/** Custom notification types; those that are no longer in the project go. */
export function deployNotificationTypes({ rows, metadata }: Deployment): void {
  const ids = metadata.notificationTypes.map(({ name, uniqueName, label, description, desktop, mobile }) => {
    const values = { MasterLabel: label, Description: description || null, Language: 'en_US', Desktop: desktop, Mobile: mobile };
    return rows.put('CustomNotificationType', { DeveloperName: name }, { ...values, CustomNotifTypeName: uniqueName }).id;
  });
  rows.deleteOthers('CustomNotificationType', {}, new Set(ids));
}

/** Static resources; those that are no longer in the project go. */
export function deployStaticResources({ rows, metadata }: Deployment): void {
  const ids = metadata.staticResources.map(({ name, contentType, cacheControl, description, body }) => {
    const values = { ContentType: contentType, CacheControl: cacheControl, Description: description, BodyLength: body.length };
    return rows.put('StaticResource', { Name: name }, { ...values, Body: new ApexBlob(body) }).id;
  });
  rows.deleteOthers('StaticResource', {}, new Set(ids));
}
