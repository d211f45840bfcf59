/**
 * The nearest thing to a deployment without an org: PMD and apex-ls over the Apex, the platform's LWC compiler over the emitted
 * JavaScript, source conversion to the metadata format and back, the SLDS linter. Every part runs; the exit code is 1 when any failed.
 */
import { spawnSync } from 'node:child_process';
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

/** apex-ls does not know the licence-gated objects: they are declared for it beside a copy of the project. */
function apexLs() {
  const copy = join(scratch, 'apex-ls');
  mkdirSync(copy);
  for (const folder of packages) cpSync(join(root, folder), join(copy, folder), { recursive: true });
  cpSync(join(here, 'licensed-objects'), join(copy, 'licensed-objects'), { recursive: true });
  writeFileSync(
    join(copy, 'sfdx-project.json'),
    JSON.stringify({
      ...project,
      packageDirectories: [{ path: 'licensed-objects' }, ...packages.map((path, i) => ({ path, default: i === 0 }))],
    }),
  );
  const run = java(['-cp', `${javaLib}/*`, 'io.github.apexdevtools.apexls.CheckForIssues', '-w', copy, '-d', 'errors', '-f', 'json', '-n']);
  if (run.status !== 0 && run.status !== 4) return [`apex-ls did not finish: ${(run.stderr || run.stdout).slice(-800)}`];
  const issues = JSON.parse(run.stdout.slice(run.stdout.indexOf('{'))).files ?? [];
  return issues.flatMap(({ path, issues: list }) =>
    list.map((i) => `${path.replace(`${copy}/`, '')}:${i.range?.start?.line ?? 1} ${i.message}`),
  );
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

async function conversion() {
  const { ComponentSet, MetadataConverter } = createRequire(import.meta.url)('@salesforce/source-deploy-retrieve');
  const findings = [];
  for (const folder of packages) {
    const set = ComponentSet.fromSource(join(root, folder));
    const before = new Set(set.getSourceComponents().map((c) => `${c.type.name}:${c.fullName}`));
    const { packagePath } = await new MetadataConverter().convert(set, 'metadata', {
      type: 'directory',
      outputDirectory: join(scratch, `mdapi-${basename(folder)}`),
      genUniqueDir: false,
    });
    const after = new Set(
      ComponentSet.fromSource(packagePath)
        .getSourceComponents()
        .map((c) => `${c.type.name}:${c.fullName}`),
    );
    for (const name of before)
      if (!after.has(name) && !name.startsWith('CustomLabel:')) findings.push(`${folder}: ${name} is lost in conversion`);
    console.log(`       ${folder}: ${before.size} components`);
  }
  return findings;
}

function sldsLinter() {
  const run = spawnSync(join(here, 'node_modules/.bin/slds-linter'), ['lint', ...packages.map((p) => join(root, p))], {
    encoding: 'utf8',
    cwd: root,
  });
  return run.status === 0
    ? []
    : (run.stdout + run.stderr)
        .split('\n')
        .filter((line) => /error/i.test(line))
        .slice(0, 50);
}

try {
  report('PMD: Apex security and performance', pmd());
  report('apex-ls: type check', apexLs());
  report('platform LWC compiler', await lwcCompiler());
  report('source conversion', await conversion());
  report('SLDS linter', sldsLinter());
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
const failed = results.filter((r) => !r.ok).length;
console.log(`Platform: ${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
