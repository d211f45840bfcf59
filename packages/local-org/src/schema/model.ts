import type { Shape } from '../kernel/sobject';
import type { Diagnostic, SharingRule } from '../metadata/model';

/** Field types, as the REST describe names them. */
export type FieldType =
  | 'id'
  | 'reference'
  | 'string'
  | 'textarea'
  | 'email'
  | 'phone'
  | 'url'
  | 'picklist'
  | 'multipicklist'
  | 'boolean'
  | 'int'
  | 'double'
  | 'currency'
  | 'percent'
  | 'date'
  | 'datetime'
  | 'time'
  | 'encryptedstring'
  | 'base64'
  | 'address'
  | 'location'
  | 'combobox'
  | 'anyType';

export interface PicklistValue {
  readonly value: string;
  readonly label: string;
  readonly active: boolean;
  readonly isDefault: boolean;
}

/** One field of an object. Values in memory: see `kernel/values`; in the database: see `store`. */
export interface Field {
  readonly name: string;
  readonly label: string;
  /** Labels by language, where there are translations. */
  readonly translations?: Readonly<Record<string, string>>;
  readonly type: FieldType;
  /** Position in `SObject.values`. */
  readonly slot: number;
  /** Characters; 0 where it does not apply. */
  readonly length: number;
  readonly precision: number;
  readonly scale: number;
  readonly nillable: boolean;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly filterable: boolean;
  readonly sortable: boolean;
  readonly groupable: boolean;
  readonly unique: boolean;
  readonly caseSensitive: boolean;
  readonly externalId: boolean;
  readonly idLookup: boolean;
  readonly autoNumber: boolean;
  /** Display format of an auto number, for example `PROC-{00000}`. */
  readonly displayFormat: string | null;
  readonly nameField: boolean;
  readonly custom: boolean;
  /** The platform fills it on create when the caller leaves it out. */
  readonly defaultedOnCreate: boolean;
  /** Literal default, already in kernel values. */
  readonly defaultValue: unknown;
  readonly restrictedPicklist: boolean;
  readonly picklist: readonly PicklistValue[];
  /** API names of the objects that a reference may point to. */
  readonly referenceTo: readonly string[];
  /** Parent relationship as used in SOQL paths, for example `Contact` or `Process__r`. */
  readonly relationshipName: string | null;
  /** Child relationship on the parent, for example `Items__r`. */
  readonly childRelationshipName: string | null;
  readonly deleteRule: 'setNull' | 'restrict' | 'cascade';
  readonly masterDetail: boolean;
  /** A master-detail that may not change once the record exists. */
  readonly writeOnce: boolean;
  /** Set by the platform's own hook and computed at query time only; never stored. */
  readonly calculated: boolean;
}

export interface ChildRelationship {
  readonly name: string;
  readonly childObject: string;
  readonly field: string;
  readonly cascadeDelete: boolean;
}

export type SharingModel = 'Private' | 'Read' | 'ReadWrite' | 'ControlledByParent' | 'None';

/** One object: standard, custom, custom metadata type or platform event. Also the `Shape` of its records. */
export interface ObjectType extends Shape {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly keyPrefix: string;
  readonly kind: 'standard' | 'custom' | 'metadata' | 'event' | 'setting';
  /** In the documented mixed-DML list of setup objects (User is field-dependent: `platform`). */
  readonly setup: boolean;
  readonly sharingModel: SharingModel;
  readonly queryable: boolean;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly deletable: boolean;
  readonly fields: readonly Field[];
  /** Case-insensitive. */
  field(name: string): Field | undefined;
  /** By parent relationship name, case-insensitive. */
  parentField(relationshipName: string): Field | undefined;
  readonly children: readonly ChildRelationship[];
  child(relationshipName: string): ChildRelationship | undefined;
  /** Every lookup that leads here and that a delete has to follow, also those that name no relationship on their parent. */
  readonly references: readonly { readonly childObject: string; readonly field: string }[];
  readonly validationRules: readonly ValidationRule[];
  /** Record types by developer name; empty for objects without. */
  readonly recordTypes: readonly RecordTypeInfo[];
  /** A platform event that does not wait for the commit of who publishes it. */
  readonly publishImmediately?: boolean;
  readonly sharingRules?: readonly SharingRule[];
  /** Of an object that holds with whom the records of another are shared. */
  readonly share?: SharedWith;
  /** Absent for objects that no metadata file describes. */
  readonly fieldSets?: readonly FieldSet[];
}

/** What an object shares, and its fields that say which record and how far. */
export interface SharedWith {
  readonly of: string;
  readonly parent: string;
  readonly level: string;
  /** Entries of owners are kept as rows; else they follow from the records. */
  readonly keepsOwners?: boolean;
}

export interface RecordTypeInfo {
  readonly developerName: string;
  readonly label: string;
  readonly active: boolean;
  readonly personType: boolean;
}

/** A named list of fields, which may be reached through lookups (`Account.Name`). */
export interface FieldSet {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly members: readonly { readonly path: string; readonly required: boolean }[];
}

export interface ValidationRule {
  readonly name: string;
  readonly active: boolean;
  readonly formula: string;
  readonly message: string;
  readonly errorField: string | null;
}

/** All objects of the org; immutable, a pure function of the metadata and the project file's features. */
export interface Schema {
  /** Case-insensitive. */
  object(name: string): ObjectType | undefined;
  readonly objects: readonly ObjectType[];
  objectByPrefix(prefix: string): ObjectType | undefined;
  /** `Feature` names of local-org.json that are on, for example `PersonAccounts`, `Employee2`. */
  readonly features: ReadonlySet<string>;
  /** Content hash of everything that shaped it; part of the compiled program's key. */
  readonly hash: string;
  /** Declarations that the org cannot have as they stand; what they declare does not exist in the schema. */
  readonly diagnostics: readonly Diagnostic[];
  /** Fields that the project declares and the local org cannot have, as `object.field` in lower case: named in `diagnostics`. */
  readonly unsupportedFields: ReadonlySet<string>;
}
