export type { TestBed } from './bed';
export { junit } from './junit';
export { runNothing, runTests } from './run';
export type * from './results';
