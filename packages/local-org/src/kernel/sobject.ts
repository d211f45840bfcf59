/** What a record's slots mean. Implemented by `schema`'s ObjectType, and per query by aggregate results. */
export interface Shape {
  /** API name as declared, for example `ProvisioningProcess__c`. */
  readonly name: string;
  /** Slot of a field by API name, case-insensitive; -1 when there is none. */
  slotOf(field: string): number;
  /** Declared API names by slot. */
  readonly fieldNames: readonly string[];
}

/**
 * One record in memory. `values[slot]` is `undefined` when the field was never set or queried, `null` when it was set to
 * null. Ids are 18 characters. Parent records and child lists live in `related`, keyed by lower-case relationship name.
 */
export class SObject {
  readonly shape: Shape;
  values: unknown[] = [];
  related: Map<string, unknown> | null = null;
  /** Came from SOQL: reading a field that was not selected throws instead of giving null. */
  queried = false;
  /** Errors added with addError in a trigger; index is assigned by the DML driver. */
  errors: { field: string | null; message: string }[] | null = null;
  /** In `Trigger.new` of an after trigger and in `Trigger.old`: writing throws "Record is read-only". */
  readOnly = false;

  constructor(shape: Shape) {
    this.shape = shape;
  }

  get(field: string): unknown {
    return this.values[this.shape.slotOf(field)];
  }

  /** Sets without Apex's checks; the caller has converted the value. Throws when the field does not exist. */
  set(field: string, value: unknown): void {
    const slot = this.shape.slotOf(field);
    if (slot < 0) throw new Error(`No field ${field} on ${this.shape.name}`);
    this.values[slot] = value;
  }

  get id(): string | null {
    return (this.get('Id') as string | null | undefined) ?? null;
  }
}
