/** The target as a side service of the local org (`services` in local-org.json): at PORT, with the secret that the org has for its credential Scim_Target. */
import { join } from 'node:path';
import { sharedSecret } from './secret.mjs';
import { startTarget } from './target.mjs';

const secret = sharedSecret(join(process.cwd(), '.local-org', 'secrets.json'), process.env.LOCAL_ORG_SECRETS);
const { url } = await startTarget({ port: Number(process.env.PORT ?? 0), ...secret });
console.error(`SCIM target: ${url}/scim/v2, its journal: ${url}/admin/journal`);
