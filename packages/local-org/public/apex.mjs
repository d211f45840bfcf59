import { load } from '../bin/bundle.mjs';

export const { readApex } = await load('apex');
