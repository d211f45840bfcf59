import { ApexList, ApexMap, ApexSet } from '../kernel/collections';
import { setAdd } from '../kernel/collection-operations';
import { fail, need } from '../kernel/fail';
import { NativeObject } from '../kernel/natives';
import { SObject } from '../kernel/sobject';
import { objectTypeOf } from '../kernel/sobject-access';
import { cloneRecord } from '../kernel/sobject-clone';
import type { ApexEnumValue } from '../kernel/values';
import type { Field, ObjectType } from '../schema/model';
import type { StdlibPorts } from './ports';
import { members, merge, type Theme } from './registry';

type AccessName = 'READABLE' | 'CREATABLE' | 'UPDATABLE' | 'UPSERTABLE';

class Decision extends NativeObject {
  override readonly apexType = 'System.SObjectAccessDecision';
  readonly records: ApexList;
  readonly removed = ApexMap.ofType<string, ApexSet>('String', 'Set<String>');
  readonly modified = ApexSet.ofType<number>('Integer');
  constructor(records: ApexList) {
    super();
    this.records = records;
  }
  remove(object: string, field: string): void {
    const entry = this.removed.entries.get(object);
    const fields = entry ? entry[1] : ApexSet.ofType<string>('String');
    if (!entry) this.removed.entries.set(object, [object, fields]);
    setAdd(fields, field);
  }
}

const WHOLE = { preserveId: true, deep: true, preserveTimestamps: true, preserveAutonumber: true };

/** `Security.stripInaccessible` (Apex developer guide): copies without the fields that the running user may not use so. */
export function security(ports: StdlibPorts): Theme {
  const mayUse = (object: ObjectType, field: Field, name: AccessName): boolean => {
    if (field.name === 'Id') return true;
    const { access, userId } = ports.transaction();
    const readable = access.canReadField(userId, object, field);
    if (name === 'READABLE') return readable;
    const creatable = field.createable && access.canEditField(userId, object, field);
    const updatable = field.updateable && access.canEditField(userId, object, field);
    if (name === 'CREATABLE') return creatable;
    return name === 'UPDATABLE' ? updatable : creatable && updatable;
  };

  const strip = (record: SObject, name: AccessName, decision: Decision): boolean => {
    const object = objectTypeOf(record.shape);
    if (!object) return false;
    let changed = false;
    record.values.forEach((value, slot) => {
      const field = object.fields[slot];
      if (value === undefined || !field || mayUse(object, field, name)) return;
      record.values[slot] = undefined;
      decision.remove(object.name, field.name);
      changed = true;
    });
    for (const related of record.related?.values() ?? []) {
      const rows = related instanceof ApexList ? related.items : Array.isArray(related) ? (related as unknown[]) : [related];
      for (const row of rows) if (row instanceof SObject) changed = strip(row, name, decision) || changed;
    }
    return changed;
  };

  const checkRoot = (record: SObject, name: AccessName): void => {
    const object = objectTypeOf(record.shape);
    if (!object) return;
    const { access, userId } = ports.transaction();
    const wanted = { READABLE: ['read'], CREATABLE: ['create'], UPDATABLE: ['edit'], UPSERTABLE: ['create', 'edit'] } as const;
    for (const right of wanted[name]) {
      if (!access.hasObject(userId, object, right)) fail('System.NoAccessException', `No access to entity: ${object.name}`);
    }
  };

  return merge(
    members('System.Security', {
      'stripInaccessible/2,3': (type: ApexEnumValue, source: ApexList, enforceRoot = true) => {
        const name = need(type).name as AccessName;
        const decision = new Decision(new ApexList(need(source).type));
        source.items.forEach((item, index) => {
          const record = need(item as SObject);
          if (enforceRoot) checkRoot(record, name);
          const copy = cloneRecord(record, WHOLE);
          decision.records.items.push(copy);
          if (strip(copy, name, decision)) setAdd(decision.modified, index);
        });
        return decision;
      },
    }),
    members('System.SObjectAccessDecision', {
      'getRecords/0': (decision: Decision) => decision.records,
      'getRemovedFields/0': (decision: Decision) => decision.removed,
      'getModifiedIndexes/0': (decision: Decision) => decision.modified,
    }),
  );
}
