/** Single snippets of Apex, good and bad: the two compilers have to give the same verdict, first message and place. */
import ANNOTATIONS from './corpus/snippets/annotations.mjs';
import DECLARATIONS from './corpus/snippets/declarations.mjs';
import DIFFERENCES from './corpus/snippets/differences.mjs';
import SHARED from './corpus/snippets/shared.mjs';
import VALUES from './corpus/snippets/values.mjs';

const AGREED = [...ANNOTATIONS, ...DECLARATIONS, ...VALUES];

/** Writes them all with `write(text, name)`, which gives the path; `reason` is null for those that are agreed about. */
export function writeSnippets(write, source) {
  for (const text of SHARED) write(text, /(?:class|enum) (\w+)/.exec(text)[1]);
  const all = [
    ...AGREED.map((text) => ({ text, reason: null })),
    ...DIFFERENCES.flatMap(([reason, texts]) => texts.map((text) => ({ text, reason }))),
  ];
  return all.map(({ text, reason }, i) => ({ text, reason, path: write(source(text, `Snippet${i}`), `Snippet${i}`) }));
}

const shown = (message) => (message ? `${message.line}:${message.column} ${message.message}` : 'accepted');

/** A line for each snippet about which the compilers differ without a reason, or agree in spite of one. */
export function snippetFindings(snippets, byCompiler) {
  return snippets.flatMap(({ text, reason, path }) => {
    const verdicts = Object.entries(byCompiler).map(([compiler, messages]) => [compiler, shown(messages.get(path)?.[0])]);
    const [[, a], [, b]] = verdicts;
    const agree = a.toLowerCase() === b.toLowerCase();
    if (agree === (reason === null)) return [];
    return [`${text}: ${agree ? 'no longer a difference' : verdicts.map((one) => one.join(': ')).join('; ')}`];
  });
}
