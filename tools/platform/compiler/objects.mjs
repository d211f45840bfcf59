/** The org's objects as lines of objects.tsv, which ObjectTypes.java reads. */

const TYPES = {
  id: 'Id', reference: 'Id', boolean: 'Boolean', int: 'Integer', double: 'Decimal', currency: 'Decimal', percent: 'Decimal',
  date: 'Date', datetime: 'Datetime', time: 'Time', base64: 'Blob', anyType: 'Object',
}; // prettier-ignore

const KINDS = { metadata: 'CUSTOM_METADATA_TYPE', setting: 'HIERARCHY_CUSTOM_SETTING' };

/** What the platform has besides described objects: rows of aggregate queries, and the parent of a lookup to several objects. */
const OTHERS = [
  { name: 'AggregateResult', fields: [{ name: 'Id', type: 'id' }], children: [] },
  {
    name: 'Name',
    fields: 'Name FirstName LastName Type Username Alias Email Phone Title'.split(' ').map((name) => ({ name, type: 'string' })),
    children: [],
  },
];

export function objectLines(schema) {
  return [...schema.objects, ...OTHERS].flatMap((object) => [
    ['object', object.name, KINDS[object.kind] ?? 'OTHER'],
    ...object.fields.map((field) => ['field', field.name, TYPES[field.type] ?? 'String']),
    ...object.fields
      .filter((field) => field.relationshipName)
      .map((field) => ['parent', field.relationshipName, field.referenceTo.length === 1 ? field.referenceTo[0] : 'Name']),
    ...object.children.map((child) => ['children', child.name, child.childObject]),
  ].map((parts) => parts.join('\t'))); // prettier-ignore
}
