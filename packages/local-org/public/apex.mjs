import { load } from '../bin/bundle.mjs';

export const { parseApex, readApex } = await load('apex');
