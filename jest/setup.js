const { readFileSync, readdirSync } = require('node:fs');
const path = require('node:path');
const { registerSa11yMatcher } = require('@sa11y/jest');

registerSa11yMatcher();

/** Tests read the texts that people read: every custom label resolves to its value, a label that is not defined is an error. */
const root = path.resolve(__dirname, '..');
const labelFiles = readdirSync(path.join(root, 'force-app'), { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('.labels-meta.xml'))
  .map((name) => path.join(root, 'force-app', name));
const unescaped = (text) =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
for (const file of labelFiles) {
  for (const [, block] of readFileSync(file, 'utf8').matchAll(/<labels>([\s\S]*?)<\/labels>/g)) {
    const name = /<fullName>(.*?)<\/fullName>/.exec(block)[1];
    const value = unescaped(/<value>([\s\S]*?)<\/value>/.exec(block)[1]);
    jest.doMock(`@salesforce/label/c.${name}`, () => ({ __esModule: true, default: value }), { virtual: true });
  }
}
