import { workerData } from 'node:worker_threads';
import { exchange } from './exchange';
import { ring, type FromThread, type ThreadData, type WireRequest } from './wire';

/** Body of the thread that calls out: the engine is synchronous and waits at the bell for what is answered here. */
const { port, bell } = workerData as ThreadData;

const post = (message: FromThread): void => {
  port.postMessage(message);
  ring(bell);
};

port.on('message', (request: WireRequest) => {
  const { id, tellsSent } = request;
  void exchange(request, () => {
    if (tellsSent) post({ kind: 'sent', id });
  }).then(post);
});
