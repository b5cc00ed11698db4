import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { fileKindOf, judge, mostAttachmentBytes, mostAttachments, tidyName } from './attachment.rules.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');
const of = (name: string, content: Uint8Array, position = 0) => {
  const { found, state, why } = judge({ name, content, position });
  return [found.code, state, why];
};
const exe = bytes('MZ\x90\0program');
const zip = bytes('PK\x03\x04 packed');

test('a file is what its first bytes say, whatever it is called', () => {
  expect(fileKindOf(bytes('%PDF-1.7')).code).toBe('pdf');
  expect(fileKindOf(bytes('\xff\xd8\xff\xe0 jpeg')).code).toBe('jpeg');
  expect(fileKindOf(bytes('#!AMR\n')).code).toBe('sound');
  expect(fileKindOf(bytes('#!/bin/sh')).code).toBe('script');
  expect(fileKindOf(bytes('\xef\xbb\xbf <?xml version="1.0"?><svg onload="x">')).code).toBe('page');
  expect(fileKindOf(Buffer.from('Grüße aus Übersee')).code).toBe('text');
  expect(fileKindOf(bytes('caf\xe9')).code).toBe('unknown');
  expect(fileKindOf(bytes('Subject: A\r\nFrom: b@c.example\r\n\r\nWords')).code).toBe('mail');
});

test('what is what it says is kept; what says otherwise, or holds other files, is marked; what runs is not kept', () => {
  expect(of('van.jpg', bytes('\xff\xd8\xff\xe0'))).toEqual(['jpeg', 'kept', '']);
  expect(of('van.jpg', bytes('%PDF-1.7'))).toEqual(['pdf', 'marked', 'It is called .jpg and is a PDF']);
  expect(of('van.jpg', Buffer.from('hello'))[1]).toBe('marked');
  expect(of('letter', bytes('%PDF-1.7'))[1]).toBe('marked');
  expect(of('bill.pdf', exe)).toEqual(['program', 'refused', 'It is a program']);
  expect(of('note.txt', bytes('<html><script>'))[1]).toBe('refused');
  expect(of('note.js', Buffer.from('alert(1)'))[1]).toBe('refused');
  expect(of('list.xlsx', zip)[1]).toBe('marked');
  expect(of('macro.doc', bytes('\xd0\xcf\x11\xe0'))[1]).toBe('marked');
  expect(of('empty.txt', bytes(''))[1]).toBe('refused');
});

test('an ending that is turned around, hidden or doubled is judged by what is left of it', () => {
  expect(tidyName('bill\u202Efdp.exe')).toBe('billfdp.exe');
  expect(tidyName('../../etc/passwd')).toBe('.._.._etc_passwd');
  expect(tidyName('\u0000\u200B')).toBe('Without a name');
  expect(of('bill\u202Efdp.exe', Buffer.from('words'))[1]).toBe('refused');
  expect(of('bill.pdf.exe', Buffer.from('words'))[1]).toBe('refused');
});

test('too many, too large: named and not kept; a zip that would unpack without end is as large as it came', () => {
  expect(of('a.txt', Buffer.from('a'), mostAttachments)[1]).toBe('refused');
  expect(of('a.txt', new Uint8Array(mostAttachmentBytes + 1).fill(65))[1]).toBe('refused');
  const bomb = gzipSync(Buffer.alloc(50_000_000));
  expect(bomb.length).toBeLessThan(100_000);
  expect(of('logs.gz', bomb)).toEqual(['packed', 'marked', expect.stringContaining('was not opened')]);
});
