export type { TestBed } from './bed';
export { junit } from './junit';
export { runTests } from './run';
export type * from './results';
