import { isCompound } from '../schema/compound';
import type { Field, ObjectType, Schema } from '../schema/model';
import type { FieldPath, Position } from './ast';
import type { BoundField, FieldUse, Source } from './bound';
import { malformed, noSuchColumn, noSuchRelationship, onlySelected } from './errors';
import { isNameField } from './name-entity';

const MAX_PARENT_LEVELS = 5;
/** What else is no compound needs no second look. */
const COMPOUND_NAME = /(address|__c|__pc)$/i;

/** Resolves field paths of one query, adding a source for every lookup that a path goes through. */
export interface SourceSet {
  readonly sources: readonly Source[];
  readonly uses: FieldUse[];
  readonly resolve: (path: FieldPath, inSelect: boolean, implicit?: boolean) => BoundField;
  /** A compound field in the select list; null when the path leads to another. */
  readonly compound: (path: FieldPath, implicit: boolean) => { readonly source: Source; readonly field: Field } | null;
}

export function sourceSet(schema: Schema, object: ObjectType, alias: string | null, numbers: { next: number }): SourceSet {
  const base: Source = { number: numbers.next++, objects: [object], parent: null, lookup: null, relationship: null };
  const sources: Source[] = [base];
  const uses: FieldUse[] = [];

  const fieldOf = (source: Source, name: string, at: Position, inSelect: boolean, implicit: boolean): BoundField => {
    const several = source.objects.length > 1;
    const fields = source.objects.map((target) => (several && !isNameField(name) ? undefined : target.field(name)));
    if (several && name.toLowerCase() === 'type') {
      const id = source.objects.map((target) => target.field('Id'));
      return { kind: 'field', source, fields: id, field: firstOf(id) as NonNullable<(typeof id)[0]>, isEntityType: true };
    }
    const field = firstOf(fields);
    if (!field) throw noSuchColumn(name, several ? 'Name' : (source.objects[0] as ObjectType).name, at);
    if (isCompound(field)) throw onlySelected(field.name, at);
    source.objects.forEach((target, i) => {
      const used = fields[i];
      if (used) uses.push({ object: target, field: used, inSelect, implicit, at });
    });
    return { kind: 'field', source, fields, field, isEntityType: false };
  };

  const follow = (source: Source, relationship: string, at: Position, inSelect: boolean): Source => {
    const lookups = source.objects.map((target) => target.parentField(relationship));
    const lookup = firstOf(lookups);
    if (!lookup) throw noSuchRelationship(relationship, at);
    const known = sources.find((s) => s.parent === source && s.lookup?.field === lookup);
    if (known) return known;
    const targets = lookup.referenceTo.map((name) => schema.object(name)).filter((target) => target !== undefined);
    if (targets.length === 0) throw noSuchRelationship(relationship, at);
    source.objects.forEach((target, i) => {
      const used = lookups[i];
      if (used) uses.push({ object: target, field: used, inSelect, implicit: false, at });
    });
    const added: Source = {
      number: numbers.next++,
      objects: targets,
      parent: source,
      lookup: { kind: 'field', source, fields: lookups, field: lookup, isEntityType: false },
      relationship: lookup.relationshipName,
    };
    sources.push(added);
    return added;
  };

  /** The record that a path leads to, and the name of its field. */
  const walk = (path: FieldPath, inSelect: boolean): { readonly source: Source; readonly name: string } => {
    let parts = path.parts;
    const first = (parts[0] as string).toLowerCase();
    // `Account.Name` in a query FROM Account, or the alias, means the object itself unless a lookup has that name.
    if (parts.length > 1 && (first === alias?.toLowerCase() || (first === object.name.toLowerCase() && !object.parentField(first)))) {
      parts = parts.slice(1);
    }
    if (parts.length > MAX_PARENT_LEVELS + 1) throw malformed('Cannot have more than 5 levels of relationships in a path', path.at);
    let source = base;
    for (const relationship of parts.slice(0, -1)) source = follow(source, relationship, path.at, inSelect);
    return { source, name: parts[parts.length - 1] as string };
  };

  const resolve = (path: FieldPath, inSelect: boolean, implicit = false): BoundField => {
    const { source, name } = walk(path, inSelect);
    return fieldOf(source, name, path.at, inSelect, implicit);
  };

  const compound = (path: FieldPath, implicit: boolean): { readonly source: Source; readonly field: Field } | null => {
    const last = path.parts[path.parts.length - 1] as string;
    if (!COMPOUND_NAME.test(last)) return null;
    const { source, name } = walk(path, true);
    const [target, ...others] = source.objects;
    const field = others.length === 0 ? target?.field(name) : undefined;
    if (!target || !field || !isCompound(field)) return null;
    uses.push({ object: target, field, inSelect: true, implicit, at: path.at });
    return { source, field };
  };
  return { sources, uses, resolve, compound };
}

function firstOf<T>(items: readonly (T | undefined)[]): T | undefined {
  return items.find((item) => item !== undefined);
}
