import { load } from '../bin/bundle.mjs';

export const { openDatabase, openOrg, recordId } = await load('org');
