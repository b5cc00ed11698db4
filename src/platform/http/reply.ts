import type { Readable } from 'node:stream';
import type { FieldProblem } from '../failures/failures.ts';
import type { Content } from '../ui/index.ts';

/** A page's own content; the frame around it (header, navigation, footer) is added where everything is wired. */
export interface PageReply {
  kind: 'page';
  title: string;
  body: Content;
  status?: number;
  /** Shown as an error summary above the content, each linking to its field. */
  problems?: readonly FieldProblem[];
  wide?: boolean;
  back?: { href: string; text: string };
  /** A form that came after somebody else’s save: what was typed in it, and the page as it stands without that. */
  settle?: { typed: Readonly<Record<string, unknown>>; now: Content | undefined };
  /** Plain public service page, whoever looks. */
  isPublic?: boolean;
  /** May stand in the browser's own memory, so that its Back button shows a form's answer again. Never with a person's details on it. */
  isKept?: boolean;
  /** Print mark, e.g. OFFICIAL. */
  marking?: string;
  /** It has boxes that name other records (`LookUpBox`): what stands in them is looked up before it is sent. */
  looksUp?: boolean;
  /**
   * What a second sending of the form is shown again (a reference, words to come back with), for the route's `again` to read as
   * `ask.shownBefore`. It is kept sealed with a key that stands in the sender's own page alone.
   */
  shownOnce?: Readonly<Record<string, string>>;
  /** Islands of script the page can do without, by the name of their `*.client.ts`. */
  scripts?: readonly string[];
}
export interface JsonReply {
  kind: 'json';
  body: unknown;
  status?: number;
}
export interface RedirectReply {
  kind: 'redirect';
  to: string;
  /** One line shown on the next page, once. */
  flash?: string;
  /** Starts or ends a session: the token, or null to forget it. */
  session?: string | null;
}
export interface FileReply {
  kind: 'file';
  name: string;
  mediaType: string;
  /** A stream is read after the act has ended: it must hold nothing of the act's transaction. */
  content: Buffer | string | Readable;
  inline?: boolean;
  /** Seconds a browser may keep it; left out, it keeps nothing. Only for what holds nobody's data. */
  keepSeconds?: number;
}
/** Text that another program reads, in the form that its own standard asks for. */
export interface TextReply {
  kind: 'text';
  mediaType: string;
  content: string;
  status: number;
}
export type Reply = PageReply | JsonReply | RedirectReply | FileReply | TextReply;

export const page = (
  title: string,
  body: Content,
  rest: Omit<PageReply, 'kind' | 'title' | 'body'> = {},
): PageReply => ({
  kind: 'page',
  title,
  body,
  ...rest,
});
export const json = (body: unknown, status = 200): JsonReply => ({ kind: 'json', body, status });
export const redirect = (to: string, rest: Omit<RedirectReply, 'kind' | 'to'> = {}): RedirectReply => ({
  kind: 'redirect',
  to,
  ...rest,
});
export const file = (
  name: string,
  mediaType: string,
  content: Buffer | string | Readable,
  inline = false,
): FileReply => ({
  kind: 'file',
  name,
  mediaType,
  content,
  inline,
});
export const text = (mediaType: string, content: string, status = 200): TextReply => ({
  kind: 'text',
  mediaType,
  content,
  status,
});
