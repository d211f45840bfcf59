import { NATIVE_STATE, registerNative } from '../kernel/native-state';
import { NativeObject } from '../kernel/natives';
import { members, type Theme } from './registry';

/** `AccessLevel.USER_MODE` and `SYSTEM_MODE`. */
export class AccessLevel extends NativeObject {
  override readonly apexType = 'System.AccessLevel';
  readonly mode: 'user' | 'system';
  constructor(mode: 'user' | 'system') {
    super();
    this.mode = mode;
  }
  [NATIVE_STATE](): unknown {
    return this.mode;
  }
  override toString(): string {
    return this.mode === 'user' ? 'USER_MODE' : 'SYSTEM_MODE';
  }
}

const USER = new AccessLevel('user');
const SYSTEM = new AccessLevel('system');
registerNative('System.AccessLevel', (mode) => (mode === 'user' ? USER : SYSTEM));

export const accessLevelMembers: Theme = members('System.AccessLevel', {
  'get:USER_MODE': () => USER,
  'get:SYSTEM_MODE': () => SYSTEM,
});
