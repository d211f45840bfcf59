/**
 * The nearest thing to a deployment without an org: PMD and apex-ls over the Apex, the platform's LWC compiler over the emitted
 * JavaScript, source conversion to the metadata format and back, the SLDS linter. Every part runs; the exit code is 1 when any failed.
 */
import { spawnSync } from 'node:child_process';
import { writeArtifacts } from './artifact.mjs';
import { cpSync, globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from './files.mjs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { createRequire } from 'node:module';

const here = import.meta.dirname;
const root = resolve(here, '../..');
const javaLib = join(root, 'node_modules/@salesforce/code-analyzer-pmd-engine/dist/java-lib');
const project = JSON.parse(readFileSync(join(root, 'sfdx-project.json'), 'utf8'));
const packages = project.packageDirectories.map((p) => p.path);
const scratch = mkdtempSync(join(tmpdir(), 'platform-check-'));
const results = [];

/** Records one check; `findings` are lines for people, none when it passed. */
function report(name, findings) {
  results.push({ name, ok: findings.length === 0 });
  console.log(`${findings.length === 0 ? 'ok    ' : 'FAILED'} ${name}`);
  for (const finding of findings) console.log(`       ${finding}`);
}

function java(args, options = {}) {
  return spawnSync('java', args, { encoding: 'utf8', cwd: root, maxBuffer: 1 << 28, ...options });
}

function pmd() {
  const out = join(scratch, 'pmd.json');
  const run = java([
    '-XX:TieredStopAtLevel=1',
    '-cp',
    `${javaLib}/*`,
    join(here, 'Pmd.java'),
    join(here, 'pmd-rules.xml'),
    out,
    ...packages,
  ]);
  if (run.status !== 0) return [`PMD did not finish: ${run.stderr.slice(-800)}`];
  return JSON.parse(readFileSync(out, 'utf8')).files.flatMap((file) =>
    file.violations.map((v) => `${file.filename}:${v.beginline} ${v.rule}: ${v.description.trim()}`),
  );
}

/** apex-ls has no stub for Employee2 (a licence-gated type): that one complaint is expected, and `local-org check` covers those files. */
function apexLs() {
  const copy = join(scratch, 'apex-ls');
  mkdirSync(copy);
  for (const folder of packages) cpSync(join(root, folder), join(copy, folder), { recursive: true });
  cpSync(join(root, 'sfdx-project.json'), join(copy, 'sfdx-project.json'));
  const run = java(['-cp', `${javaLib}/*`, 'io.github.apexdevtools.apexls.CheckForIssues', '-w', copy, '-d', 'errors', '-f', 'json', '-n']);
  if (run.status !== 0 && run.status !== 4) return [`apex-ls did not finish: ${(run.stderr || run.stdout).slice(-800)}`];
  const found = JSON.parse(run.stdout.slice(run.stdout.indexOf('{'))).files.flatMap(({ path, messages }) =>
    messages.map((m) => `${path.replace(`${copy}/`, '')}:${m.start.line} ${m.message}`),
  );
  const expected = found.filter((finding) => /No type declaration found for '(Schema\.)?Employee2'$/.test(finding));
  if (expected.length > 0) console.log(`       ${expected.length} references to Employee2, which apex-ls cannot know, left out`);
  return found.filter((finding) => !expected.includes(finding));
}

async function lwcCompiler() {
  const { compile } = createRequire(import.meta.url)('@lwc/sfdc-lwc-compiler');
  const findings = [];
  for (const meta of globSync(packages, /\/lwc\/[^/]+\/[^/]+\.js-meta\.xml$/, root)) {
    const folder = dirname(join(root, meta));
    const name = basename(folder);
    const wanted = readdirSync(folder).filter((f) => /\.(js|html|css)$|-meta\.xml$/.test(f));
    if (!wanted.includes(`${name}.js`)) {
      findings.push(`${meta}: ${name}.js has not been built (npm run build)`);
      continue;
    }
    const files = Object.fromEntries(wanted.map((f) => [f, readFileSync(join(folder, f), 'utf8')]));
    const result = await compile({
      bundle: { type: 'platform', namespace: 'c', name, namespaceMapping: { c: 'c' }, files },
      outputConfigs: [{ minify: false, env: { NODE_ENV: 'production' } }],
    });
    for (const d of result.diagnostics.filter((x) => x.level <= 1)) findings.push(`${meta}: ${d.message}`);
    if (!result.success && findings.length === 0) findings.push(`${meta}: not accepted`);
  }
  return findings;
}

/** Components of a set with their parts (fields of an object), as `Type:name`. */
function names(set) {
  const all = set.getSourceComponents().toArray().flatMap((c) => [c, ...c.getChildren()]); // prettier-ignore
  return new Set(all.map((c) => `${c.type.name}:${c.fullName}`));
}

async function conversion() {
  const { ComponentSet, MetadataConverter } = createRequire(import.meta.url)('@salesforce/source-deploy-retrieve');
  const findings = [];
  for (const folder of packages) {
    const set = ComponentSet.fromSource(join(root, folder));
    const before = names(set);
    const { packagePath } = await new MetadataConverter().convert(set, 'metadata', {
      type: 'directory',
      outputDirectory: join(scratch, `mdapi-${basename(folder)}`),
      genUniqueDir: false,
    });
    const back = join(scratch, `source-${basename(folder)}`);
    mkdirSync(join(back, 'back'), { recursive: true });
    writeFileSync(join(back, 'sfdx-project.json'), JSON.stringify({ packageDirectories: [{ path: 'back', default: true }] }));
    const deployed = ComponentSet.fromSource(packagePath);
    await new MetadataConverter().convert(deployed, 'source', {
      type: 'directory',
      outputDirectory: join(back, 'back'),
      genUniqueDir: false,
    });
    const after = names(ComponentSet.fromSource(join(back, 'back')));
    for (const name of before)
      if (!after.has(name) && !name.startsWith('CustomLabel:')) findings.push(`${folder}: ${name} is lost in conversion`);
    console.log(`       ${folder}: ${before.size} components`);
  }
  return findings;
}

/** The zips of a release hold every component, built, and nothing that only developers need. */
async function releaseArtifact() {
  const findings = [];
  const out = join(scratch, 'release');
  const artifacts = await writeArtifacts({
    root,
    folders: packages,
    name: project.name,
    version: '0',
    apiVersion: project.sourceApiVersion,
    out,
  });
  for (const { folder, file } of artifacts) {
    const { files } = await createRequire(import.meta.url)('jszip').loadAsync(readFileSync(file));
    const paths = Object.keys(files);
    for (const path of paths) if (/\.ts$|__tests__/.test(path)) findings.push(`${folder}: ${path} does not belong in the artifact`);
    for (const meta of globSync([folder], /\.js-meta\.xml$/, root)) {
      const bundle = basename(dirname(meta));
      if (!paths.includes(`lwc/${bundle}/${bundle}.js`)) findings.push(`${folder}: lwc/${bundle}/${bundle}.js is missing`);
    }
    if (!paths.includes('package.xml')) findings.push(`${folder}: package.xml is missing`);
  }
  return findings;
}

function sldsLinter() {
  return packages.flatMap((folder) => {
    const run = spawnSync(join(here, 'node_modules/.bin/slds-linter'), ['lint', join(root, folder)], { encoding: 'utf8', cwd: root });
    return run.status === 0
      ? []
      : (run.stdout + run.stderr)
          .split('\n')
          .filter((line) => line.trim() !== '')
          .slice(0, 50);
  });
}

try {
  report('PMD: Apex security and performance', pmd());
  report('apex-ls: type check', apexLs());
  report('platform LWC compiler', await lwcCompiler());
  report('source conversion', await conversion());
  report('release artifact', await releaseArtifact());
  report('SLDS linter', sldsLinter());
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
const failed = results.filter((r) => !r.ok).length;
console.log(`Platform: ${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
