import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { errnoOf, StartRefused } from '../../platform/postgres/refused.ts';

/**
 * Makes sure that nothing listens on `port`, here or on every address. It asks for `patienceMs` before it
 * gives up, because a web server whose parent was just killed lets go of its port a moment later.
 * @throws StartRefused `port-in-use`, or `not-permitted` for a port kept for root.
 */
export async function ensurePortFree(port: number, host: string, patienceMs = 1_500): Promise<void> {
  const until = performance.now() + patienceMs;
  for (;;) {
    const code = (await listenFailure(port, host)) ?? (await listenFailure(port, '0.0.0.0'));
    if (code === undefined) return;
    if (code === 'EACCES') {
      throw new StartRefused(
        'not-permitted',
        `Port ${port} may not be used by this user: set PORT to a number above 1023.`,
      );
    }
    if (code !== 'EADDRINUSE') {
      throw new StartRefused(
        'bad-setting',
        `The web server cannot listen on ${host} port ${port} (${code}): set HOST to an address of this machine.`,
      );
    }
    if (performance.now() > until) {
      throw new StartRefused(
        'port-in-use',
        `Port ${port} is already in use by another program: set PORT to another number (PORT=${port + 1} npm start), or stop that program.`,
      );
    }
    await sleep(150);
  }
}

/** The system's code for why one cannot listen, or undefined when one can. */
function listenFailure(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error) => resolve(errnoOf(error) ?? 'EUNKNOWN'));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(undefined)));
  });
}
