import type { FieldProblem } from '../../platform/failures/failures.ts';
import { type Reply, text } from '../../platform/http/reply.ts';

/** One value of an answer; XML and JSON are written from the same. */
type Value = string | number | boolean | null | readonly Item[];
/** One named thing of an answer, its fields in order. */
export interface Item {
  [field: string]: Value;
}
/** What GeoReport v2 calls a list in XML and each thing in it; JSON has neither name. */
export interface Names {
  list: string;
  item: string;
}

export const formats = ['json', 'xml'] as const;
export type Format = (typeof formats)[number];

const marks: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
/** Text for XML: marks escaped, and what XML 1.0 cannot hold taken out. */
const escaped = (raw: string): string =>
  raw
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/g, (mark) => marks[mark] ?? mark);

/** The names of things inside things, as the standard gives them. */
const inner: Readonly<Record<string, string>> = { attributes: 'attribute', values: 'value' };

function fieldXml(name: string, value: Value): string {
  if (value === null) return `<${name}/>`;
  if (Array.isArray(value)) {
    const item = inner[name] ?? 'item';
    return `<${name}>${value.map((each: Item) => itemXml(item, each)).join('')}</${name}>`;
  }
  return `<${name}>${escaped(String(value))}</${name}>`;
}
const itemXml = (name: string, item: Item): string =>
  `<${name}>${Object.entries(item)
    .map(([field, value]) => fieldXml(field, value))
    .join('')}</${name}>`;

const sent = (format: Format, json: unknown, xml: string, status: number): Reply =>
  format === 'json'
    ? text('application/json; charset=utf-8', JSON.stringify(json), status)
    : text('text/xml; charset=utf-8', `<?xml version="1.0" encoding="utf-8"?>\n${xml}`, status);

/** A list of things in the format asked for. */
export const listed = (format: Format, names: Names, items: readonly Item[], status = 200): Reply =>
  sent(
    format,
    items,
    `<${names.list}>${items.map((item) => itemXml(names.item, item)).join('')}</${names.list}>`,
    status,
  );

/** One thing that stands by itself: the definition of a service. */
export const single = (format: Format, name: string, item: Item): Reply =>
  sent(format, item, itemXml(name, item), 200);

/** What went wrong, once for each thing to change, as the standard has it. */
export const failed = (format: Format, code: number, words: readonly string[]): Reply =>
  listed(
    format,
    { list: 'errors', item: 'error' },
    words.map((description) => ({ code, description })),
    code,
  );

/** Each problem with the name that the sender used for the field. */
export const problemWords = (
  problems: readonly FieldProblem[],
  sentAs: Readonly<Record<string, string>>,
): string[] => problems.map(({ field, words }) => `${sentAs[field] ?? field}: ${words}.`);
