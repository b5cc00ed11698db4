import { z } from 'zod';
import { anyRole } from '../directory/index.ts';
import { PUBLIC, permission } from '../platform/access/permission.ts';
import { demand, type FieldProblem, invalid, notFound } from '../platform/failures/failures.ts';
import { type Ask, act, apiGet, apiPost, type Route, show } from '../platform/http/declare.ts';
import { page, redirect } from '../platform/http/reply.ts';
import { about, officerOf } from '../platform/http/work.ts';
import type { SignIn } from '../platform/sign-in/sign-in.ts';
import { AccountPage, LinkEndedPage, LinkPage, PasswordPage } from './account.pages.tsx';

const ownAccount = permission('account.own', 'See one’s own account, password and sessions', anyRole);

const passwordText = (words: string) =>
  z.string(words).min(1, words).max(1000, 'Use 200 characters or fewer');
const passwordBody = z.object({
  current: passwordText('Enter the password you have now'),
  next: passwordText('Enter a new password'),
});
const linkBody = z.object({ next: passwordText('Enter a new password') });
const linkParams = z.object({ token: z.string().max(100) });
const sessionParams = z.object({ sessionId: z.uuid() });
const passwordExample = { body: { current: 'not the one', next: 'kettle violin thunder' } };

const passwordPage = (ask: Ask, problems: readonly FieldProblem[] = [], isHeld = false) =>
  page('Choose a new password', <PasswordPage csrf={ask.csrf} problems={problems} isHeld={isHeld} />, {
    problems,
    back: { href: '/account', text: 'Your account' },
  });

const sessionView = z.object({
  id: z.string(),
  client: z.string().nullable(),
  startedAt: z.date().transform((at) => at.toISOString()),
  lastSeenAt: z.date().transform((at) => at.toISOString()),
  isThis: z.boolean(),
});

/** One's own account, for everybody who has one, and the link with which a password is first set. */
export const accountRoutes = (signIn: SignIn): readonly Route[] => [
  show({
    path: '/account',
    words: 'Your account: roles, password, and where you are signed in',
    permission: ownAccount,
    audit: 'account.shown',
    handle: async (work, _input, ask) => {
      const viewer = officerOf(work);
      const sessions = await signIn.sessions(viewer);
      return page('Your account', <AccountPage viewer={viewer} sessions={sessions} csrf={ask.csrf} />);
    },
  }),
  show({
    path: '/account/password',
    words: 'Choose a new password',
    permission: ownAccount,
    audit: 'account.password-form',
    answersWhileHeld: true,
    query: z.object({ asked: z.string().max(10).optional() }),
    handle: (_work, { query }, ask) => passwordPage(ask, [], query.asked !== undefined),
  }),
  act({
    path: '/account/password',
    words: 'Choose a new password',
    permission: ownAccount,
    audit: 'account.password-changed',
    answersWhileHeld: true,
    body: passwordBody,
    example: passwordExample,
    handle: async (work, { body }, ask) => {
      const viewer = officerOf(work);
      const answer = await signIn.changePassword(viewer, body.current, body.next);
      about(work, 'account', viewer.accountId, { changed: answer.ok });
      if (!answer.ok) return passwordPage(ask, [answer.problem]);
      return redirect('/account', { flash: 'Password changed. You are signed out everywhere else.' });
    },
    invalid: (_work, { problems }, ask) => passwordPage(ask, problems),
  }),
  act({
    path: '/account/sessions/end-others',
    words: 'Sign out everywhere else',
    permission: ownAccount,
    audit: 'account.sessions-ended',
    handle: async (work) => {
      const ended = await signIn.endOthers(officerOf(work));
      return redirect('/account', {
        flash: ended === 0 ? 'You are signed in nowhere else' : 'Signed out everywhere else',
      });
    },
  }),
  act({
    path: '/account/sessions/:sessionId/end',
    words: 'Sign out of one of your other sessions',
    permission: ownAccount,
    audit: 'account.session-ended',
    params: sessionParams,
    handle: async (work, { params }) => {
      const ended = await signIn.endOthers(officerOf(work), params.sessionId);
      return ended === 0 ? demand(notFound) : redirect('/account', { flash: 'Signed out there' });
    },
  }),
  show({
    path: '/password/:token',
    words: 'Set a password with a link',
    permission: PUBLIC,
    audit: 'account.link-opened',
    params: linkParams,
    handle: (_work, { params }, ask) => linkForm(signIn, params.token, ask, []),
  }),
  act({
    path: '/password/:token',
    words: 'Set a password with a link',
    permission: PUBLIC,
    audit: 'account.password-set',
    params: linkParams,
    body: linkBody,
    example: { body: { next: 'kettle violin thunder' } },
    handle: (_work, { params, body }, ask) => linkAnswer(signIn, params.token, ask, body.next),
    invalid: (_work, { params, problems }, ask) => linkForm(signIn, params.token, ask, problems),
  }),
  apiGet({
    path: '/api/v1/account/sessions',
    words: 'Where you are signed in',
    permission: ownAccount,
    audit: 'account.shown',
    output: z.object({ sessions: z.array(sessionView) }),
    handle: async (work) => {
      const viewer = officerOf(work);
      const sessions = await signIn.sessions(viewer);
      return { sessions: sessions.map((line) => ({ ...line, isThis: line.id === viewer.sessionId })) };
    },
  }),
  apiPost({
    path: '/api/v1/account/sessions/end-others',
    words: 'Sign out everywhere else; says how many sessions ended',
    permission: ownAccount,
    audit: 'account.sessions-ended',
    output: z.object({ ended: z.number() }),
    status: 200,
    handle: async (work) => ({ ended: await signIn.endOthers(officerOf(work)) }),
  }),
  apiPost({
    path: '/api/v1/account/password',
    words: 'Change your own password; every other session ends',
    permission: ownAccount,
    audit: 'account.password-changed',
    answersWhileHeld: true,
    body: passwordBody,
    output: z.object({ endedSessions: z.number() }),
    status: 200,
    example: passwordExample,
    handle: async (work, { body }) => {
      const viewer = officerOf(work);
      const answer = await signIn.changePassword(viewer, body.current, body.next);
      about(work, 'account', viewer.accountId, { changed: answer.ok });
      return answer.ok ? { endedSessions: answer.endedSessions } : demand(invalid(answer.problem));
    },
  }),
];

const ended = () => page('This link does not work', <LinkEndedPage />, { isPublic: true, status: 404 });

async function linkForm(signIn: SignIn, token: string, ask: Ask, problems: readonly FieldProblem[]) {
  const link = await signIn.nameOfLink(token);
  if (!link) return ended();
  const body = (
    <LinkPage username={link.username} action={`/password/${token}`} csrf={ask.csrf} problems={problems} />
  );
  return page('Set your password', body, { isPublic: true, problems });
}

async function linkAnswer(signIn: SignIn, token: string, ask: Ask, next: string) {
  const answer = await signIn.setPasswordByLink(token, next);
  if (answer.ok) return redirect('/sign-in', { session: null, flash: 'Password set. Sign in with it.' });
  return answer.problem ? linkForm(signIn, token, ask, [answer.problem]) : ended();
}
