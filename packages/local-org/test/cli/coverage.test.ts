import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { coverageText } from '../../src/cli/coverage';
import { platform } from '../apex/support';

const document = join(import.meta.dirname, '../../docs/coverage.md');

it('docs/coverage.md says what the local org supports today; `npm run docs:coverage` writes it', () => {
  expect(readFileSync(document, 'utf8')).toBe(coverageText(platform));
});
