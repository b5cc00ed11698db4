import { z } from 'zod';
import { demand, notFound, refusedByRule } from '../platform/failures/failures.ts';
import { act, apiGet, type Route, show } from '../platform/http/declare.ts';
import { page, redirect } from '../platform/http/reply.ts';
import type { Work } from '../platform/http/work.ts';
import { enqueue } from '../platform/jobs/jobs.ts';
import { demonstrationMail, findMail, mailCounts, pageOfMail } from '../platform/mail/mail.store.ts';
import { type MailKind, MessagePage, OutboxPage } from './mail.pages.tsx';
import { administer } from './oversight.routes.tsx';

const messageParams = z.object({ messageId: z.uuid() });
const outboxQuery = z.object({
  state: z.enum(['', 'waiting', 'sent', 'failed']).default(''),
  after: z
    .string()
    .regex(/^\d{4}-[\dT:.Z-]{10,30}~[0-9a-f-]{36}$/)
    .optional(),
});

const instant = z.date().transform((at) => at.toISOString());
const messageView = z.object({
  id: z.string(),
  reason: z.string(),
  toDomain: z.string().nullable(),
  queuedAt: instant,
  state: z.string(),
  attempts: z.number(),
  nextTryAt: instant.nullable(),
  sentAt: instant.nullable(),
  fault: z.string().nullable(),
});

const opened = async (work: Work, id: string) => (await findMail(work.db, id)) ?? demand(notFound);

/** What has been written to people outside, and whether it has left. */
export const mailRoutes = (kind: MailKind): readonly Route[] => [
  show({
    path: '/administration/mail',
    words: 'Messages and whether they were sent',
    permission: administer,
    audit: 'mail.listed',
    query: outboxQuery,
    handle: async (work, { query }) => {
      const { messages, next } = await pageOfMail(work.db, query);
      const counts = await mailCounts(work.db);
      const nextHref = next
        ? `/administration/mail?${new URLSearchParams({ state: query.state, after: next }).toString()}`
        : undefined;
      const props = { kind, messages, counts, state: query.state, nextHref };
      return page('Outbox', <OutboxPage {...props} />, {
        wide: true,
        back: { href: '/administration', text: 'Administration' },
      });
    },
  }),
  show({
    path: '/administration/mail/:messageId',
    words: 'One message and its tries',
    permission: administer,
    audit: 'mail.opened',
    params: messageParams,
    handle: async (work, { params }, ask) => {
      const message = await opened(work, params.messageId);
      const words = kind === 'demonstration' ? await demonstrationMail(work.db, message.id) : undefined;
      const body = <MessagePage message={message} kind={kind} words={words} csrf={ask.csrf} />;
      return page(`Message: ${message.reason}`, body, {
        back: { href: '/administration/mail', text: 'Outbox' },
      });
    },
  }),
  act({
    path: '/administration/mail/:messageId/retry',
    words: 'Try again to send a message that was given up',
    permission: administer,
    audit: 'mail.retried',
    params: messageParams,
    handle: async (work, { params }) => {
      const message = await opened(work, params.messageId);
      if (kind !== 'smtp' || message.state !== 'failed')
        return demand(
          refusedByRule(
            'mail.not-given-up',
            'This message has not been given up, or nothing can be sent.',
            'Wait for its next try, or have SMTP_URL set.',
          ),
        );
      await enqueue(work.db, 'send-mail', { messageId: message.id }, { key: `send-mail ${message.id}` });
      return redirect(`/administration/mail/${message.id}`, { flash: 'The message is in the queue again.' });
    },
  }),
  apiGet({
    path: '/api/v1/administration/mail',
    words: 'Messages and whether they were sent, a page at a time',
    permission: administer,
    audit: 'mail.listed',
    query: outboxQuery,
    output: z.object({ messages: z.array(messageView), next: z.string().nullable() }),
    handle: (work, { query }) => pageOfMail(work.db, query),
  }),
];
