import { load } from '../bin/bundle.mjs';

export const { readProject } = await load('project');
