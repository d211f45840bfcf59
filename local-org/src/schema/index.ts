export { buildSchema } from './build';
export type * from './model';
