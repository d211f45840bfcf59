/** What an org shows beside our own pages: list views of our objects. */
import { describe, expect, it } from 'vitest';
import { childrenOf, metadataFiles, refusals, textOf, textsOf, type MetadataFile } from './metadata-files';

const fields = metadataFiles('field');
const listViews = metadataFiles('listView');
/** Custom objects whose rows a permission set lets people read. */
const readable = [
  ...new Set(
    metadataFiles('permissionset').flatMap(({ element }) =>
      childrenOf(element, 'objectPermissions')
        .filter((grant) => textOf(grant, 'allowRead') === 'true')
        .flatMap((grant) => textsOf(grant, 'object'))
        .filter((object) => object.endsWith('__c')),
    ),
  ),
].sort();
/** Parts of other rows, which nobody reads as rows. */
const PARTS = ['PreflightPeople__c'];
/** As list views name the fields that every object has. */
const STANDARD = ['NAME', 'CREATED_DATE'];

function fieldOf(object: string, name: string): MetadataFile | undefined {
  return fields.find((field) => field.object === object && field.name === name);
}

/** Values of a picklist; none where the field is of another type. */
function choicesOf(field: MetadataFile): string[] {
  const sets = childrenOf(field.element, 'valueSet').flatMap((set) => childrenOf(set, 'valueSetDefinition'));
  return sets.flatMap((set) => childrenOf(set, 'value').flatMap((value) => textsOf(value, 'fullName')));
}

describe('list views', () => {
  it('are there for every object that people may read, one of them with all rows', () => {
    const all = listViews.filter(({ name, element }) => name === 'All' && childrenOf(element, 'filters').length === 0);
    expect(all.map(({ object }) => object).sort()).toEqual(readable.filter((object) => !PARTS.includes(object)));
  });

  it.each(listViews)('$object $name is as the Metadata API takes it', ({ name, element }) => {
    expect(refusals(element)).toEqual([]);
    expect(textOf(element, 'fullName')).toBe(name);
    expect(textOf(element, 'filterScope')).toBe('Everything');
    expect(textOf(element, 'label')!.length).toBeLessThanOrEqual(40);
  });

  it.each(listViews)('$object $name shows fields that exist, and no long texts', ({ object, element }) => {
    const columns = textsOf(element, 'columns');
    expect(columns.length).toBeGreaterThan(0);
    expect(columns.length).toBeLessThanOrEqual(15);
    expect(new Set(columns).size).toBe(columns.length);
    const types = columns.filter((column) => !STANDARD.includes(column)).map((column) => textOf(fieldOf(object, column)!.element, 'type'));
    expect(types).not.toContain('LongTextArea');
  });

  it.each(listViews)('$object $name asks for values that its fields can have', ({ object, element }) => {
    for (const filter of childrenOf(element, 'filters')) {
      const field = fieldOf(object, textOf(filter, 'field')!)!;
      const value = textOf(filter, 'value');
      expect(['equals', 'notEqual', 'greaterThan']).toContain(textOf(filter, 'operation'));
      expect(textOf(field.element, 'type')).not.toBe('LongTextArea');
      if (value !== undefined && choicesOf(field).length > 0)
        expect(value.split(',').filter((choice) => !choicesOf(field).includes(choice))).toEqual([]);
    }
  });
});
