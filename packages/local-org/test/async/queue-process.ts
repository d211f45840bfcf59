/** A process that works the queue off, to be killed at any moment: `node queue-process.mjs DB start|resume|fail [point nth]`. */
import { openOrg } from '../../src/host/open';
import type { FaultPoint } from '../../src/engine';

const [dbFile = '', mode = '', point, nth] = process.argv.slice(2);
const root = process.env['FIXTURE'] ?? '';
const cacheDir = process.env['CACHE'] ?? '';
const org = openOrg({ root, dbFile, cacheDir, build: 'test', interrupted: mode === 'fail' ? 'fail' : 'resume' });
const userId = org.users[0]?.userId ?? '';
if (mode === 'start') org.step({ userId }, () => org.program.invokeStatic('Starter', 'run', [Number(process.env['JOBS'])]));
if (point !== undefined) org.faults.arm({ point: point as FaultPoint, nth: Number(nth), action: 'kill' });
process.stdout.write('working\n');
while (org.jobs.runDue(1) > 0) process.stdout.write('.');
org.close();
process.stdout.write('\nempty\n');
