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
  for (const type of metadata.customMetadata.keys()) {
    if (!schema.object(type)) report(deployment, `customMetadata/${type}`, `In field: type - no CustomObject named ${type} found`);
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
