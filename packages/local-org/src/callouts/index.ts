export { admit } from './admission';
export { Callouts } from './callouts';
export { CalloutLine } from './line';
export { secretsOf } from './secrets';
export { newBell, ring } from './wire';
