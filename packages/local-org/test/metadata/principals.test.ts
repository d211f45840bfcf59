import { expect, it } from 'vitest';
import { principalIds, principalKey } from '../../src/metadata/principals';
import type { ExternalCredential } from '../../src/metadata/model';

const credential = (name: string): ExternalCredential =>
  ({ name, principals: [{ name: 'Main', type: 'NamedPrincipal', sequence: 1 }] }) as unknown as ExternalCredential;

it('the id of a principal stays its own whichever credentials come or go', () => {
  const key = principalKey('Scim_Target', 'Main');
  const alone = principalIds([credential('Scim_Target')]);
  const among = principalIds([credential('Crane'), credential('Scim_Target')]);
  expect(among.get(key)).toBe(alone.get(key));
  expect(among.get(principalKey('Crane', 'Main'))).not.toBe(among.get(key));
});
