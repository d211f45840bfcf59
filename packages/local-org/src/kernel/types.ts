const MAX_PARSED = 5_000;

/** A reified Apex type, interned: two types are the same when they are the same object. `text` is canonical: `Map<Id,List<Account>>`. */
export class RuntimeType {
  private static readonly interned = new Map<string, RuntimeType>();
  /** By the text that was parsed; emptied when it holds too many, for texts may come from anybody. */
  private static readonly parsed = new Map<string, RuntimeType>();
  readonly name: string;
  readonly args: readonly RuntimeType[];
  readonly text: string;

  private constructor(name: string, args: readonly RuntimeType[], text: string) {
    this.name = name;
    this.args = args;
    this.text = text;
  }

  static of(name: string, ...args: RuntimeType[]): RuntimeType {
    const text = args.length > 0 ? `${name}<${args.map((a) => a.text).join(',')}>` : name;
    let type = RuntimeType.interned.get(text);
    if (!type) {
      type = new RuntimeType(name, args, text);
      RuntimeType.interned.set(text, type);
    }
    return type;
  }

  /** What Apex prints for a Type. */
  toString(): string {
    return this.text;
  }

  /** Parses canonical or source spelling, for example `Map<Id, List<Account>>`. */
  static parse(text: string): RuntimeType {
    const known = RuntimeType.parsed.get(text);
    if (known) return known;
    const type = RuntimeType.read(text);
    if (RuntimeType.parsed.size >= MAX_PARSED) RuntimeType.parsed.clear();
    RuntimeType.parsed.set(text, type);
    return type;
  }

  private static read(text: string): RuntimeType {
    let at = 0;
    const read = (): RuntimeType => {
      const start = at;
      while (at < text.length && !'<>,'.includes(text[at]!)) at++;
      const name = text.slice(start, at).trim();
      const args: RuntimeType[] = [];
      if (text[at] === '<') {
        do {
          at++;
          args.push(read());
        } while (text[at] === ',');
        at++;
      }
      return RuntimeType.of(name, ...args);
    };
    return read();
  }
}
