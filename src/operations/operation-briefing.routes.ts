import { toDocx } from '../platform/documents/docx.ts';
import { documentTypes } from '../platform/documents/model.ts';
import { toPdf } from '../platform/documents/pdf.ts';
import { demand, notFound } from '../platform/failures/failures.ts';
import { download, type Route } from '../platform/http/declare.ts';
import { file } from '../platform/http/reply.ts';
import { briefingOf } from './operation.documents.ts';
import { operationParams } from './operation.forms.ts';
import { readOperations } from './operation.permissions.ts';
import { operationPageView } from './operation.queries.ts';

/** The briefing pack to carry along, for agencies that take part or have still to answer: whoever said no has none. */
export const operationBriefingRoutes: readonly Route[] = (['pdf', 'docx'] as const).map((kind) =>
  download({
    path: `/operations/:operationId/briefing.${kind}`,
    words: `The briefing pack of a day of action as ${kind === 'pdf' ? 'PDF' : 'a Word file'}`,
    permission: readOperations,
    audit: 'operation.briefing-opened',
    params: operationParams,
    handle: async (work, { params: { operationId } }) => {
      const view = demand(await operationPageView(work, operationId));
      if (view.own?.state === 'declined') return demand(notFound);
      const paper = briefingOf({ ...view, asAt: work.clock.now() });
      const name = `${view.operation.reference}-briefing.${kind}`;
      return file(name, documentTypes[kind], kind === 'pdf' ? await toPdf(paper) : await toDocx(paper));
    },
  }),
);
