import { fail, need } from '../kernel/fail';
import { NativeObject } from '../kernel/natives';
import { toText } from '../kernel/text';
import { members, merge, type Theme } from './registry';

/** `QueueableDuplicateSignature`: two jobs with the same text are duplicates while the first is queued. */
export class Signature extends NativeObject {
  override readonly apexType = 'System.QueueableDuplicateSignature';
  readonly text: string;
  constructor(text: string) {
    super();
    this.text = text;
  }
  override toString(): string {
    return this.text;
  }
}

/** The platform's bound for a signature's parts together, in characters (Apex reference). */
const MAXIMUM = 65;

class SignatureBuilder extends NativeObject {
  override readonly apexType = 'System.QueueableDuplicateSignature.Builder';
  readonly parts: string[] = [];

  get size(): number {
    return this.parts.reduce((sum, part) => sum + part.length, 0);
  }
  add(value: unknown): this {
    const part = toText(need(value));
    if (this.size + part.length > MAXIMUM) fail('System.IllegalArgumentException', `The signature is longer than ${MAXIMUM} characters`);
    this.parts.push(part);
    return this;
  }
}

const TYPE = 'System.QueueableDuplicateSignature';
const add = (builder: SignatureBuilder, value: unknown): SignatureBuilder => builder.add(value);

export const signatureMembers: Theme = merge(
  members(TYPE, { 'Builder/0': () => new SignatureBuilder(), 'toString/0': (signature: Signature) => signature.text }),
  members(`${TYPE}.Builder`, {
    '<init>/0': () => new SignatureBuilder(),
    'addId/1': add,
    'addInteger/1': add,
    'addString/1': add,
    // The separator keeps ('a', 'bc') apart from ('ab', 'c').
    'build/0': (builder: SignatureBuilder) => new Signature(builder.parts.join('\u001f')),
    'getSize/0': (builder: SignatureBuilder) => builder.size,
    'getMaxSize/0': () => MAXIMUM,
    'getRemainingSize/0': (builder: SignatureBuilder) => MAXIMUM - builder.size,
  }),
);
