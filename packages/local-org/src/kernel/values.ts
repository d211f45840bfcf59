/**
 * How Apex values live in JavaScript: Integer = number, Long = bigint, Decimal = `Decimal`, Double = `ApexDouble`,
 * String = string, Id = 18-character string, Boolean = boolean, null = null; Date, Datetime, Time and Blob as below.
 * System.Type = `RuntimeType`, SObjectType and SObjectField = `kernel/tokens`. All immutable. Field values: int -> Integer; double, currency, percent -> Decimal; reference -> Id; others by name.
 */

/** java.math.BigDecimal: `unscaled` x 10^-`scale`. */
export class Decimal {
  readonly unscaled: bigint;
  readonly scale: number;
  constructor(unscaled: bigint, scale: number) {
    this.unscaled = unscaled;
    this.scale = scale;
  }
  toNumber(): number {
    return Number(this.toString());
  }
  /** java.math.BigDecimal.toString: an exponent when the scale is negative or the number is below 10^-6. */
  toString(): string {
    const digits = (this.unscaled < 0n ? -this.unscaled : this.unscaled).toString();
    const sign = this.unscaled < 0n ? '-' : '';
    if (this.scale === 0) return sign + digits;
    const exponent = digits.length - 1 - this.scale;
    if (this.scale < 0 || exponent < -6) {
      const mantissa = digits.length > 1 ? `${digits[0]}.${digits.slice(1)}` : digits;
      return `${sign}${mantissa}${exponent === 0 ? '' : `E${exponent > 0 ? '+' : ''}${exponent}`}`;
    }
    const padded = digits.padStart(this.scale + 1, '0');
    return `${sign}${padded.slice(0, -this.scale)}.${padded.slice(-this.scale)}`;
  }
}

export class ApexDouble {
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
}

/** A calendar day; `days` since 1970-01-01. */
export class ApexDate {
  readonly days: number;
  constructor(days: number) {
    this.days = days;
  }
}

/** An instant; `ms` since the epoch, UTC. */
export class ApexDatetime {
  readonly ms: number;
  constructor(ms: number) {
    this.ms = ms;
  }
}

/** A time of day; `ms` since midnight. */
export class ApexTime {
  readonly ms: number;
  constructor(ms: number) {
    this.ms = ms;
  }
}

export class ApexBlob {
  readonly bytes: Uint8Array;
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }
}

/** One constant of an enum, of the platform's (`System.StatusCode`) or the program's. Same name and type = same object. */
export class ApexEnumValue {
  private static readonly interned = new Map<string, ApexEnumValue>();

  /** The one constant of that type and name; `ordinal` counts on first mention only. */
  static of(enumType: string, name: string, ordinal: number): ApexEnumValue {
    const key = `${enumType}.${name}`;
    let value = ApexEnumValue.interned.get(key);
    if (!value) {
      value = new ApexEnumValue(enumType, name, ordinal);
      ApexEnumValue.interned.set(key, value);
    }
    return value;
  }

  readonly enumType: string;
  readonly name: string;
  readonly ordinal: number;
  constructor(enumType: string, name: string, ordinal: number) {
    this.enumType = enumType;
    this.name = name;
    this.ordinal = ordinal;
  }
}
