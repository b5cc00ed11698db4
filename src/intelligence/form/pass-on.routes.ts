import { z } from 'zod';
import { mayReadWords, mayWork, openReport, rerouteReports } from '../../intake/index.ts';
import { demand, notFound } from '../../platform/failures/failures.ts';
import { act, apiPost, type Route } from '../../platform/http/declare.ts';
import { redirect } from '../../platform/http/reply.ts';
import type { Work } from '../../platform/http/work.ts';
import { submitItem } from '../item/submit.commands.ts';

/**
 * Puts what a report says into the unit's queue, as it stands now and without who reported it. It is written and never read again: twice is once, nothing of
 * it stands on the report, and nobody here is told what comes of it.
 */
async function passOn(work: Work, reportId: string): Promise<void> {
  const report = demand(await openReport(work, reportId));
  if (!mayWork(work.viewer, report) || !mayReadWords(work.viewer)) demand(notFound);
  demand(
    await submitItem(work, {
      receivedHow: report.isAnonymous ? 'anonymous' : 'complaint',
      title: `${report.issueName}: ${report.description}`.replace(/\s+/g, ' ').slice(0, 110),
      body: [report.description, report.placeWords, report.postcode].filter(Boolean).join('\n\n'),
      howKnown: `Reported to ${report.ownerAgencyName}, ${report.reference}; who reported it stays there`,
      ...{ knownWhen: '', fearsForSource: false, fearsWords: '', priority: 3, legacyGrade: '' },
      reportId,
    }),
  );
}
const params = z.object({ reportId: z.uuid() });
const words = 'Pass what a report says on to the intelligence unit';

/** Reports that are passed on to the unit's queue. */
export const passOnRoutes: readonly Route[] = [
  act({
    path: '/reports/:reportId/pass-on',
    words,
    permission: rerouteReports,
    audit: 'report.passed-on',
    params,
    example: { params: { reportId: '@reportId' } },
    handle: async (work, { params: { reportId } }) => {
      await passOn(work, reportId);
      return redirect(`/reports/${reportId}`, {
        flash:
          'Passed to the intelligence unit. Go on with the report as usual: nothing comes back of it here.',
      });
    },
  }),
  apiPost({
    path: '/api/v1/reports/:reportId/pass-on',
    words,
    permission: rerouteReports,
    audit: 'report.passed-on',
    params,
    output: z.object({ isPassedOn: z.literal(true) }),
    status: 200,
    example: { params: { reportId: '@reportId' } },
    handle: async (work, { params: { reportId } }) => {
      await passOn(work, reportId);
      return { isPassedOn: true as const };
    },
  }),
];
