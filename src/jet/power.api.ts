import { z } from 'zod';
import { demand, notFound, ok, type Result } from '../platform/failures/failures.ts';
import { apiGet, apiPost, type Route } from '../platform/http/declare.ts';
import { about } from '../platform/http/work.ts';
import {
  issueReaccreditation,
  openReaccreditation,
  stopReaccreditation,
  tickReaccreditation,
} from './accreditation.commands.ts';
import { findReaccreditation, listReaccreditations, type Reaccreditation } from './accreditation.store.ts';
import { jetExamples } from './jet.examples.ts';
import { issuePowers, readPowers, readReaccreditations, renewPowers, usePowers } from './jet.permissions.ts';
import { askPower, recordUse } from './power.commands.ts';
import {
  askSchema,
  issueSchema,
  openSchema,
  reaccreditationParams,
  tickSchema,
  useSchema,
} from './power.forms.ts';
import { listHeld } from './power.store.ts';
import { versionSchema } from './time.forms.ts';

const day = z.string().nullable();
const heldView = z.object({
  officerId: z.string(),
  officerName: z.string(),
  kind: z.string(),
  what: z.string(),
  references: z.string(),
  badgeNumber: z.string().nullable(),
  status: z.string(),
  endsOn: day,
  holding: z.string(),
  within: z.number().optional(),
});
const saidView = z.object({
  may: z.boolean(),
  words: z.string(),
  unmet: z.array(z.object({ code: z.string(), words: z.string(), mend: z.string() })),
  others: z.array(z.string()),
});
export const reaccreditationView = z.object({
  id: z.string(),
  reference: z.string(),
  officerId: z.string(),
  officerName: z.string(),
  agencyName: z.string(),
  forceAgencyName: z.string(),
  status: z.string(),
  vettedOn: day,
  trainedOn: day,
  assessedOn: day,
  powers: z.array(z.string()),
  badgeNumber: z.string().nullable(),
  issuedOn: day,
  expiresOn: day,
  version: z.number(),
});
const path = '/api/v1/reaccreditations';
const one = { params: reaccreditationParams, output: reaccreditationView };
const after = async (result: Promise<Result<Reaccreditation>>) => demand(await result);

/** Powers, their use, and accreditation anew as JSON: the same commands as the pages. */
export const powerApi: readonly Route[] = [
  apiGet({
    path: '/api/v1/team-powers',
    words: 'Who of your agency holds which power, vetting and training, and until when',
    permission: readPowers,
    audit: 'power.listed',
    output: z.object({ held: z.array(heldView) }),
    handle: async (work) => ({ held: await listHeld(work) }),
  }),
  apiGet({
    path: '/api/v1/team-powers/ask',
    words: 'Whether you may use a power here today, why not, and who could',
    permission: usePowers,
    audit: 'power.asked',
    query: askSchema,
    output: saidView,
    example: { query: jetExamples.ask },
    handle: async (work, { query }) => {
      const { answer, others } = demand(await askPower(work, query));
      return answer.ok
        ? { may: true, words: answer.words, unmet: [], others }
        : { may: false, words: '', unmet: [...answer.unmet], others };
    },
  }),
  apiPost({
    path: '/api/v1/team-powers/uses',
    words: 'Record that you used a power; refused where you do not hold it here and now',
    permission: usePowers,
    audit: 'power.used',
    body: useSchema,
    output: z.object({ id: z.string(), reference: z.string() }),
    example: { body: jetExamples.use },
    handle: async (work, { body }) => demand(await recordUse(work, body)),
  }),
  apiGet({
    path,
    words: 'Accreditations anew: of your team, or those your force is to issue',
    permission: readReaccreditations,
    audit: 'reaccreditation.listed',
    output: z.object({ reaccreditations: z.array(reaccreditationView) }),
    handle: async (work) => ({ reaccreditations: await listReaccreditations(work) }),
  }),
  apiPost({
    path,
    words: 'Begin an accreditation anew for an officer of your agency',
    permission: renewPowers,
    audit: 'reaccreditation.opened',
    body: openSchema,
    output: reaccreditationView,
    example: { body: { officerId: '@jetOfficerId' } },
    handle: (work, { body }) => after(openReaccreditation(work, body)),
  }),
  apiGet({
    ...one,
    path: `${path}/:reaccreditationId`,
    words: 'One accreditation anew with its ticks',
    permission: readReaccreditations,
    audit: 'reaccreditation.read',
    handle: async (work, { params }) => {
      const found = await findReaccreditation(work, params.reaccreditationId);
      about(work, 'reaccreditation', params.reaccreditationId);
      return demand(found ? ok(found) : notFound);
    },
  }),
  apiPost({
    ...one,
    path: `${path}/:reaccreditationId/tick`,
    words: 'Record that an officer of your agency was vetted, trained or assessed anew',
    permission: renewPowers,
    audit: 'reaccreditation.ticked',
    body: tickSchema,
    status: 200,
    example: { body: jetExamples.tick },
    handle: (work, { params, body }) => after(tickReaccreditation(work, { ...params, ...body })),
  }),
  apiPost({
    ...one,
    path: `${path}/:reaccreditationId/issue`,
    words: 'Issue an accreditation for the force, with its powers, badge number and last day',
    permission: issuePowers,
    audit: 'reaccreditation.issued',
    body: issueSchema,
    status: 200,
    example: { body: jetExamples.issue },
    handle: (work, { params, body }) => after(issueReaccreditation(work, { ...params, ...body })),
  }),
  apiPost({
    ...one,
    path: `${path}/:reaccreditationId/stop`,
    words: 'Stop an accreditation anew that is not issued yet',
    permission: renewPowers,
    audit: 'reaccreditation.stopped',
    body: versionSchema,
    status: 200,
    example: { body: { version: 1 } },
    handle: (work, { params, body }) => after(stopReaccreditation(work, { ...params, ...body })),
  }),
];
