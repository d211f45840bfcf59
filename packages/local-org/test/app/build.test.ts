import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { buildApp, buildVendor } from '../../src/web/app/build';

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })));

const META = (exposed: boolean) =>
  `<LightningComponentBundle xmlns="http://soap.sforce.com/2006/04/metadata"><isExposed>${exposed}</isExposed></LightningComponentBundle>`;
const LABELS = '<CustomLabels><labels><fullName>Hello</fullName><value>Tom &amp; Ada</value></labels></CustomLabels>';

/** A project of one component, `hello`, with these files changed or added. Paths are below `force-app`. */
function project(files: Readonly<Record<string, string>> = {}) {
  const root = mkdtempSync(path.join(tmpdir(), 'local-org-app-'));
  folders.push(root);
  const all: Record<string, string> = {
    '../sfdx-project.json': '{"packageDirectories":[{"path":"force-app","default":true}]}',
    'a/lwc/hello/hello.js-meta.xml': META(true),
    'a/lwc/hello/hello.html': '<template><lightning-button label={label}></lightning-button></template>',
    'a/lwc/hello/hello.ts':
      "import { LightningElement } from 'lwc';\nimport HELLO from '@salesforce/label/c.Hello';\nexport default class Hello extends LightningElement { label: string = HELLO; }",
    'a/labels/CustomLabels.labels-meta.xml': LABELS,
    ...files,
  };
  for (const [name, text] of Object.entries(all)) {
    const file = path.join(root, 'force-app', name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return { root, outDir: path.join(root, 'out') };
}
const chunks = (place: { outDir: string }) =>
  readdirSync(path.join(place.outDir, 'app'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(path.join(place.outDir, 'app', name), 'utf8'))
    .join('\n');

/** Imports of what the bundle does not hold. */
const MODULES = /\bimport\b[^;"`']*?\bfrom["'`]((?!\.)[^"'`]+)["'`];/g;

describe('build', { timeout: 120_000 }, () => {
  it('compiles components and shell into a page whose import map names every module it asks for', async () => {
    const place = project();
    const app = await buildApp(place);
    const html = readFileSync(app.indexHtml, 'utf8');
    const { imports } = JSON.parse(/<script type="importmap">([^<]*)<\/script>/.exec(html)?.[1] ?? '') as {
      imports: Record<string, string>;
    };
    const code = chunks(place);
    expect(code).toContain('Tom & Ada');
    expect([...code.matchAll(MODULES)].map(([, name]) => name)).toContain('lwc');
    for (const [, name] of code.matchAll(MODULES)) expect(Object.keys(imports)).toContain(name);
    for (const url of Object.values(imports)) expect(existsSync(path.join(place.outDir, url.replace('/_lwc/', '')))).toBe(true);
    expect(html.indexOf('synthetic-shadow')).toBeLessThan(html.indexOf('boot-'));
    expect(Object.keys(imports)).not.toContain('lightning/datatable');

    // a label without translations is a constant; with them the signed-in user decides
    expect(code).not.toMatch(/inLanguage\([`"']Tom/);
    const translation = path.join(place.root, 'force-app/a/translations/es.translation-meta.xml');
    mkdirSync(path.dirname(translation), { recursive: true });
    const entry = (name: string, label: string) => `<customLabels><label>${label}</label><name>${name}</name></customLabels>`;
    writeFileSync(translation, `<Translations>${entry('Hello', 'Tom &amp; Inés')}${entry('Other', '<!-- Other -->')}</Translations>`);
    expect((await buildApp(place)).built).toBe(true);
    expect(chunks(place)).toMatch(
      /inLanguage\([`"']Tom & Ada[`"'],\{["']?es["']?:[`"']Tom & Inés[`"'],["']?es_MX["']?:[`"']Tom & Inés[`"']\}\)/,
    );
    rmSync(translation);
    await buildApp(place);

    // the address of a static resource is another one when the file is
    const resource = path.join(place.root, 'force-app/a/staticresources/Wheels.js');
    mkdirSync(path.dirname(resource), { recursive: true });
    writeFileSync(resource.replace('.js', '.resource-meta.xml'), '<StaticResource/>');
    const usesIt = path.join(place.root, 'force-app/a/lwc/hello/wheels.ts');
    const address = async (text: string): Promise<string | undefined> => {
      writeFileSync(resource, text);
      await buildApp(place);
      return /["'`](\/resource\/\d+\/Wheels)["'`]/.exec(chunks({ outDir: place.outDir }))?.[1];
    };
    writeFileSync(usesIt, "import URL from '@salesforce/resourceUrl/Wheels';\nexport const url = URL;\n");
    const main = path.join(place.root, 'force-app/a/lwc/hello/hello.ts');
    const before = readFileSync(main, 'utf8');
    writeFileSync(main, `import { url } from './wheels';\nconsole.log(url);\n${before}`);
    const first = await address('1');
    rmSync(path.join(place.outDir, 'app'), { recursive: true });
    const second = await address('2');
    expect([first, second, first === second]).toEqual([expect.any(String), expect.any(String), false]);
    writeFileSync(main, before);
    await buildApp(place);

    expect((await buildApp(place)).built).toBe(false);
    expect((await buildVendor(place)).built).toBe(false);
    writeFileSync(path.join(place.root, 'force-app/a/lwc/hello/hello.html'), '<template>changed</template>');
    expect((await buildApp(place)).built).toBe(true);
    expect(chunks(place)).toContain('changed');
    // an open page may still load the parts of the build before, but not older ones
    writeFileSync(path.join(place.root, 'force-app/a/lwc/hello/hello.html'), '<template>again</template>');
    await buildApp(place);
    expect(chunks(place)).toContain('changed');
    expect(readdirSync(path.join(place.outDir, 'app/chunks')).filter((name) => /^hello-.*\.js$/.test(name))).toHaveLength(2);

    // one vendor build serves every case below
    const broken = async (files: Readonly<Record<string, string>>) => {
      const other = project(files);
      return buildApp({ ...other, outDir: place.outDir });
    };
    const script = (lines: string) => ({
      'a/lwc/hello/hello.ts': `import { LightningElement } from 'lwc';\n${lines}\nexport default class Hello extends LightningElement { x = X; }`,
      'a/lwc/hello/hello.html': '<template><lightning-button label="x"></lightning-button></template>',
    });
    await expect(broken(script("import X from '@salesforce/label/c.Nothing';"))).rejects.toThrow('c.Nothing');
    await expect(broken(script("import X from '@salesforce/resourceUrl/Nothing';"))).rejects.toThrow(
      'there is no Nothing.resource-meta.xml',
    );
    await expect(broken(script("import X from '@salesforce/messageChannel/A__c';"))).rejects.toThrow(
      'does not support importing @salesforce/messageChannel',
    );
    await expect(broken(script("import X from 'c/nothing';"))).rejects.toThrow('c/nothing');
    await expect(broken(script("import X from 'lightning/mobileCapabilities';"))).rejects.toThrow(
      /hello\.ts: the local org has no module lightning\/mobileCapabilities/,
    );
    await expect(
      broken({ 'a/lwc/hello/hello.html': '<template><lightning-record-form></lightning-record-form></template>' }),
    ).rejects.toThrow(/hello\.html: the local org has no module lightning\/recordForm/);
    await expect(broken({ 'a/lwc/hello/hello.html': '<template><c-nothing></c-nothing></template>' })).rejects.toThrow('c/nothing');
    await expect(broken({ 'a/lwc/hello/hello.html': '<template><p></template>' })).rejects.toThrow('hello.html');
    await expect(broken({ 'a/lwc/hello/hello.ts': 'export default class {{' })).rejects.toThrow('hello.ts');
    await expect(broken({ 'b/lwc/hello/hello.js-meta.xml': META(true), 'b/lwc/hello/hello.js': '' })).rejects.toThrow(
      'Two Lightning web components are called hello',
    );
    await expect(broken({ 'a/lwc/none/none.js-meta.xml': META(true) })).rejects.toThrow('the bundle has no none.ts');
    expect(existsSync(app.indexHtml)).toBe(true);
  });
});
