import type { ObjectRight } from '../../access/port';
import type { Field, ObjectType } from '../../schema/model';
import type { Call } from './call';
import { notFound } from './errors';

/** The object of a path segment that the user may use in this way; NOT_FOUND hides what he may not see. */
export function objectOf(call: Call, name: string, right: ObjectRight = 'read'): ObjectType {
  const object = call.org.schema.object(name);
  if (!object || !call.org.access.hasObject(call.user.userId, object, 'read')) throw notFound();
  if (right !== 'read' && !call.org.access.hasObject(call.user.userId, object, right)) throw notFound();
  return object;
}

/** Fields that the user can select. */
export function readableFields(call: Call, object: ObjectType): readonly Field[] {
  return object.fields.filter((f) => call.org.access.canReadField(call.user.userId, object, f));
}
