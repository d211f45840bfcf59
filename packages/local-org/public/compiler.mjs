import { load } from '../bin/bundle.mjs';

export const { openCompiler } = await load('compiler');
