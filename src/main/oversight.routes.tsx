import { sql } from 'kysely';
import { z } from 'zod';
import { permission } from '../platform/access/permission.ts';
import { verifyChains } from '../platform/audit/verify.ts';
import { demand, notFound } from '../platform/failures/failures.ts';
import { act, type Route, show } from '../platform/http/declare.ts';
import { page, redirect } from '../platform/http/reply.ts';
import { officerOf } from '../platform/http/work.ts';
import { enqueue } from '../platform/jobs/jobs.ts';
import {
  AdministrationPage,
  AuditPage,
  type AuditRow,
  ChainsPage,
  type DeadJob,
} from './oversight.pages.tsx';

const readAudit = permission('audit.read', 'Read who did and saw what', ['auditor']);
export const administer = permission(
  'administration',
  'See and retry jobs that failed, and see what mail was sent',
  ['directory-administrator'],
);

const auditQuery = z.object({
  event: z.string().max(80).default(''),
  recordId: z.string().max(60).default(''),
  before: z.preprocess((raw) => (raw === '' ? undefined : raw), z.iso.datetime().optional()),
});

/** Reading the audit, and what failed in the background. */
export const oversightRoutes: readonly Route[] = [
  show({
    path: '/audit',
    words: 'The audit, newest first',
    permission: readAudit,
    audit: 'audit.read',
    query: auditQuery,
    handle: async (work, { query }) => {
      const { rows } = await sql<AuditRow>`
        select e.at, e.event, e.outcome, e.actor_kind, o.name as officer_name, a.name as agency_name, e.side, e.record_kind, e.record_id,
          case when e.agency_id = ${officerOf(work).agencyId} and e.side not in ('INTEL', 'SEALED') then e.purpose end as purpose,
          case when e.agency_id = ${officerOf(work).agencyId} and e.side not in ('INTEL', 'SEALED') then e.detail else '{}'::jsonb end as detail
        from platform.audit_entry e left join directory.officer o on o.id = e.officer_id left join directory.agency a on a.id = e.agency_id
        where (${query.event} = '' or e.event like ${`${query.event}%`}) and (${query.recordId} = '' or e.record_id = ${query.recordId})
          and e.at < ${query.before ?? '9999-01-01T00:00:00Z'}::timestamptz
        order by e.at desc, e.chain, e.seq limit 51`.execute(work.db);
      return page(
        'Audit',
        <AuditPage
          rows={rows.slice(0, 50)}
          hasMore={rows.length > 50}
          event={query.event}
          recordId={query.recordId}
        />,
        { wide: true },
      );
    },
  }),
  show({
    path: '/audit/chains',
    words: 'Whether the chains of the audit hold, worked out anew',
    permission: readAudit,
    audit: 'audit.chains-verified',
    handle: async (work) => {
      const chains = await verifyChains(work.db);
      work.note.detail = {
        entries: chains.reduce((sum, { rows }) => sum + rows, 0),
        broken: chains.filter(({ firstBreak }) => firstBreak).length,
      };
      return page('Chains of the audit', <ChainsPage chains={chains} />, {
        back: { href: '/audit', text: 'Audit' },
      });
    },
  }),
  show({
    path: '/administration',
    words: 'Jobs that failed for the last time',
    permission: administer,
    audit: 'administration.read',
    handle: async (work, _input, ask) => {
      const jobs = await work.db
        .selectFrom('platform.deadLetter')
        .select(['id', 'task', 'errorKind', 'attempts', 'diedAt'])
        .where('retriedAt', 'is', null)
        .orderBy('diedAt', 'desc')
        .limit(100)
        .execute();
      return page(
        'Administration',
        <AdministrationPage
          jobs={jobs.map((job) => ({ ...job, id: String(job.id) })) as readonly DeadJob[]}
          csrf={ask.csrf}
        />,
      );
    },
  }),
  act({
    path: '/administration/jobs/:jobId/retry',
    words: 'Try a failed job again',
    permission: administer,
    audit: 'administration.job-retried',
    params: z.object({ jobId: z.coerce.number().int().positive() }),
    example: { params: { jobId: '1' } },
    handle: async (work, { params }) => {
      const job = await work.db
        .selectFrom('platform.deadLetter')
        .selectAll()
        .where('id', '=', String(params.jobId))
        .where('retriedAt', 'is', null)
        .executeTakeFirst();
      if (!job) return demand(notFound);
      await enqueue(
        work.db,
        job.task,
        z.record(z.string(), z.union([z.string(), z.number()])).parse(job.payload),
      );
      await work.db
        .updateTable('platform.deadLetter')
        .set({ retriedAt: work.clock.now(), retriedBy: officerOf(work).officerId })
        .where('id', '=', job.id)
        .execute();
      return redirect('/administration', { flash: 'The job is in the queue again.' });
    },
  }),
];
