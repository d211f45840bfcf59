import { toId18 } from '../../kernel/ids';
import { equalsExactly } from '../../kernel/equality';
import { SObject } from '../../kernel/sobject';
import type { Field, ObjectType } from '../../schema/model';
import { loadByIds } from '../whole';
import { normalizeRow } from './normalize';
import { resolveParents } from './parents';
import { isAlive, type Statement, type WorkRow } from './statement';
import { isPlatformOwned } from './system-fields';

/** Images of new records: the caller's values and the object's defaults. */
export function makeInsertImages(rows: readonly WorkRow[], statement: Statement): void {
  const { object, context } = statement;
  const { fields, blank } = formOf(object);
  const idSlot = object.slotOf('Id');
  const ownerSlot = object.slotOf('OwnerId');
  const parents = resolveParents(rows, statement);
  for (const row of rows) {
    if (row.source.values[idSlot] !== undefined && row.source.values[idSlot] !== null) {
      row.fail('INVALID_FIELD_FOR_INSERT_UPDATE', 'cannot specify Id in an insert call', ['Id']);
      continue;
    }
    const image = new SObject(object);
    image.values = blank.slice();
    const refused: string[] = [];
    for (const field of fields) {
      const given = row.source.values[field.slot];
      if (given === undefined || (given === null && !field.nillable)) continue;
      image.values[field.slot] = given;
      if (field.createable || statement.internal || given === null) continue;
      // A clone of a whole record carries what a new record has anyway.
      if (!equalsExactly(given, blank[field.slot])) refused.push(field.name);
    }
    for (const [slot, id] of parents.get(row) ?? []) image.values[slot] = id;
    if (ownerSlot >= 0 && image.values[ownerSlot] === null) image.values[ownerSlot] = context.userId;
    row.record = image;
    if (refused.length > 0) failReadOnlyFields(row, refused);
    normalizeRow(row, object.fields);
  }
}

/** What a new record may be given, and what it has by itself, by slot. */
interface Form {
  readonly fields: readonly Field[];
  readonly blank: readonly unknown[];
}

const forms = new WeakMap<ObjectType, Form>();

function formOf(object: ObjectType): Form {
  let form = forms.get(object);
  if (!form) {
    const blank: unknown[] = [];
    for (const field of object.fields) blank[field.slot] = defaultOf(field);
    forms.set(object, (form = { fields: object.fields.filter((field) => !isPlatformOwned(field)), blank }));
  }
  return form;
}

function defaultOf(field: Field): unknown {
  if (isPlatformOwned(field)) return null;
  if (field.defaultValue !== null && field.defaultValue !== undefined) return field.defaultValue;
  if (field.type === 'boolean') return false;
  return field.picklist.find((value) => value.isDefault && value.active)?.value ?? null;
}

/** Images of changed records: what the database holds, with the caller's values over it. */
export function makeUpdateImages(rows: readonly WorkRow[], statement: Statement): void {
  const { object } = statement;
  loadOld(rows, statement, 'update');
  const parents = resolveParents(rows.filter(isAlive), statement);
  for (const row of rows) {
    const old = row.old;
    if (!isAlive(row) || !old) continue;
    const image = new SObject(object);
    image.values = old.values.slice();
    row.record = image;
    const given: Field[] = [];
    for (const field of object.fields) {
      const value = row.source.values[field.slot];
      if (value === undefined || isPlatformOwned(field)) continue;
      image.values[field.slot] = value === null && field.type === 'boolean' ? false : value;
      given.push(field);
    }
    for (const [slot, id] of parents.get(row) ?? []) {
      image.values[slot] = id;
      given.push(object.fields[slot] as Field);
    }
    normalizeRow(row, given);
    if (statement.internal) continue;
    const refused = given.filter(
      (f) => (!f.updateable || f.writeOnce) && !equalsExactly(image.values[f.slot] ?? null, old.values[f.slot] ?? null),
    );
    if (refused.length > 0) failReadOnlyFields(row, refused.map((f) => f.name)); // prettier-ignore
  }
}

/** Finds the stored image of every row; missing and deleted ones fail. */
export function loadOld(rows: readonly WorkRow[], statement: Statement, verb: 'update' | 'delete' | 'undelete'): void {
  const { context, object } = statement;
  const ids = new Map<WorkRow, string>();
  for (const row of rows) {
    const given = row.source.id;
    const id = given === null ? null : toId18(given);
    if (given === null) row.fail('MISSING_ARGUMENT', `Id not specified in ${verb === 'update' ? 'an' : 'a'} ${verb} call`);
    else if (id === null) row.fail('MALFORMED_ID', `bad id ${given}`);
    else ids.set(row, id);
  }
  const found = loadByIds(context.store, object, [...ids.values()]);
  const deletedSlot = object.slotOf('IsDeleted');
  for (const [row, id] of ids) {
    const old = found.get(id);
    if (!old) row.fail('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
    else if (deletedSlot >= 0 && (old.values[deletedSlot] === true) !== (verb === 'undelete')) {
      if (verb === 'undelete') row.fail('UNDELETE_FAILED', 'entity is not in the recycle bin');
      else row.fail('ENTITY_IS_DELETED', 'entity is deleted');
    } else {
      old.readOnly = true;
      row.old = old;
      row.record = old;
    }
  }
}

function failReadOnlyFields(row: WorkRow, names: readonly string[]): void {
  row.fail(
    'INVALID_FIELD_FOR_INSERT_UPDATE',
    `Unable to create/update fields: ${names.join(', ')}. Please check the security settings of this field and verify that it is ` +
      'read/write for your profile or permission set.',
    names,
  );
}
