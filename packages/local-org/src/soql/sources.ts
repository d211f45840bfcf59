import type { ObjectType, Schema } from '../schema/model';
import type { FieldPath, Position } from './ast';
import type { BoundField, FieldUse, Source } from './bound';
import { malformed, noSuchColumn, noSuchRelationship, unsupportedClause } from './errors';
import { isNameField } from './name-entity';
import { isStored } from './naming';

const MAX_PARENT_LEVELS = 5;

/** Resolves field paths of one query, adding a source for every lookup that a path goes through. */
export interface SourceSet {
  readonly sources: readonly Source[];
  readonly uses: FieldUse[];
  readonly resolve: (path: FieldPath, inSelect: boolean, implicit?: boolean) => BoundField;
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
    if (!isStored(field) && !field.calculated) throw unsupportedClause(`the compound field ${field.name}: name its parts`, at);
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

  const resolve = (path: FieldPath, inSelect: boolean, implicit = false): BoundField => {
    let parts = path.parts;
    const first = (parts[0] as string).toLowerCase();
    // `Account.Name` in a query FROM Account, or the alias, means the object itself unless a lookup has that name.
    if (parts.length > 1 && (first === alias?.toLowerCase() || (first === object.name.toLowerCase() && !object.parentField(first)))) {
      parts = parts.slice(1);
    }
    if (parts.length > MAX_PARENT_LEVELS + 1) throw malformed('Cannot have more than 5 levels of relationships in a path', path.at);
    let source = base;
    for (const relationship of parts.slice(0, -1)) source = follow(source, relationship, path.at, inSelect);
    return fieldOf(source, parts[parts.length - 1] as string, path.at, inSelect, implicit);
  };
  return { sources, uses, resolve };
}

function firstOf<T>(items: readonly (T | undefined)[]): T | undefined {
  return items.find((item) => item !== undefined);
}
