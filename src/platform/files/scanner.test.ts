import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { clamdScanner, isScannerAddress } from './scanner.ts';

let server: Server | undefined;
afterEach(() => server?.close());

/** A daemon that reads what the protocol says and answers by the bytes that came. */
const daemon = (answer: (content: Buffer, socket: Socket) => string | undefined) =>
  new Promise<string>((resolve) => {
    server = createServer((socket) => {
      let got = Buffer.alloc(0);
      socket.on('error', () => undefined);
      socket.on('data', (data) => {
        got = Buffer.concat([got, data]);
        const content = contentOf(got);
        const said = content && answer(content, socket);
        if (said !== undefined) socket.end(said);
      });
    }).listen(0, '127.0.0.1', () => {
      const at = server?.address();
      resolve(`127.0.0.1:${typeof at === 'object' && at ? at.port : 0}`);
    });
  });

/** The bytes between the command and the piece of no length; undefined while it has not come. */
function contentOf(got: Buffer): Buffer | undefined {
  const command = Buffer.from('zINSTREAM\0');
  if (!got.subarray(0, command.length).equals(command)) return undefined;
  const pieces: Buffer[] = [];
  for (let at = command.length; at + 4 <= got.length; ) {
    const length = got.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(got.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}

test('the bytes come whole, in pieces, and the answer is the verdict', async () => {
  const sent = Buffer.alloc(300_000, 'abc');
  const got: Buffer[] = [];
  const address = await daemon((content) => {
    got.push(content);
    return content.includes('bad') ? 'stream: Made-up.Virus FOUND\0' : 'stream: OK\0';
  });
  const scanner = clamdScanner(address);
  expect(await scanner.scan(sent)).toEqual({ kind: 'clean' });
  expect(got[0]?.equals(sent)).toBe(true);
  expect(await scanner.scan(Buffer.from('something bad'))).toEqual({ kind: 'infected' });
  expect(await scanner.scan(Buffer.alloc(0))).toEqual({ kind: 'clean' });
});

test.each([
  ['too large', 'INSTREAM size limit exceeded. ERROR\0', 'StreamMaxLength'],
  ['another word', 'stream: fine\0', 'no verdict'],
  ['a word that only holds OK', 'stream: OK? ERROR\0', 'no verdict'],
  ['nothing', '', 'without an answer'],
])('an answer of %s passes no file', async (_what, said, words) => {
  const address = await daemon(() => said);
  expect(await clamdScanner(address).scan(Buffer.from('x'))).toEqual({
    kind: 'fault',
    words: expect.stringContaining(words),
    isAway: false,
  });
});

test('one that is not there, or never answers, is away: no file is passed, and the next is not tried', async () => {
  const address = await daemon(() => undefined);
  expect(await clamdScanner(address, 50).scan(Buffer.from('x'))).toMatchObject({
    kind: 'fault',
    isAway: true,
  });
  server?.close();
  expect(await clamdScanner('127.0.0.1:1').scan(Buffer.from('x'))).toEqual({
    kind: 'fault',
    words: 'The scanner cannot be reached (ECONNREFUSED).',
    isAway: true,
  });
});

test('an address is a machine with its port, or the path of a socket', () => {
  for (const right of ['localhost:3310', '10.0.0.7:3310', '[::1]:3310', '/run/clamav/clamd.ctl'])
    expect(isScannerAddress(right), right).toBe(true);
  for (const wrong of [
    'localhost',
    'localhost:',
    'localhost:0',
    'localhost:70000',
    'http://a:1',
    'clamd.ctl',
    '',
  ])
    expect(isScannerAddress(wrong), wrong).toBe(false);
});
