import type { FieldType, SharedWith, SharingModel } from './model';

/**
 * How standard objects are written down: one declaration per object in `standard/`, with the source of its facts.
 * A field is createable, updateable, nullable and as searchable as its type allows, unless a flag says otherwise.
 */
export type FieldFlag =
  | 'required' // not nullable
  | 'defaulted' // filled by the platform when left out
  | 'readOnly' // neither createable nor updateable
  | 'createOnly'
  | 'updateOnly'
  | 'unique'
  | 'idLookup'
  | 'caseSensitive'
  | 'name'
  | 'auto'
  | 'restricted'
  | 'noFilter'
  | 'noSort'
  | 'noGroup'
  | 'masterDetail';

export interface FieldExtras {
  readonly label?: string;
  readonly scale?: number;
  /** Literal default in kernel values. */
  readonly initial?: unknown;
  /** Child relationship on the parent. */
  readonly child?: string;
  /** Parent relationship; the field's name without `Id` when absent. */
  readonly relationship?: string;
  readonly deleteRule?: 'setNull' | 'restrict' | 'cascade';
  readonly displayFormat?: string;
  /** The field exists only with this feature of local-org.json. */
  readonly feature?: string;
}

export interface FieldDeclaration extends FieldExtras {
  readonly name: string;
  readonly type: FieldType;
  readonly length: number;
  readonly flags: ReadonlySet<FieldFlag>;
  /** `value`, or `value|label` where they differ. */
  readonly values: readonly string[];
  readonly targets: readonly string[];
}

export interface ObjectDeclaration {
  readonly name: string;
  readonly label?: string;
  readonly labelPlural?: string;
  readonly prefix: string;
  /** On the documented mixed-DML list. */
  readonly setup?: boolean;
  readonly sharing?: SharingModel;
  /** The object exists where one of these features is on; always when absent. */
  readonly feature?: string | readonly string[];
  /** What callers may do besides reading; everything when absent. */
  readonly allows?: readonly ('create' | 'update' | 'delete')[];
  /** Of an object that holds with whom records are shared. */
  readonly share?: SharedWith;
  /** Audit fields: `data` has IsDeleted too, `share` no creator, `stamp` only SystemModstamp, `none` only Id. */
  readonly audit: 'data' | 'setup' | 'stamp' | 'share' | 'none';
  readonly fields: readonly FieldDeclaration[];
}

type Rest = readonly (FieldFlag | FieldExtras)[];

function declare(name: string, type: FieldType, length: number, rest: Rest, more: Partial<FieldDeclaration> = {}): FieldDeclaration {
  const flags = new Set<FieldFlag>();
  let extras: FieldExtras = {};
  for (const item of rest) {
    if (typeof item === 'string') flags.add(item);
    else extras = { ...extras, ...item };
  }
  return { name, type, length, flags, values: [], targets: [], ...more, ...extras };
}

export const string = (name: string, length: number, ...rest: Rest): FieldDeclaration => declare(name, 'string', length, rest);
export const textarea = (name: string, length: number, ...rest: Rest): FieldDeclaration => declare(name, 'textarea', length, rest);
export const email = (name: string, length: number, ...rest: Rest): FieldDeclaration => declare(name, 'email', length, rest);
export const phone = (name: string, ...rest: Rest): FieldDeclaration => declare(name, 'phone', 40, rest);
export const url = (name: string, length: number, ...rest: Rest): FieldDeclaration => declare(name, 'url', length, rest);
export const bool = (name: string, ...rest: Rest): FieldDeclaration =>
  declare(name, 'boolean', 0, ['required', 'defaulted', { initial: false }, ...rest]);
export const int = (name: string, ...rest: Rest): FieldDeclaration => declare(name, 'int', 0, rest);
export const double = (name: string, scale: number, ...rest: Rest): FieldDeclaration => declare(name, 'double', 0, [{ scale }, ...rest]);
export const currency = (name: string, scale: number, ...rest: Rest): FieldDeclaration =>
  declare(name, 'currency', 0, [{ scale }, ...rest]);
export const percent = (name: string, scale: number, ...rest: Rest): FieldDeclaration => declare(name, 'percent', 0, [{ scale }, ...rest]);
export const date = (name: string, ...rest: Rest): FieldDeclaration => declare(name, 'date', 0, rest);
export const datetime = (name: string, ...rest: Rest): FieldDeclaration => declare(name, 'datetime', 0, rest);
export const time = (name: string, ...rest: Rest): FieldDeclaration => declare(name, 'time', 0, rest);
export const base64 = (name: string, ...rest: Rest): FieldDeclaration => declare(name, 'base64', 0, rest);
export const picklist = (name: string, values: readonly string[], ...rest: Rest): FieldDeclaration =>
  declare(name, 'picklist', 255, rest, { values });
export const lookup = (name: string, targets: string | readonly string[], ...rest: Rest): FieldDeclaration =>
  declare(name, 'reference', 18, rest, { targets: typeof targets === 'string' ? [targets] : targets });

/** The id of a record of any object, which is no relationship. */
export const recordId = (name: string, ...rest: Rest): FieldDeclaration => declare(name, 'id', 18, rest);

/** The compound of an address's parts (compound.ts). Nothing of its own is stored. */
export const compound = (name: string): FieldDeclaration => declare(name, 'address', 0, ['readOnly', 'noSort']);

/** Street, city, state, postal code, country, latitude, longitude and accuracy of one address, as `Account` and others carry them. */
export function address(prefix: string, ...rest: Rest): FieldDeclaration[] {
  return [
    textarea(`${prefix}Street`, 255, ...rest),
    string(`${prefix}City`, 40, ...rest),
    string(`${prefix}State`, 80, ...rest),
    string(`${prefix}PostalCode`, 20, ...rest),
    string(`${prefix}Country`, 80, ...rest),
    double(`${prefix}Latitude`, 15, ...rest),
    double(`${prefix}Longitude`, 15, ...rest),
    picklist(`${prefix}GeocodeAccuracy`, GEOCODE_ACCURACY, 'restricted', ...rest),
    compound(`${prefix}Address`),
  ];
}

/** How well the place of an address is known. */
export const GEOCODE_ACCURACY = [
  'Address',
  'NearAddress',
  'Block',
  'Street',
  'ExtendedZip',
  'Zip',
  'Neighborhood',
  'City',
  'County',
  'State',
  'Unknown',
];
