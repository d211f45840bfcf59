import { NativeObject } from '../kernel/natives';
import type { ObjectType } from '../schema/model';
import type { StdlibPorts } from './ports';
import { members, type Theme } from './registry';

/** The Master record type has the same id in every org. */
const MASTER_ID = '012000000000000AAA';

class RecordTypeView extends NativeObject {
  override readonly apexType = 'Schema.RecordTypeInfo';
  readonly id: string;
  readonly label: string;
  readonly developerName: string;
  readonly active: boolean;
  readonly isDefault: boolean;

  constructor(id: string, label: string, developerName: string, active: boolean, isDefault: boolean) {
    super();
    this.id = id;
    this.label = label;
    this.developerName = developerName;
    this.active = active;
    this.isDefault = isDefault;
  }
  get master(): boolean {
    return this.id === MASTER_ID;
  }
}

/** Record types of an object, Master last. Describe costs no query. */
export function recordTypesOf(object: ObjectType, ports: StdlibPorts): RecordTypeView[] {
  const master = new RecordTypeView(MASTER_ID, 'Master', 'Master', true, object.recordTypes.length === 0);
  if (object.recordTypes.length === 0) return [master];
  const rows = ports.data.queryText(
    'SELECT Id, DeveloperName FROM RecordType WHERE SobjectType = :object',
    new Map([['object', object.name]]),
    { mode: 'system', sharing: false, api: true },
  );
  const ids = new Map(rows.map((row) => [row.get('DeveloperName'), row.id]));
  const views = object.recordTypes.flatMap((type, index) => {
    const id = ids.get(type.developerName);
    return id ? [new RecordTypeView(id, type.label, type.developerName, type.active, index === 0)] : [];
  });
  return [...views, master];
}

export const recordTypeMembers: Theme = members('Schema.RecordTypeInfo', {
  'getRecordTypeId/0': (info: RecordTypeView) => info.id,
  'getName/0': (info: RecordTypeView) => info.label,
  'getDeveloperName/0': (info: RecordTypeView) => info.developerName,
  'isActive/0': (info: RecordTypeView) => info.active,
  'isAvailable/0': (info: RecordTypeView) => info.active,
  'isDefaultRecordTypeMapping/0': (info: RecordTypeView) => info.isDefault,
  'isMaster/0': (info: RecordTypeView) => info.master,
});
