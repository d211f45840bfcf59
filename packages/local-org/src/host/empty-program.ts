import type { LinkedProgram } from '../apex/port';
import { UnsupportedError } from '../kernel/exceptions';

/** What runs while metadata are deployed: a program without classes and triggers. */
export function emptyProgram(): LinkedProgram {
  const refuse = (): never => {
    throw new UnsupportedError('Apex before the project is deployed');
  };
  return {
    program: {
      hash: '',
      classes: [],
      triggers: [],
      diagnostics: [],
      leftOut: [],
      labels: { labels: new Map(), translations: new Map() },
      js: '',
      timings: { parse: 0, check: 0, emit: 0 },
    },
    classInfo: () => undefined,
    requireCompiled: () => undefined,
    invokeStatic: refuse,
    invoke: refuse,
    construct: refuse,
    classNameOf: () => null,
    runTrigger: refuse,
    serialize: refuse,
    deserialize: refuse,
    createStub: refuse,
    fromJson: refuse,
    toJson: refuse,
  };
}
