import type { FastifyRequest } from 'fastify';
import type { Failure } from '../failures/failures.ts';
import type { LiveSession, ServerOptions } from './answers.ts';
import type { Route } from './declare.ts';
import type { PageReply } from './reply.ts';
import { closed, keyFor, opened } from './sealed.ts';

/** Hours for which what was typed can still be sent by whoever typed it: as long as anybody stays signed in. */
const hoursKept = 12;
/** A sealed form must fit into a request again. */
const longestSealed = 1_900_000;

type Fields = Record<string, unknown>;

interface Unsent {
  accountId: string;
  path: string;
  at: number;
  fields: Fields;
}

/** What was typed, readable by nobody: an unattended page may hold it. */
export const seal = (secret: string, unsent: Unsent): string =>
  closed(keyFor(secret, 'unsent form'), unsent).toString('base64url');

/** Gives back what {@link seal} closed; undefined for anything else, and for what is older than {@link hoursKept}. */
export function unseal(secret: string, sealed: string, now: Date): Unsent | undefined {
  // Nobody but this server can have written what the key vouches for.
  const unsent = opened(keyFor(secret, 'unsent form'), Buffer.from(sealed, 'base64url')) as
    | Unsent
    | undefined;
  return unsent && now.getTime() - unsent.at < hoursKept * 3_600_000 ? unsent : undefined;
}

/** What is done with a form in place of, or before, its act. */
export type UnsentAnswer =
  | { kind: 'own'; fields: Fields }
  | { kind: 'foreign' }
  | { kind: 'sign-in' }
  | { kind: 'failure'; failure: Failure }
  | { kind: 'page'; page: PageReply };

const somebodyElses: Failure = {
  kind: 'not-allowed',
  words: `What was typed can be sent only by whoever typed it, from the form it was typed in, within ${hoursKept} hours.`,
  whoCan: 'whoever typed it.',
};

interface Sent {
  route: Route;
  request: FastifyRequest;
  fields: Fields;
  uploads: number;
  session: LiveSession | undefined;
}

/**
 * Whose a form is. One of a session that has ended is not lost: whoever typed it gets it back sealed, signs in beside it and
 * sends it. What comes from another site is foreign whatever it carries.
 */
export async function whoseForm(sent: Sent, options: ServerOptions): Promise<UnsentAnswer> {
  const { route, request, fields, session } = sent;
  if (!isOwnSite(request)) return { kind: 'foreign' };
  const own: UnsentAnswer = { kind: 'own', fields };
  const isKept = route.kind !== 'api' && !route.permission.isPublic;
  if (isKept && typeof fields._sealed === 'string') return resent(sent, fields._sealed, options);
  // Sent by a page whose session was over, so that what stood in it leaves the screen: never done, whatever the session is now.
  if (isKept && fields._keep !== undefined) return (await keptPage(sent, options)) ?? { kind: 'sign-in' };
  if (!session) return (isKept ? await keptPage(sent, options) : undefined) ?? own;
  if (fields._csrf === session.csrf) return own;
  const { viewer } = session;
  const typedBy = isKept ? await typist(fields, options) : undefined;
  return viewer.kind === 'officer' && typedBy === viewer.accountId ? own : { kind: 'foreign' };
}

function resent({ request, session }: Sent, sealed: string, options: ServerOptions): UnsentAnswer {
  const action = pathOf(request);
  if (!session)
    return { kind: 'page', page: options.unsentPage({ action, sealed, isAgain: true, hadFiles: false }) };
  const unsent = unseal(options.secret, sealed, options.act.clock.now());
  const isTheirs = session.viewer.kind === 'officer' && unsent?.accountId === session.viewer.accountId;
  if (!unsent || !isTheirs || unsent.path !== action) return { kind: 'failure', failure: somebodyElses };
  return { kind: 'own', fields: unsent.fields };
}

async function keptPage(
  { request, fields, uploads }: Sent,
  options: ServerOptions,
): Promise<UnsentAnswer | undefined> {
  const { _csrf, _keep, ...typed } = fields;
  // A password is not kept, sealed or not.
  if (Object.keys(typed).some((name) => /password/i.test(name))) return undefined;
  const accountId = await typist(fields, options);
  if (!accountId) return undefined;
  const action = pathOf(request);
  const at = options.act.clock.now().getTime();
  const sealed = seal(options.secret, { accountId, path: action, at, fields: typed });
  if (sealed.length > longestSealed) return undefined;
  const page = options.unsentPage({ action, sealed, isAgain: false, hadFiles: uploads > 0 });
  return { kind: 'page', page };
}

const pathOf = (request: FastifyRequest): string => request.url.split('?')[0] ?? '';

const typist = async ({ _csrf }: Fields, options: ServerOptions): Promise<string | undefined> =>
  typeof _csrf === 'string' && _csrf !== '' ? options.accountOfForm(_csrf) : undefined;

/** Where the browser says that a form comes from; one that says nothing is taken for our own, and its token decides. */
function isOwnSite(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const origin = request.headers.origin;
  return origin === undefined || origin === 'null' || URL.parse(origin)?.host === request.headers.host;
}
