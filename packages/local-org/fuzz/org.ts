import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Agent, request as httpRequest } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Answer, FuzzRequest } from './request';
import type { Target } from './target';

export interface SampleUser {
  readonly alias: string;
  readonly username: string;
  readonly password: string;
}

/** No answer within this time counts as none. */
const PATIENCE_MS = 60_000;
const LONG_WAIT_MS = 15_000;
/** Unit of the processor times in `/proc/PID/stat` (proc(5)): a hundredth of a second on Linux. */
const TICK_MS = 10;

/** A served org in a process of its own. */
export class ServedOrg implements Target {
  users: readonly SampleUser[] = [];
  private readonly bin: string;
  private readonly project: string;
  private readonly db: string;
  private readonly furnish: (org: ServedOrg) => Promise<unknown>;
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });
  private readonly tokens = new Map<string, string>();
  private child: ChildProcess | null = null;
  private port = 0;

  /** @param furnish makes what an empty org has to hold */
  constructor(packageFolder: string, project: string, db: string, furnish: (org: ServedOrg) => Promise<unknown>) {
    this.bin = join(packageFolder, 'bin/local-org.mjs');
    this.project = project;
    this.db = db;
    this.furnish = furnish;
  }

  /** Starts the process and waits until it says that it is ready. What it writes to its standard error is not ours to repeat. */
  async start(): Promise<void> {
    this.port = await freePort();
    const args = ['start', '--headless', '--no-seed', '--project', this.project, '--db', this.db];
    const child = spawn(process.execPath, [this.bin, ...args], {
      env: { ...process.env, PORT: String(this.port) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    process.once('exit', () => child.kill('SIGKILL'));
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => (errors = (errors + chunk.toString()).slice(-20_000)));
    await new Promise<void>((done, fail) => {
      let said = '';
      child.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (said.includes('Database:')) done();
      });
      child.once('exit', (code) => fail(new Error(`The org ended with ${code}:\n${errors}`)));
    });
    this.users = (JSON.parse((await this.send('GET', '/__local/info')).body) as { users: SampleUser[] }).users;
    this.tokens.clear();
  }

  async refresh(): Promise<void> {
    if (!this.alive) await this.start();
    for (const { alias } of this.users) {
      this.tokens.delete(alias);
      if ((await this.tokenFor({ alias })) !== null) continue;
      await this.raw('POST', '/__local/reset', { 'content-type': 'application/json' }, Buffer.from('{}'));
      this.tokens.clear();
      await this.furnish(this);
      return;
    }
  }

  get alive(): boolean {
    return this.child !== null && this.child.exitCode === null && this.child.signalCode === null;
  }

  private now(): Moment {
    const stat = this.child?.pid === undefined || !this.alive ? '' : readFileSync(`/proc/${this.child.pid}/stat`, 'utf8');
    const [user = 0, system = 0] = stat.slice(stat.lastIndexOf(')')).split(' ').slice(12, 14).map(Number);
    return { wall: performance.now(), cpu: (user + system) * TICK_MS };
  }

  async stop(): Promise<void> {
    if (this.child === null || !this.alive) return;
    this.child.kill('SIGKILL');
    await once(this.child, 'exit');
  }

  /** Sends a request as it was generated, with its sender's token. Null when no answer comes. */
  async deliver(request: FuzzRequest): Promise<Answer | null> {
    const token = await this.tokenFor(request.sender);
    const shown: Record<string, string> = request.by === 'header' ? { authorization: `Bearer ${token}` } : { cookie: `sid=${token}` };
    const answer = await this.raw(request.method, request.path, { ...request.headers, ...(token === null ? {} : shown) }, request.body);
    if (answer?.status === 401 && typeof request.sender !== 'string') this.tokens.delete(request.sender.alias);
    return answer;
  }

  /** A JSON request of the first sample user. Throws when no answer comes. */
  async send(method: string, path: string, body?: unknown, type = 'application/json'): Promise<Answer> {
    const [first] = this.users;
    const token = first ? await this.tokenFor({ alias: first.alias }) : null;
    const bytes = body === undefined ? null : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
    const headers = {
      ...(bytes === null ? {} : { 'content-type': type }),
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    };
    const answer = await this.raw(method, path, headers, bytes);
    if (answer === null) throw new Error(`${method} ${path}: no answer`);
    return answer;
  }

  async read<T>(path: string): Promise<T> {
    const { status, body } = await this.send('GET', path);
    if (status !== 200) throw new Error(`GET ${path}: ${status} ${body}`);
    return JSON.parse(body) as T;
  }

  private async tokenFor(sender: FuzzRequest['sender']): Promise<string | null> {
    if (sender === 'nobody') return null;
    if (sender === 'stranger') return '00D000000000001!AQEAQExxxxxxxxxxxxxxxxxxxxxxxxxxxx';
    const known = this.tokens.get(sender.alias);
    if (known !== undefined) return known;
    const user = this.users.find(({ alias }) => alias === sender.alias);
    const form = new URLSearchParams({ grant_type: 'password', username: user?.username ?? '', password: user?.password ?? '' });
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await this.raw('POST', '/services/oauth2/token', headers, Buffer.from(form.toString()));
    if (answer?.status !== 200) return null;
    const { access_token: token } = JSON.parse(answer.body) as { access_token: string };
    this.tokens.set(sender.alias, token);
    return token;
  }

  private raw(method: string, path: string, headers: Record<string, string>, body: Uint8Array | null): Promise<Answer | null> {
    const started = this.now();
    return new Promise((done) => {
      const length = body === null ? {} : { 'content-length': String(body.length) };
      const outgoing = httpRequest(
        { host: '127.0.0.1', port: this.port, method, path, headers: { ...headers, ...length }, agent: this.agent, timeout: PATIENCE_MS },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', () => done(null));
          response.on('end', () => {
            const milliseconds = serverTime(started, this.now());
            const type = response.headers['content-type'] ?? '';
            done({ status: response.statusCode ?? 0, type, body: Buffer.concat(chunks).toString('utf8'), milliseconds });
          });
        },
      );
      outgoing.on('error', () => done(null));
      outgoing.on('timeout', () => outgoing.destroy());
      outgoing.end(body ?? undefined);
    });
  }
}

interface Moment {
  readonly wall: number;
  readonly cpu: number;
}

/** What the org worked, not what a busy machine let it wait; but who waits long for something else is slow too. */
function serverTime(from: Moment, to: Moment): number {
  const wall = to.wall - from.wall;
  return wall > LONG_WAIT_MS ? wall : Math.min(wall, to.cpu - from.cpu);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  return port;
}
