import { fail, need } from '../kernel/fail';
import { writeJson } from '../kernel/json-write';
import { NativeObject, type Native } from '../kernel/natives';
import { members, merge, type Theme } from './registry';

/** One open object or array of the text being written. */
interface Level {
  readonly array: boolean;
  count: number;
  /** A field name was written and waits for its value. */
  named: boolean;
}

class JsonGenerator extends NativeObject {
  override readonly apexType = 'System.JSONGenerator';
  readonly pretty: boolean;
  readonly levels: Level[] = [];
  text = '';
  closed = false;

  constructor(pretty: boolean) {
    super();
    this.pretty = pretty;
  }

  private get indent(): string {
    return '  '.repeat(this.levels.filter((level) => !level.array).length);
  }

  /** Separators before a value. */
  private before(): void {
    if (this.closed) fail('System.JSONException', 'The generator is closed');
    const level = this.levels.at(-1);
    if (!level) return;
    if (level.array) this.text += `${level.count > 0 ? ',' : ''}${this.pretty ? ' ' : ''}`;
    else if (!level.named) fail('System.JSONException', 'Can not write a value, expecting field name');
    level.named = false;
    level.count++;
  }

  value(text: string): void {
    this.before();
    this.text += text;
  }

  name(name: string): void {
    const level = this.levels.at(-1);
    if (!level || level.array || level.named) return fail('System.JSONException', 'Can not write a field name, expecting a value');
    this.text += `${level.count > 0 ? ',' : ''}${this.pretty ? `\n${this.indent}` : ''}${JSON.stringify(name)}${this.pretty ? ' : ' : ':'}`;
    level.named = true;
  }

  start(array: boolean): void {
    this.value(array ? '[' : '{');
    this.levels.push({ array, count: 0, named: false });
  }

  end(array: boolean): void {
    const level = this.levels.pop();
    if (level?.array !== array)
      fail('System.JSONException', `Current context not an ${array ? 'ARRAY' : 'OBJECT'} but ${array ? 'OBJECT' : 'ARRAY'}`);
    if (this.pretty) this.text += level.array || level.count === 0 ? ' ' : `\n${this.indent}`;
    this.text += array ? ']' : '}';
  }
}

const write = (generator: JsonGenerator, value: unknown): void => generator.value(writeJson(value, { pretty: generator.pretty }));

const VALUES = ['Blob', 'Boolean', 'Date', 'DateTime', 'Id', 'Number', 'String', 'Time', 'Object'];

/** `writeX(value)` and `writeXField(name, value)`. */
const values: Theme = merge(
  ...VALUES.map((kind) => {
    const entries: Record<string, Native> = {
      [`write${kind}/1`]: (generator: JsonGenerator, value: unknown) => write(generator, kind === 'Object' ? value : need(value)),
      [`write${kind}Field/2`]: (generator: JsonGenerator, name: string, value: unknown) => {
        generator.name(need(name));
        write(generator, kind === 'Object' ? value : need(value));
      },
    };
    return members('System.JSONGenerator', entries);
  }),
);

/** `JSON.createGenerator` and what it gives. */
export const generatorMembers: Theme = merge(
  values,
  members('System.JSON', { 'createGenerator/1': (pretty: boolean) => new JsonGenerator(need(pretty)) }),
  members('System.JSONGenerator', {
    'writeStartObject/0': (generator: JsonGenerator) => generator.start(false),
    'writeEndObject/0': (generator: JsonGenerator) => generator.end(false),
    'writeStartArray/0': (generator: JsonGenerator) => generator.start(true),
    'writeEndArray/0': (generator: JsonGenerator) => generator.end(true),
    'writeFieldName/1': (generator: JsonGenerator, name: string) => generator.name(need(name)),
    'writeNull/0': (generator: JsonGenerator) => write(generator, null),
    'writeNullField/1': (generator: JsonGenerator, name: string) => {
      generator.name(need(name));
      write(generator, null);
    },
    'getAsString/0': (generator: JsonGenerator) => {
      generator.closed = true;
      return generator.text;
    },
    'close/0': (generator: JsonGenerator) => {
      generator.closed = true;
    },
    'isClosed/0': (generator: JsonGenerator) => generator.closed,
  }),
);
