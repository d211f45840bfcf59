/**
 * What the platform's methods and values cost in Apex, beside the same work in JavaScript in the same process: `String.split`, JSON there and back, and
 * new records. Apex and JavaScript take turns, and the median of the ratios counts; on a busy machine both suffer alike.
 * Run: node packages/local-org/bench/values.mjs [rounds=15].
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openOrg } from '../public/org.mjs';

const rounds = Number(process.argv[2] ?? 15);
/** Calls of one measurement: well below the CPU limit of a transaction. */
const CALLS = 2_000;
const TEXT = 'Ada;Lovelace;ada@north.example;Kiel;Engineering;2026-11-30;4711;true;;x';
/** Many different ones, because the engine remembers how it split the last few. */
const TEXTS = 256;
const source = `public class Bench {
  public class Line { public String name; public Integer amount; public Boolean isPaid; public List<String> tags; }
  static final List<String> TEXTS = new List<String>();
  static final List<Line> LINES = new List<Line>();
  static final String DOCUMENT;
  static {
    for (Integer i = 0; i < 10; i++) {
      Line line = new Line();
      line.name = 'Line ' + i; line.amount = i * 100; line.isPaid = Math.mod(i, 2) == 0; line.tags = new List<String>{ 'a', 'b' };
      LINES.add(line);
    }
    DOCUMENT = JSON.serialize(LINES);
    for (Integer i = 0; i < ${TEXTS}; i++) TEXTS.add('${TEXT}' + i);
  }
  public static Integer splitPlain(Integer calls) { Integer sum = 0; for (Integer i = 0; i < calls; i++) { sum += TEXTS[Math.mod(i, ${TEXTS})].split(';').size(); } return sum; }
  public static Integer splitRegex(Integer calls) { Integer sum = 0; for (Integer i = 0; i < calls; i++) { sum += TEXTS[Math.mod(i, ${TEXTS})].split('[;@]\\\\s*').size(); } return sum; }
  public static Integer serialize(Integer calls) { Integer sum = 0; for (Integer i = 0; i < calls; i++) { sum += JSON.serialize(LINES).length(); } return sum; }
  public static Integer deserialize(Integer calls) { Integer sum = 0; for (Integer i = 0; i < calls; i++) { sum += ((List<Line>) JSON.deserialize(DOCUMENT, List<Line>.class)).size(); } return sum; }
  public static Integer untyped(Integer calls) { Integer sum = 0; for (Integer i = 0; i < calls; i++) { sum += ((List<Object>) JSON.deserializeUntyped(DOCUMENT)).size(); } return sum; }
  public static Integer record(Integer calls) { List<Account> kept = new List<Account>(); for (Integer i = 0; i < calls; i++) { kept.add(new Account(Name = 'Acme', Description = 'North')); } return kept.size(); }
}`;

/** The same in JavaScript: a class of two fields for a record, a plain object for a line. */
class Account {
  constructor(name, description) {
    this.name = name;
    this.description = description;
  }
}
/** As many as Apex keeps. */
let kept = [];
const lines = Array.from({ length: 10 }, (_, i) => ({ name: `Line ${i}`, amount: i * 100, isPaid: i % 2 === 0, tags: ['a', 'b'] }));
const texts = Array.from({ length: TEXTS }, (_, i) => TEXT + i);
const text = JSON.stringify(lines);
const times = (calls, work) => {
  let sum = 0;
  for (let i = 0; i < calls; i++) sum += work(i);
  return sum;
};
const WORK = {
  splitPlain: (i) => texts[i % TEXTS].split(';').length,
  splitRegex: (i) => texts[i % TEXTS].split(/[;@]\s*/u).length,
  serialize: () => JSON.stringify(lines).length,
  deserialize: () => JSON.parse(text).length,
  untyped: () => JSON.parse(text).length,
  record: () => Math.sign(kept.push(new Account('Acme', 'North'))),
};

const folder = mkdtempSync(join(tmpdir(), 'bench-values-'));
const classes = join(folder, 'force-app/classes');
mkdirSync(classes, { recursive: true });
writeFileSync(join(folder, 'sfdx-project.json'), '{"packageDirectories":[{"path":"force-app"}]}');
writeFileSync(join(classes, 'Bench.cls'), source);
writeFileSync(join(classes, 'Bench.cls-meta.xml'), '<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>67.0</apiVersion></ApexClass>'); // prettier-ignore
const org = openOrg({ root: folder, dbFile: ':memory:' });
const userId = org.users[0].userId;

const timed = (work) => {
  const start = performance.now();
  const result = work();
  return { result, ms: performance.now() - start };
};
const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

try {
  for (const [name, work] of Object.entries(WORK)) {
    const ratios = [];
    const each = [];
    for (let round = -3; round < rounds; round++) {
      const apex = timed(() => org.step({ userId, commit: false }, () => org.program.invokeStatic('Bench', name, [CALLS])));
      // often enough that the clock can tell
      const factor = 20;
      const plain = timed(() => times(CALLS * factor, work));
      kept = [];
      if (apex.result * factor !== plain.result) throw new Error(`${name}: ${apex.result} * ${factor} is not ${plain.result}`);
      if (round < 0) continue;
      ratios.push((apex.ms * factor) / plain.ms);
      each.push((apex.ms * 1000) / CALLS);
    }
    console.log(`${name.padEnd(12)} ${median(ratios).toFixed(1).padStart(7)} x JavaScript  (${median(each).toFixed(2)} µs a call)`);
  }
} finally {
  org.close();
  rmSync(folder, { recursive: true, force: true });
}
