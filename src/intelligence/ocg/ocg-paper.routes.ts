import { toDocx } from '../../platform/documents/docx.ts';
import { documentTypes } from '../../platform/documents/model.ts';
import { toPdf } from '../../platform/documents/pdf.ts';
import { demand } from '../../platform/failures/failures.ts';
import { download, type Route } from '../../platform/http/declare.ts';
import { file } from '../../platform/http/reply.ts';
import { officerOf } from '../../platform/http/work.ts';
import { readIntelligence } from '../intelligence.permissions.ts';
import { openOcg } from './ocg.commands.ts';
import { ocgParams } from './ocg.forms.ts';
import { ocgPaper } from './ocg.paper.ts';

/** A card of a group as a paper. */
export const ocgPaperRoutes: readonly Route[] = (['pdf', 'docx'] as const).map((kind) =>
  download({
    path: `/intelligence/groups/:ocgId/files/${kind}`,
    words: `The card of an organised crime group as ${kind === 'pdf' ? 'PDF' : 'a Word file'}, for the unit`,
    permission: readIntelligence,
    audit: 'ocg.exported',
    params: ocgParams,
    example: { params: { ocgId: '@ocgId' } },
    handle: async (work, { params: { ocgId } }) => {
      const { card, parts } = demand(await openOcg(work, ocgId));
      const paper = ocgPaper(card, parts, { agencyName: officerOf(work).agencyName, at: work.clock.now() });
      const made = kind === 'pdf' ? await toPdf(paper) : await toDocx(paper);
      return file(`group-${card.reference}.${kind}`, documentTypes[kind], made);
    },
  }),
);
