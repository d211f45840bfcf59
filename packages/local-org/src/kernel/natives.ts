/**
 * A platform method. Instance methods take the receiver first. Registered under
 * `Namespace.Type.method/arity`, all lower case, for example `system.string.substring/2`, `system.httprequest.<init>/0`;
 * static fields and properties under `get:system.trigger.new`; instance properties `get:`/`set:` + name.
 * Overloads of one arity are told apart by the values themselves (Integer is a number, Long a bigint, Double an ApexDouble).
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- values of every Apex type pass through this door
export type Native = (...args: any[]) => any;

/** An instance of a platform class. `apexType` is the qualified name, for example `System.HttpRequest`. */
export abstract class NativeObject {
  abstract readonly apexType: string;
}
