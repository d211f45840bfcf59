/** The local org's side: its own compiler, and what Salesforce's needs to know of the platform and of the org. */
import { openCompiler } from 'local-org/compiler';
import { objectLines } from './objects.mjs';
import { typeLines } from './stubs.mjs';

/**
 * The project's sources, the symbols that the front end asks for, and `messages(sources)`, what our compiler says of sources by path.
 * Types, objects and labels are the local org's own, so that both compilers judge by the same ones; apex-ls has its own of the platform.
 */
export function loadLocalOrg(root) {
  const { metadata, schema, platform, platformNames, check } = openCompiler(root);
  return {
    sources: { classes: metadata.classes, triggers: metadata.triggers },
    symbols: {
      'types.tsv': typeLines(platform, platformNames, [...metadata.labels.keys()]),
      'objects.tsv': objectLines(schema),
    },
    messages: (sources) => grouped(check(sources)),
  };
}

function grouped(diagnostics) {
  const byPath = new Map();
  for (const one of diagnostics) byPath.set(one.path, [...(byPath.get(one.path) ?? []), one]);
  return byPath;
}
