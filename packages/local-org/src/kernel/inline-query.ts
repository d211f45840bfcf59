import { NativeObject } from './natives';

/** A query between brackets that is not run where it stands: `Database.getQueryLocator([SELECT ...])`. */
export class InlineQuery extends NativeObject {
  override readonly apexType = 'System.List';
  /** Its binds are `:b0`, `:b1`, ... */
  readonly text: string;
  readonly binds: readonly unknown[];

  constructor(text: string, binds: readonly unknown[]) {
    super();
    this.text = text;
    this.binds = binds;
  }

  /** Values of the binds by name. */
  get named(): ReadonlyMap<string, unknown> {
    return new Map(this.binds.map((value, i) => [`b${i}`, value]));
  }
}
