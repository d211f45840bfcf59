import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

const HOST = '127.0.0.1';
/** Below the ports that systems give to outgoing connections: one of those could be taken by any client before a starting program listens. */
const FIRST = 10_000;
const AFTER_LAST = 32_000;
const MOST_TRIES = 100;

/** A port of 127.0.0.1 on which nobody listens, for a program that takes some time until it does. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const port = randomInt(FIRST, AFTER_LAST);
    if (await isFree(port)) return port;
  }
  throw new Error(`None of ${MOST_TRIES} ports between ${FIRST} and ${AFTER_LAST} that were tried is free`);
}

async function isFree(port: number): Promise<boolean> {
  const probe = createServer();
  try {
    await once(probe.listen(port, HOST), 'listening');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return false;
    throw error;
  }
  await new Promise((done) => probe.close(done));
  return true;
}
