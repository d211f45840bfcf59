export { objectCoverage, type ObjectCoverage } from './coverage';
export { buildSchema } from './build';
export type * from './model';
