import type { Shape } from './sobject';

/** `Account.SObjectType`: one object per shape, so that tokens compare by identity. */
export class SObjectTypeToken {
  private static readonly interned = new WeakMap<Shape, SObjectTypeToken>();
  readonly shape: Shape;

  private constructor(shape: Shape) {
    this.shape = shape;
  }

  static of(shape: Shape): SObjectTypeToken {
    let token = SObjectTypeToken.interned.get(shape);
    if (!token) {
      token = new SObjectTypeToken(shape);
      SObjectTypeToken.interned.set(shape, token);
    }
    return token;
  }

  toString(): string {
    return this.shape.name;
  }
}

/** `Account.Name`: one object per field. `Account.Owner.Name` in static position is `User.Name`'s token (aer's changelog). */
export class SObjectFieldToken {
  private static readonly interned = new WeakMap<Shape, SObjectFieldToken[]>();
  readonly shape: Shape;
  readonly slot: number;

  private constructor(shape: Shape, slot: number) {
    this.shape = shape;
    this.slot = slot;
  }

  static of(shape: Shape, slot: number): SObjectFieldToken {
    let tokens = SObjectFieldToken.interned.get(shape);
    if (!tokens) SObjectFieldToken.interned.set(shape, (tokens = []));
    return (tokens[slot] ??= new SObjectFieldToken(shape, slot));
  }

  /** Declared API name. */
  get fieldName(): string {
    return this.shape.fieldNames[this.slot] ?? '';
  }

  toString(): string {
    return this.fieldName;
  }
}
