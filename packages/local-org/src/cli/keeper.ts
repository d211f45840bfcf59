import { spawn } from 'node:child_process';

/**
 * Runs a side service for as long as the org holds the other end of the standard input: that end closes however the org ends, killed hard
 * too. The service gets a process group of its own, so that what it starts goes with it.
 */
const GRACE_MS = 1_000;
const [command = '', ...words] = process.argv.slice(2);

const service = spawn(command, words, { stdio: ['ignore', 'inherit', 'inherit'], detached: process.platform !== 'win32' });
service.once('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(127);
});
service.once('exit', (code) => process.exit(code ?? 1));

const signal = (name: NodeJS.Signals): void => {
  if (service.pid === undefined || service.exitCode !== null) return;
  if (process.platform === 'win32') service.kill(name);
  else process.kill(-service.pid, name);
};

process.stdin.resume();
process.stdin.once('close', () => {
  signal('SIGTERM');
  setTimeout(() => signal('SIGKILL'), GRACE_MS);
});
// A terminal sends these to everybody; the org decides when its services end.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
