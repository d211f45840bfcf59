import { expect, it } from 'vitest';
import { listResources } from '../../src/rest';

it('lists every resource once', () => {
  const all = listResources();
  expect(new Set(all).size).toBe(all.length);
  expect(all).toContain('POST /services/data/:version/composite/sobjects');
  expect(all).not.toContainEqual(expect.stringContaining('__local'));
});
