/** An org in this process, and its database while no org has it open. */
export { openOrg, type OpenedOrg } from '../host/open';
export type { OpenOrgOptions } from '../host/options';
export { openStore as openDatabase } from '../store';
export type { SqlValue, Statement, Store } from '../store/port';
export { makeId as recordId } from '../kernel/ids';
