export type { TestBed } from './bed';
export { discoverTests } from './discover';
export { junit } from './junit';
export { runNothing, runTests } from './run';
export type * from './results';
