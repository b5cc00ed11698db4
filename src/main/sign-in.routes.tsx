import { z } from 'zod';
import { anyRole } from '../directory/index.ts';
import { PUBLIC, permission } from '../platform/access/permission.ts';
import { invalid, FailureThrown } from '../platform/failures/failures.ts';
import { act, apiPost, type Route } from '../platform/http/declare.ts';
import { redirect } from '../platform/http/reply.ts';
import type { SignIn } from '../platform/sign-in/sign-in.ts';

export const stayedSignedIn = permission('sign-in.stay', 'Keep your session going', anyRole);

const wrongWords = (words: string): never => {
  throw new FailureThrown(invalid({ field: 'username', words }).failure);
};

/** Only a path of this site: never an address elsewhere. */
const safeNext = (next: string | undefined): string => (next && /^\/(?![/\\])/.test(next) ? next : '/home');

const sessionBody = z.union([z.object({ persona: z.string().max(100) }), z.object({ username: z.string().max(100), password: z.string().max(200) })], {
  error: 'Send either persona, or username and password',
});

export const signInRoutes = (signIn: SignIn): readonly Route[] => [
  act({
    path: '/sign-in/persona',
    words: 'Sign in as one of the made-up people of the demonstration',
    permission: PUBLIC,
    audit: 'sign-in.persona',
    body: z.object({ username: z.string().max(100), next: z.string().max(500).optional() }),
    example: { body: { username: 'nobody' } },
    handle: async (_work, { body }) => {
      const answer = await signIn.asPersona(body.username, 'form');
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
    handle: async (_work, { body }) => {
      const answer = 'persona' in body ? await signIn.asPersona(body.persona, 'api') : await signIn.withPassword(body.username, body.password, 'api');
      return answer.ok ? { token: answer.token } : wrongWords(answer.words);
    },
  }),
];
