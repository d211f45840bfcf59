import { load } from '../bin/bundle.mjs';

export const { changeDatabase, copyDatabase, restClient, sampleUsers, signIn, spawnOrg, userWithAlias, whenReady } = await load('serve');
