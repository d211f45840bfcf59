#!/usr/bin/env node
// The command line, run from the bundle of the TypeScript sources.
import { bundled, folder } from './bundle.mjs';

const { stamp, url } = await bundled();
const { main } = await import(url('main'));
await main(process.argv.slice(2), {
  packageFolder: folder,
  workerEntry: url('worker'),
  commandEntry: url('command'),
  keeperEntry: url('keeper'),
  build: stamp,
});
