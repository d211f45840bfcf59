/**
 * Callouts from Apex beside a bare client that sends the same requests one after the other over one kept connection. Alternated, median of 5
 * ratios, at two latencies of the target. Run from the top of the repository: node packages/local-org/bench/callouts.mjs
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { openOrg } from '../public/org.mjs';

const ROUNDS = 5;
/** Latency of the target in milliseconds, and requests of a round. */
const CASES = [
  [0, 1_000],
  [50, 50],
];
const PER_TRANSACTION = 100;
const BODY = JSON.stringify({ userName: 'ada@north.example', name: { givenName: 'Ada', familyName: 'North' }, active: true });

const target = new Worker(
  `const { parentPort } = require('node:worker_threads');
  const server = require('node:http').createServer((request, response) => {
    const latency = Number(request.url.slice(1));
    request.resume().on('end', () => {
      const answer = () => response.writeHead(201, { 'content-type': 'application/json' }).end('{"id":"1"}');
      if (latency > 0) setTimeout(answer, latency);
      else answer();
    });
  });
  server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));`,
  { eval: true },
);
const port = await new Promise((done) => target.once('message', done));
const url = `http://127.0.0.1:${port}`;

const project = mkdtempSync(join(tmpdir(), 'bench-callouts-'));
const put = (path, text) => {
  mkdirSync(join(project, 'force-app', path, '..'), { recursive: true });
  writeFileSync(join(project, 'force-app', path), text);
};
const meta = (type, body) => `<${type} xmlns="http://soap.sforce.com/2006/04/metadata">${body}</${type}>`;
writeFileSync(join(project, 'sfdx-project.json'), '{"packageDirectories":[{"path":"force-app"}]}');
put('classes/Sender.cls-meta.xml', meta('ApexClass', '<apiVersion>67.0</apiVersion>'));
put(
  'classes/Sender.cls',
  `public class Sender {
    public static void send(String path, String body, Integer count) {
      for (Integer i = 0; i < count; i++) {
        HttpRequest request = new HttpRequest();
        request.setEndpoint('callout:Target' + path);
        request.setMethod('POST');
        request.setHeader('Content-Type', 'application/json');
        request.setBody(body);
        if (new Http().send(request).getStatusCode() != 201) throw new CalloutException('refused');
      }
    }
  }`,
);
put(
  'namedCredentials/Target.namedCredential-meta.xml',
  meta('NamedCredential', `<label>Target</label><endpoint>${url}</endpoint><protocol>NoAuthentication</protocol>`),
);
const org = openOrg({ root: project, dbFile: ':memory:' });
const [{ userId }] = org.users;

/** Requests a second. */
async function rate(requests, send) {
  const started = performance.now();
  await send();
  return (requests * 1_000) / (performance.now() - started);
}

function apex(latency, requests) {
  for (let left = requests; left > 0; left -= PER_TRANSACTION) {
    const count = Math.min(left, PER_TRANSACTION);
    org.step({ userId }, () => org.program.invokeStatic('Sender', 'send', [`/${latency}`, BODY, count]));
  }
}

// A connection that is idle for longer than its server allows would be closed under the next request.
const agent = new http.Agent({ keepAlive: true, maxSockets: 1, timeout: 1_000 });
function bareRequest(latency) {
  return new Promise((done, fail) => {
    const headers = { 'Content-Type': 'application/json', Accept: '*/*' };
    const request = http.request(`${url}/${latency}`, { method: 'POST', agent, headers }, (response) => {
      if (response.statusCode !== 201) fail(new Error(String(response.statusCode)));
      response.resume().on('end', done);
    });
    request.on('error', fail);
    request.end(BODY);
  });
}
async function bare(latency, requests) {
  for (let i = 0; i < requests; i++) await bareRequest(latency);
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
for (const [latency, requests] of CASES) {
  apex(latency, Math.min(requests, 200));
  await bare(latency, Math.min(requests, 200));
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) {
    const own = await rate(requests, () => apex(latency, requests));
    const reference = await rate(requests, () => bare(latency, requests));
    rounds.push({ own, reference, ratio: own / reference });
  }
  const of = (name) => median(rounds.map((one) => one[name]));
  console.log(
    `${latency} ms: Apex ${of('own').toFixed(0)}/s, bare client ${of('reference').toFixed(0)}/s, ratio ${of('ratio').toFixed(2)} ` +
      `(${rounds.map(({ ratio }) => ratio.toFixed(2)).join(', ')})`,
  );
}

agent.destroy();
org.close();
await target.terminate();
rmSync(project, { recursive: true, force: true });
