/** What an org shows beside our own pages: list views, layouts, compact layouts, Lightning pages and actions of our objects. */
import { describe, expect, it } from 'vitest';
import { childrenOf, metadataFiles, refusals, textOf, textsOf, type MetadataFile } from './metadata-files';

const fields = metadataFiles('field');
const listViews = metadataFiles('listView');
const layouts = metadataFiles('layout');
const compactLayouts = metadataFiles('compactLayout');
const flexiPages = metadataFiles('flexipage');
const quickActions = metadataFiles('quickAction');
const bundles = metadataFiles('js').map(({ name, element }) => ({
  name,
  exposed: textOf(element, 'isExposed') === 'true',
  targets: childrenOf(element, 'targets').flatMap((targets) => textsOf(targets, 'target')),
}));
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
/** As list views and related lists name the fields that every object has. */
const STANDARD = ['NAME', 'CREATED_DATE'];
/** As layouts name them. */
const EVERYWHERE = ['Name', 'CreatedById', 'LastModifiedById'];
const objectOf = (layout: MetadataFile): string => layout.name.slice(0, layout.name.indexOf('-'));

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

const isRequired = ({ element }: MetadataFile): boolean =>
  textOf(element, 'required') === 'true' || textOf(element, 'type') === 'MasterDetail';
const itemsOf = ({ element }: MetadataFile) =>
  childrenOf(element, 'layoutSections')
    .flatMap((section) => childrenOf(section, 'layoutColumns'))
    .flatMap((column) => childrenOf(column, 'layoutItems'));

describe('layouts', () => {
  it('are there for every object that people may read', () => {
    expect(layouts.map(objectOf).sort()).toEqual(readable.filter((object) => !PARTS.includes(object)));
  });

  it.each(layouts)('$name is as the Metadata API takes it', (layout) => {
    expect(refusals(layout.element)).toEqual([]);
  });

  it.each(layouts)('$name holds every field once, and asks for those that are required', (layout) => {
    const own = fields.filter(({ object }) => object === objectOf(layout));
    const items = itemsOf(layout);
    expect(items.flatMap((item) => textsOf(item, 'field')).sort()).toEqual([...own.map(({ name }) => name), ...EVERYWHERE].sort());
    const asked = items.filter((item) => textOf(item, 'behavior') === 'Required').flatMap((item) => textsOf(item, 'field'));
    expect(asked.filter((field) => !EVERYWHERE.includes(field)).sort()).toEqual(own.filter(isRequired).map(({ name }) => name).sort()); // prettier-ignore
  });

  it.each(layouts)('$name lists rows that point here, with fields that they have', (layout) => {
    for (const list of childrenOf(layout.element, 'relatedLists')) {
      const [object = '', lookup = ''] = textOf(list, 'relatedList')!.split('.');
      expect(textOf(fieldOf(object, lookup)!.element, 'referenceTo')).toBe(objectOf(layout));
      const shown = textsOf(list, 'fields').filter((field) => !STANDARD.includes(field));
      expect(shown.filter((field) => fieldOf(object, field) === undefined)).toEqual([]);
    }
  });
});

describe('compact layouts', () => {
  it.each(compactLayouts)(
    '$object $name is as the Metadata API takes it, and the one that the object shows',
    ({ object, name, element }) => {
      expect(refusals(element)).toEqual([]);
      const shown = textsOf(element, 'fields').filter((field) => !EVERYWHERE.includes(field));
      expect(shown.map((field) => textOf(fieldOf(object, field)!.element, 'type'))).not.toContain('LongTextArea');
      const assigned = metadataFiles('object').find((file) => file.object === object);
      expect(textsOf(assigned!.element, 'compactLayoutAssignment')).toEqual([name]);
    },
  );
});

describe('quick actions', () => {
  it.each(['Employee__c', 'Employee2'])('provision and explain an %s', (object) => {
    const own = quickActions.filter(({ name }) => name.startsWith(`${object}.`));
    expect(own.map(({ name }) => name.slice(object.length + 1))).toEqual(['Provision', 'Why_Not']);
  });

  it.each(quickActions)('$name opens a component that is made for actions', ({ element }) => {
    const bundle = bundles.find(({ name }) => name === textOf(element, 'lightningWebComponent'));
    expect(bundle).toMatchObject({ exposed: true, targets: ['lightning__RecordAction'] });
    expect(textOf(element, 'type')).toBe('LightningWebComponent');
    expect(textOf(element, 'actionSubtype')).toBe('Action');
    expect(textOf(element, 'optionsCreateFeedItem')).toBe('false');
  });
});

describe('Lightning pages', () => {
  /** What a page of a kind needs of our components, and the regions of its template. */
  const KINDS: Readonly<Record<string, { target: string; template: string; regions: readonly string[] }>> = {
    RecordPage: {
      target: 'lightning__RecordPage',
      template: 'flexipage:recordHomeTemplateDesktop',
      regions: ['header', 'main', 'sidebar'],
    },
    AppPage: { target: 'lightning__AppPage', template: 'flexipage:defaultAppHomeTemplate', regions: ['main'] },
    HomePage: { target: 'lightning__HomePage', template: 'home:desktopTemplate', regions: ['top', 'bottomLeft', 'bottomRight', 'sidebar'] },
  };

  it('are there for records of both kinds of employee, for an app and for its home', () => {
    expect(flexiPages.map(({ element }) => textOf(element, 'sobjectType') ?? textOf(element, 'type')).sort()).toEqual(
      ['Employee2', 'Employee__c', 'AppPage', 'HomePage'].sort(),
    );
  });

  it.each(flexiPages)('$name is as the Metadata API takes it', ({ element }) => {
    expect(refusals(element)).toEqual([]);
    const kind = KINDS[textOf(element, 'type')!]!;
    expect(textOf(childrenOf(element, 'template')[0]!, 'name')).toBe(kind.template);
    expect(childrenOf(element, 'flexiPageRegions').map((region) => textOf(region, 'name'))).toEqual(kind.regions);
  });

  it.each(flexiPages)('$name places components that may stand there, and actions that exist', ({ element }) => {
    const components = childrenOf(element, 'flexiPageRegions')
      .flatMap((region) => childrenOf(region, 'itemInstances'))
      .flatMap((item) => childrenOf(item, 'componentInstance'));
    const ours = components.map((component) => textOf(component, 'componentName')!).filter((name) => !name.includes(':'));
    expect(ours).toHaveLength(1);
    for (const name of ours)
      expect(bundles.find((bundle) => bundle.name === name)!.targets).toContain(KINDS[textOf(element, 'type')!]!.target);
    const actions = components
      .flatMap((component) => childrenOf(component, 'componentInstanceProperties'))
      .filter((property) => textOf(property, 'name') === 'actionNames')
      .flatMap((property) => childrenOf(property, 'valueList'))
      .flatMap((list) => childrenOf(list, 'valueListItems').flatMap((item) => textsOf(item, 'value')));
    const custom = actions.filter((name) => name.includes('.'));
    expect(custom.filter((name) => !quickActions.some((action) => action.name === name))).toEqual([]);
    expect(custom.length).toBe(textOf(element, 'type') === 'RecordPage' ? 2 : 0);
  });

  it('are the view of Employee__c from the first day', () => {
    const employee = metadataFiles('object').find(({ object }) => object === 'Employee__c')!;
    const views = childrenOf(employee.element, 'actionOverrides').map((override) => textOf(override, 'content'));
    expect(views).toEqual(['Employee_With_Diagnosis']);
  });
});
