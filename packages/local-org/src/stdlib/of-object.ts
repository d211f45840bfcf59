import { NativeObject } from '../kernel/natives';
import type { ObjectType } from '../schema/model';

/** A describe result, or a part of one, that speaks of one object. */
export abstract class OfObject extends NativeObject {
  readonly object: ObjectType;
  constructor(object: ObjectType) {
    super();
    this.object = object;
  }
}
