import { stripVTControlCharacters } from 'node:util';
import type { InputOptions } from 'rolldown';

/** What vendor and app builds have in common. */
export function commonOptions(
  cwd: string,
): Pick<InputOptions, 'platform' | 'cwd' | 'transform' | 'moduleTypes' | 'tsconfig' | 'checks' | 'onLog'> {
  return {
    platform: 'browser',
    cwd,
    transform: {
      target: 'esnext',
      define: {
        'process.env.NODE_ENV': '"production"',
        'process.env.SKIP_LWC_VERSION_MISMATCH_CHECK': '"false"',
        'import.meta.env.SSR': 'false',
        'import.meta.env': '{}',
      },
    },
    moduleTypes: { '.css': 'js', '.html': 'js' },
    tsconfig: false,
    checks: { pluginTimings: false },
    onLog(level, log, handler) {
      const about = `${log.loc?.file ?? ''}${log.id ?? ''}${log.message}`;
      if (log.code === 'UNRESOLVED_IMPORT') throw new Error(stripVTControlCharacters(log.message));
      // warnings inside the base components are not ours to mend
      if (level !== 'debug' && !about.includes('lightning-base-components')) handler(level, log);
    },
  };
}
