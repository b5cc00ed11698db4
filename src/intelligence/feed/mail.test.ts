import { expect, test } from 'vitest';
import { readMail, wordsOfHtml } from './mail.ts';

const mail = (...lines: string[]) => Buffer.from(lines.join('\r\n'));

test('an e-mail is its subject, its words, who sent it and its number; what is attached is given as it came', async () => {
  const read = await readMail(
    mail(
      'From: "Olu Adeyemi" <olu@wendmere.example>',
      'Subject: =?utf-8?Q?Roofer_took_=C2=A3900?=',
      'Date: Fri, 20 Nov 2026 09:00:00 +0000',
      'Message-ID: <roof-1@wendmere.example>',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=part',
      '',
      '--part',
      'Content-Type: text/plain; charset=windows-1252',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      'He took =A3900.',
      '',
      'And went to his brother=92s.',
      '--part',
      'Content-Type: image/jpeg; name="van.jpg"',
      'Content-Disposition: attachment; filename="van.jpg"',
      'Content-Transfer-Encoding: base64',
      '',
      'aGVsbG8=',
      '--part--',
    ),
  );
  expect(read.cells).toEqual({
    Subject: 'Roofer took £900',
    Text: 'He took £900.\n\nAnd went to his brother’s.',
    From: 'E-mail from Olu Adeyemi <olu@wendmere.example>',
    Date: '2026-11-20',
    'Message-ID': '<roof-1@wendmere.example>',
  });
  expect(read.attachments).toEqual([
    { name: 'van.jpg', type: 'image/jpeg', content: new TextEncoder().encode('hello') },
  ]);
});

test('an e-mail with a formatted form alone is read for its words', async () => {
  expect(
    wordsOfHtml(
      '<style>p{color:red}</style><p>He took &pound;900 &amp; left.</p><p>Twice<br>over</p><script>alert(1)</script>',
    ),
  ).toBe('He took £900 & left.\n\nTwice\nover');
  const read = await readMail(
    mail('Subject: Vapes', 'Content-Type: text/html', '', '<p>Sold to <b>children</b></p>'),
  );
  expect(read.cells.Text).toBe('Sold to children');
});

test.each(['<', '<head ', '<!--', '<p ', '<br', '<script>', '</p', '&#', '<style></style'])(
  'a formatted e-mail of a million characters that never ends what it begins, %s, is read at once',
  (piece) => {
    // Where the cost is the square of the length this runs out of the test's time.
    const words = wordsOfHtml(piece.repeat(Math.ceil(1_000_000 / piece.length)));
    expect(words.length).toBeLessThan(1_000_100);
  },
);

test('what is begun and not ended stays as it is written, and a comment, a script and a style go whole', () => {
  expect(wordsOfHtml('He owes <£900 & more')).toBe('He owes <£900 & more');
  expect(wordsOfHtml('A<!-- > hidden -->B<STYLE >p{}</style >C<header>D</header>')).toBe('ABC D');
  expect(wordsOfHtml('<table><tr><td>One<td>Two</tr><tr><td>Three</tr></table>End')).toBe(
    'One Two\nThree\n\nEnd',
  );
  expect(wordsOfHtml('<script>never ended')).toBe('never ended');
});

test('an e-mail of millions of short lines is refused before it is read', async () => {
  await expect(readMail(mail('Subject: x', '', '\n'.repeat(1_000_000), 'x'))).rejects.toThrow(
    '200,000 lines',
  );
});

test('what is attached to an e-mail within an e-mail is given too, and an e-mail nested without end is not followed', async () => {
  const inner = (depth: number): string[] =>
    depth === 0
      ? [
          'Subject: Innermost',
          'Content-Type: text/plain; name="deep.txt"',
          'Content-Disposition: attachment; filename="deep.txt"',
          '',
          'Deep words.',
        ]
      : [`Subject: Level ${depth}`, 'Content-Type: message/rfc822', '', ...inner(depth - 1)];
  const read = await readMail(
    mail(
      ...[
        'Subject: Forwarded',
        'MIME-Version: 1.0',
        'Content-Type: multipart/mixed; boundary=part',
        '',
        '--part',
        'Content-Type: text/plain',
        '',
        'See below.',
      ],
      ...['--part', 'Content-Type: message/rfc822', '', ...inner(1), '--part--'],
    ),
  );
  expect(read.cells.Text).toContain('See below.');
  expect(read.attachments.map(({ name }) => name)).toEqual(['deep.txt']);
  const deep = await readMail(
    mail(
      ...[
        'Subject: Deep',
        'Content-Type: multipart/mixed; boundary=part',
        '',
        '--part',
        '',
        'Words.',
        '--part',
        'Content-Type: message/rfc822',
        '',
        ...inner(40),
        '--part--',
      ],
    ),
  );
  expect(deep.attachments.length).toBeLessThan(3);
});

test('what is no e-mail, and one without words, is refused with a sentence', async () => {
  await expect(readMail(Buffer.from('PK\u0003\u0004 a zip'))).rejects.toThrow('This is not an e-mail');
  await expect(readMail(mail('Subject: Empty', 'From: a@b.example', '', ''))).rejects.toThrow(
    'holds no words',
  );
});
