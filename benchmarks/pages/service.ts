import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { childEnvironment, childFlags } from '../../src/main/start/child.ts';
import { benchSecret, type Place } from './place.ts';

/** The product's own web and worker processes in front of one database. */
export interface Service {
  /** Peak resident memory in megabytes so far; undefined where the system does not tell. */
  peakOf(name: 'web' | 'worker'): number | undefined;
  /** Sends one request and reads the whole answer. */
  send(ask: Request): Promise<{ status: number; text: string }>;
  /** A session token for a persona of the demonstration county. */
  signIn(persona: string): Promise<string>;
  stop(): Promise<void>;
}

export interface Request {
  method?: 'GET' | 'POST';
  path: string;
  token?: string | undefined;
  body?: object;
}

/** Starts `web.js` and `worker.js` as `npm start` does, on a free port of this machine. */
export async function openService(root: string, buildDir: string, place: Place): Promise<Service> {
  const port = await freePort();
  const env = {
    ...childEnvironment,
    ...process.env,
    PORT: String(port),
    HOST: '127.0.0.1',
    BAILIWICK_ROOT: root,
    BAILIWICK_BUILD_DIR: buildDir,
    BAILIWICK_SERVER_URL: place.serverUrl,
    BAILIWICK_SECRET: benchSecret,
    DATABASE_URL: '',
  };
  const run = (name: string): ChildProcess => {
    const profile = name === 'web' && process.env.BENCH_PROFILE;
    const flags = profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [];
    return spawn(process.execPath, [...childFlags, ...flags, join(buildDir, `${name}.js`)], {
      env,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
  };
  const children = { web: run('web'), worker: run('worker') };
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const send = (ask: Request) => exchange(agent, port, ask);
  await untilHealthy(send);
  return {
    send,
    peakOf: (name) => peakMegabytes(children[name].pid),
    signIn: async (persona) => {
      const answer = await send({ method: 'POST', path: '/api/v1/sessions', body: { persona } });
      const given: unknown = JSON.parse(answer.text);
      if (typeof given === 'object' && given && 'token' in given) return String(given.token);
      throw new Error(`${persona} could not sign in: ${answer.text}`);
    },
    stop: async () => {
      agent.destroy();
      await Promise.all(Object.values(children).map(ended));
    },
  };
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

function exchange(agent: Agent, port: number, ask: Request): Promise<{ status: number; text: string }> {
  const body = ask.body ? JSON.stringify(ask.body) : undefined;
  const headers = {
    ...(ask.token ? { authorization: `Bearer ${ask.token}` } : {}),
    ...(body ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } : {}),
  };
  const { method = 'GET', path } = ask;
  return new Promise((resolve, reject) => {
    const sent = request({ agent, host: '127.0.0.1', port, method, path, headers }, (reply) => {
      const parts: Buffer[] = [];
      reply.on('data', (part: Buffer) => parts.push(part));
      reply.on('end', () =>
        resolve({ status: reply.statusCode ?? 0, text: Buffer.concat(parts).toString() }),
      );
      reply.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

async function untilHealthy(send: Service['send']): Promise<void> {
  const deadline = performance.now() + 20_000;
  for (;;) {
    try {
      if ((await send({ path: '/health' })).status === 200) return;
    } catch (error) {
      if (performance.now() > deadline) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

/** VmHWM: the most that was ever resident. Linux alone tells it. */
function peakMegabytes(pid: number | undefined): number | undefined {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes ? Math.round(Number(kilobytes) / 1024) : undefined;
  } catch {
    return undefined;
  }
}
