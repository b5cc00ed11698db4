import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { ensurePortFree } from './port.ts';

async function listener(host: string): Promise<{ port: number; close: () => void }> {
  const server = createServer().listen(0, host);
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('no port was given');
  return { port: address.port, close: () => server.close() };
}

test.each(['127.0.0.1', '0.0.0.0'])('refuses a port that is taken on %s', async (host) => {
  const taken = await listener(host);
  await expect(ensurePortFree(taken.port, '127.0.0.1', 0)).rejects.toMatchObject({
    code: 'port-in-use',
    message: expect.stringContaining(`Port ${taken.port} is already in use`),
  });
  taken.close();
});

test('waits a moment for a program that is just letting go of it', async () => {
  const taken = await listener('127.0.0.1');
  setTimeout(taken.close, 200);
  await expect(ensurePortFree(taken.port, '127.0.0.1')).resolves.toBeUndefined();
});
