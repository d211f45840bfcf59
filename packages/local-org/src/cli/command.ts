import { parentPort, workerData } from 'node:worker_threads';
import { check } from './check';
import { exec } from './exec';
import type { CommandData } from './main';
import { run, type Command } from './run';
import { test } from './test';

const COMMANDS: Readonly<Record<string, Command>> = { test, check, exec };

const { argv, installation } = workerData as CommandData;
parentPort?.postMessage(await run(argv, installation, (name) => Promise.resolve(COMMANDS[name])));
