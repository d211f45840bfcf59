import { ApexDate, ApexDatetime, Decimal } from '../../kernel/values';
import type { Field } from '../../schema/model';
import { report, type Deployment } from './context';

export function deployRecordTypes(deployment: Deployment): void {
  for (const object of deployment.schema.objects) {
    for (const { developerName, label, active, personType } of object.recordTypes) {
      const key = { SobjectType: object.name, DeveloperName: developerName };
      deployment.rows.put('RecordType', key, { Name: label, IsActive: active, IsPersonType: personType });
    }
  }
}

/** What queries know of the org's objects. */
export function deployObjectDefinitions({ rows, schema }: Deployment): void {
  const keep = new Set<string>();
  for (const { name, label, labelPlural, keyPrefix, kind, queryable } of schema.objects) {
    const values = {
      QualifiedApiName: name,
      DeveloperName: name.replace(/__\w+$/, ''),
      KeyPrefix: keyPrefix,
      Label: label,
      MasterLabel: label,
      PluralLabel: labelPlural,
      IsCustomSetting: kind === 'setting',
      IsQueryable: queryable,
    };
    keep.add(rows.put('EntityDefinition', { Id: name }, values).id);
  }
  rows.deleteOthers('EntityDefinition', {}, keep);
}

/** Records of custom metadata types: the table holds exactly what the project holds. */
export function deployCustomMetadata(deployment: Deployment): void {
  const { rows, metadata, schema } = deployment;
  for (const type of schema.objects.filter((object) => object.kind === 'metadata')) {
    const keep = new Set<string>();
    for (const record of metadata.customMetadata.get(type.name) ?? []) {
      const values: Record<string, unknown> = {
        MasterLabel: record.label,
        Label: record.label,
        Language: 'en_US',
        QualifiedApiName: record.developerName,
      };
      for (const [name, value] of record.values) {
        const field = type.field(name);
        // Relationships to other records follow once all of them have ids.
        if (field && field.referenceTo.length > 0 && value !== null && value !== '') continue;
        if (field) values[field.name] = valueOf(field, value);
        else if (!schema.unsupportedFields.has(`${type.name}.${name}`.toLowerCase()))
          report(
            deployment,
            `customMetadata/${type.name}.${record.developerName}`,
            `In field: ${name} - no CustomField named ${type.name}.${name} found`,
          );
      }
      keep.add(rows.put(type.name, { DeveloperName: record.developerName }, values).id);
    }
    rows.deleteOthers(type.name, {}, keep);
  }
  joinCustomMetadata(deployment);
  for (const type of metadata.customMetadata.keys()) {
    if (!schema.object(type)) report(deployment, `customMetadata/${type}`, `In field: type - no CustomObject named ${type} found`);
  }
}

/** Relationships between records, once all of them have ids: files name the other record by its developer name. */
function joinCustomMetadata(deployment: Deployment): void {
  const { rows, metadata, schema } = deployment;
  for (const type of schema.objects.filter((object) => object.kind === 'metadata')) {
    for (const record of metadata.customMetadata.get(type.name) ?? []) {
      for (const [name, value] of record.values) {
        const field = type.field(name);
        const target = schema.object(field?.referenceTo[0] ?? '');
        if (!field || !target || value === null || value === '') continue;
        const isObject = target.kind !== 'metadata';
        const id = isObject ? (schema.object(String(value))?.name ?? null) : rows.find(target.name, { DeveloperName: String(value) });
        if (id !== null) rows.put(type.name, { DeveloperName: record.developerName }, { [field.name]: id });
        else {
          const path = `customMetadata/${type.name}.${record.developerName}`;
          report(deployment, path, `In field: ${field.name} - no ${isObject ? 'CustomObject' : target.name} named ${String(value)} found`);
        }
      }
    }
  }
}

/** The file's value as the kernel holds values of the field's type. */
function valueOf(field: Field, value: unknown): unknown {
  if (value === null || value === '') return null;
  switch (field.type) {
    case 'boolean':
      return value === true || value === 'true';
    case 'int':
      return Number(value);
    case 'double':
    case 'currency':
    case 'percent':
      return new Decimal(BigInt(Math.round(Number(value) * 10 ** field.scale)), field.scale);
    case 'date':
      return new ApexDate(Date.parse(`${String(value)}T00:00:00Z`) / 86_400_000);
    case 'datetime':
      return new ApexDatetime(Date.parse(String(value)));
    default:
      return String(value);
  }
}
