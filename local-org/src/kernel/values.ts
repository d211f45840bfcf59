/**
 * How Apex values live in JavaScript: Integer = number, Long = bigint, Decimal = `Decimal`, Double = `ApexDouble`,
 * String = string, Id = 18-character string, Boolean = boolean, null = null; Date, Datetime, Time and Blob as below.
 * All immutable. Field values: int -> Integer; double, currency, percent -> Decimal; reference -> Id; others by name.
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
  toString(): string {
    const digits = (this.unscaled < 0n ? -this.unscaled : this.unscaled).toString().padStart(this.scale + 1, '0');
    const sign = this.unscaled < 0n ? '-' : '';
    return this.scale > 0 ? `${sign}${digits.slice(0, -this.scale)}.${digits.slice(-this.scale)}` : `${sign}${digits}`;
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
  readonly enumType: string;
  readonly name: string;
  readonly ordinal: number;
  constructor(enumType: string, name: string, ordinal: number) {
    this.enumType = enumType;
    this.name = name;
    this.ordinal = ordinal;
  }
}
