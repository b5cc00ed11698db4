import { z } from 'zod';
import { anyRole } from '../directory/index.ts';
import { PUBLIC, permission } from '../platform/access/permission.ts';
import { timeOf } from '../platform/clock/clock.ts';
import { FailureThrown, invalid } from '../platform/failures/failures.ts';
import type { Again } from '../platform/http/again.ts';
import { type Ask, act, apiGet, apiPost, type Route, show } from '../platform/http/declare.ts';
import { type PageReply, page, redirect } from '../platform/http/reply.ts';
import { idleMinutes, type SignIn, warningMinutes } from '../platform/sign-in/sign-in.ts';
import { typedIn } from '../platform/ui/index.ts';
import { SessionPage, SignInPage } from './sign-in.pages.tsx';

export const stayedSignedIn = permission('sign-in.stay', 'Keep your session going', anyRole);

const wrongWords = (words: string): never => {
  throw new FailureThrown(invalid({ field: 'username', words }).failure);
};

/** Only a path of this site: never an address elsewhere. */
const safeNext = (next: string | undefined): string => (next && /^\/(?![/\\])/.test(next) ? next : '/home');

const sessionBody = z.union(
  [
    z.object({ persona: z.string().max(100) }),
    z.object({ username: z.string().max(100), password: z.string().max(200) }),
  ],
  {
    error: 'Send either persona, or username and password',
  },
);

const nextQuery = z.object({
  next: z.string().max(500).optional(),
  /** Set by the page that was left when its session ended. */
  ended: z.string().max(10).optional(),
});

/** The request id of a sign-in is not kept with it: it would join an account to an address in a log. */
const from = (ask: Ask, requestId: string) => ({ requestId, client: ask.client });
const passwordBody = z.object({
  username: z.string('Enter your username').max(100, 'This is longer than any username: check it'),
  password: z.string('Enter your password').max(200, 'This is longer than any password: check it'),
  next: z.string().max(500).optional(),
});

interface Asked extends Again {
  next?: string | undefined;
  hasEnded?: boolean;
}

async function signInPage(signIn: SignIn, ask: Ask, { next = '', ...asked }: Asked): Promise<PageReply> {
  const personas = await signIn.personas();
  const body = <SignInPage {...{ personas, next, ...asked }} csrf={ask.csrf} />;
  // Where nobody is signed in, nobody's day lies on the device any more.
  return page('Sign in', body, { isPublic: true, problems: asked.problems, scripts: ['field-leave'] });
}

export const signInRoutes = (signIn: SignIn): readonly Route[] => [
  show({
    path: '/sign-in',
    words: 'Sign in',
    permission: PUBLIC,
    audit: 'sign-in.shown',
    query: nextQuery,
    handle: (_work, { query: { next, ended } }, ask) =>
      signInPage(signIn, ask, { problems: [], typed: {}, next, hasEnded: ended !== undefined }),
  }),
  act({
    path: '/sign-in',
    words: 'Sign in with a username and password',
    permission: PUBLIC,
    audit: 'sign-in.password',
    body: passwordBody,
    example: { body: { username: 'nobody', password: 'nothing' } },
    handle: async (_work, { body }, ask) => {
      const answer = await signIn.withPassword(body.username, body.password, from(ask, 'form'));
      if (answer.ok) return redirect(safeNext(body.next), { session: answer.token });
      const problems = [{ field: 'username', words: answer.words }];
      return signInPage(signIn, ask, { problems, typed: { username: body.username }, next: body.next });
    },
    invalid: (_work, { raw, problems }, ask) =>
      signInPage(signIn, ask, { problems, typed: raw, next: typedIn({ typed: raw }, 'next').slice(0, 500) }),
  }),
  act({
    path: '/sign-out',
    words: 'Sign out',
    permission: stayedSignedIn,
    audit: 'sign-out',
    answersWhileHeld: true,
    handle: async (_work, _input, ask) => {
      if (ask.sessionToken) await signIn.end(ask.sessionToken);
      return redirect('/sign-in', { session: null, flash: 'You are signed out.' });
    },
  }),
  show({
    path: '/session',
    words: 'Keep your session going',
    permission: stayedSignedIn,
    audit: 'sign-in.stayed',
    answersWhileHeld: true,
    handle: (work) =>
      page(
        'You are still signed in',
        <SessionPage endsAt={timeOf(new Date(work.clock.now().getTime() + idleMinutes * 60_000))} />,
      ),
  }),
  apiGet({
    path: '/api/v1/session',
    words: 'How long the session has if nothing more is done; does not keep it going',
    permission: stayedSignedIn,
    audit: 'sign-in.time-asked',
    answersWhileHeld: true,
    isQuiet: true,
    output: z.object({ secondsLeft: z.number(), warningSeconds: z.number() }),
    handle: (_work, _input, ask) => ({
      secondsLeft: ask.secondsLeft ?? 0,
      warningSeconds: warningMinutes * 60,
    }),
  }),
  act({
    path: '/sign-in/persona',
    words: 'Sign in as one of the made-up people of the demonstration',
    permission: PUBLIC,
    audit: 'sign-in.persona',
    body: z.object({ username: z.string().max(100), next: z.string().max(500).optional() }),
    example: { body: { username: 'nobody' } },
    handle: async (_work, { body }, ask) => {
      const answer = await signIn.asPersona(body.username, from(ask, 'form'));
      return answer.ok ? redirect(safeNext(body.next), { session: answer.token }) : wrongWords(answer.words);
    },
  }),
  apiPost({
    path: '/api/v1/sessions',
    words: 'Start a session; send its token as Authorization: Bearer',
    permission: PUBLIC,
    audit: 'sign-in.api',
    body: sessionBody,
    output: z.object({ token: z.string() }),
    example: { body: { persona: 'nobody' } },
    handle: async (_work, { body }, ask) => {
      const origin = from(ask, 'api');
      const answer =
        'persona' in body
          ? await signIn.asPersona(body.persona, origin)
          : await signIn.withPassword(body.username, body.password, origin);
      return answer.ok ? { token: answer.token } : wrongWords(answer.words);
    },
  }),
];
