import type { ObjectType } from '../../schema/model';
import type { Call } from '../shared/call';
import type { JsonObject } from '../shared/json';

/** The same in every org. */
const MASTER = { name: 'Master', id: '012000000000000AAA' } as const;

/** Record types of an object with Master as the last; nothing for objects whose records nobody chooses a type for. */
export function recordTypeInfos(call: Call, object: ObjectType): JsonObject[] {
  if (object.kind !== 'standard' && object.kind !== 'custom') return [];
  const ids = idsOf(call, object);
  const own = object.recordTypes.flatMap((type, i) => {
    const id = ids.get(type.developerName);
    return id === undefined ? [] : [info(type.label, type.developerName, id, type.active, i === 0)];
  });
  return [...own, info(MASTER.name, MASTER.name, MASTER.id, true, own.length === 0)];
}

function info(name: string, developerName: string, recordTypeId: string, active: boolean, isDefault: boolean): JsonObject {
  const master = recordTypeId === MASTER.id;
  return { active, available: active, defaultRecordTypeMapping: isDefault, developerName, master, name, recordTypeId };
}

/** Ids by developer name. Whoever may describe the object may know its types. */
function idsOf(call: Call, object: ObjectType): ReadonlyMap<unknown, string> {
  if (object.recordTypes.length === 0) return new Map();
  const rows = call.transaction(() =>
    call.org.data.queryText('SELECT Id, DeveloperName FROM RecordType WHERE SobjectType = :object', new Map([['object', object.name]]), {
      mode: 'system',
      sharing: false,
      api: true,
    }),
  );
  return new Map(rows.map((row) => [row.get('DeveloperName'), String(row.id)]));
}
