import type { NativeObject } from './natives';

/** How JSON becomes an object of a platform type: its members by JSON name with their Apex types, and what makes the object. */
export interface JsonForm {
  readonly members: Readonly<Record<string, string>>;
  make(values: ReadonlyMap<string, unknown>): NativeObject;
}

const forms = new Map<string, JsonForm>();

/** Lets `JSON.deserialize` make objects of a platform type; called where the type is defined. */
export function registerJsonForm(type: string, form: JsonForm): void {
  forms.set(type.toLowerCase(), form);
}

/** Undefined for a type that JSON cannot hold. */
export function jsonFormOf(type: string): JsonForm | undefined {
  return forms.get(type.toLowerCase());
}
