/**
 * Asks Salesforce's Apex compiler front end and the local org's compiler about the same sources: all Apex of the project, which both
 * accept without a message, a corpus of small classes, of which both refuse the wrong ones, in the same words, and accept the others, and
 * single snippets, of which they give the same verdict at the same place.
 */
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { mkdtempSync, rmSync } from '../files.mjs';
import { writeCorpus } from './corpus.mjs';
import { frontEndMessages } from './front-end.mjs';
import { loadLocalOrg } from './local-org.mjs';
import { snippetFindings } from './snippets.mjs';

const root = resolve(import.meta.dirname, '../../..');
const paths = ({ classes, triggers }) => [...classes, ...triggers].map((one) => one.path);

/** Messages about the project's own Apex: there should be none from either. */
function projectFindings(own, byCompiler) {
  return Object.entries(byCompiler).flatMap(([compiler, messages]) =>
    own.flatMap((path) =>
      (messages.get(path) ?? []).map((one) => `${relative(root, path)}:${one.line}:${one.column} ${one.message} (${compiler})`),
    ),
  );
}

/** What is wrong with one half of a case: a compiler that does not say what it should, or says it in other words. */
function differences(path, isRefused, exception, byCompiler) {
  const first = Object.entries(byCompiler).map(([compiler, messages]) => [compiler, messages.get(path)?.[0]?.message ?? null]);
  const wrong = first
    .filter(([compiler, message]) => (message !== null) !== (isRefused && exception?.acceptedBy !== compiler))
    .map(([compiler, message]) => (message === null ? `${compiler} accepts it` : `${compiler}: ${message}`));
  const [a, b] = first.map(([, message]) => message?.toLowerCase());
  if (wrong.length > 0 || a === b || exception) return wrong;
  return [first.map(([compiler, message]) => `${compiler}: ${message}`).join('; ')];
}

function corpusFindings(cases, byCompiler) {
  return cases.flatMap(({ title, refused, accepted, exception }) => [
    ...differences(refused, true, exception, byCompiler).map((text) => `refused: ${title}: ${text}`),
    ...differences(accepted, false, null, byCompiler).map((text) => `accepted: ${title}: ${text}`),
  ]);
}

const scratch = mkdtempSync(join(tmpdir(), 'compiler-check-'));
try {
  const org = loadLocalOrg(root);
  const { cases, snippets, sources } = writeCorpus(join(scratch, 'corpus'));
  // `--corpus`: the project's own Apex is left out.
  const own = process.argv.includes('--corpus') ? [] : paths(org.sources).map((path) => resolve(root, path));
  const theirs = frontEndMessages(org.symbols, [...own, ...paths(sources)], scratch);
  const ours = new Map([...org.messages(org.sources)].map(([path, list]) => [resolve(root, path), list]));
  for (const [path, list] of org.messages(sources)) ours.set(path, list);
  const byCompiler = { 'front end': theirs, 'local org': ours };
  const findings = [...projectFindings(own, byCompiler), ...corpusFindings(cases, byCompiler), ...snippetFindings(snippets, byCompiler)];
  for (const finding of findings) console.log(`       ${finding}`);
  const differing = cases.filter((one) => one.exception).length;
  const listed = snippets.filter((one) => one.reason).length;
  const corpus = `${cases.length} pairs of cases, ${differing} with a reason to differ, ${snippets.length} snippets, ${listed} with one`;
  console.log(`${findings.length === 0 ? 'ok    ' : 'FAILED'} Salesforce's compiler front end and ours: ${own.length} files, ${corpus}`);
  process.exitCode = findings.length === 0 ? 0 : 1;
} catch (error) {
  console.log(`FAILED Salesforce's compiler front end and ours: ${error.message}`);
  process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
