import { listServices } from '../../directory/index.ts';
import { toDocx } from '../../platform/documents/docx.ts';
import { documentTypes } from '../../platform/documents/model.ts';
import { toPdf } from '../../platform/documents/pdf.ts';
import { demand, type FieldProblem } from '../../platform/failures/failures.ts';
import { type Ask, act, download, type Route, show } from '../../platform/http/declare.ts';
import { file, type PageReply, page, redirect } from '../../platform/http/reply.ts';
import { officerOf, type Work } from '../../platform/http/work.ts';
import { readPackages } from '../intelligence.permissions.ts';
import { figuresOf } from '../problem/problem.store.ts';
import { mapOf } from '../spots/spots.view.ts';
import { packageParams } from './draft.forms.ts';
import {
  acknowledge,
  answerPackage,
  openPackage,
  packageToExport,
  rateUsefulness,
  tellOutcome,
} from './package.commands.ts';
import { answerSchema, outcomeSchema, usefulnessSchema } from './package.forms.ts';
import { PackagePage, PackagesPage } from './package.pages.tsx';
import { packagePaper } from './package.paper.ts';
import { comeBack, listPackages, type Package, textOf } from './package.store.ts';
import { productWords } from './package.words.ts';
import { ratingsOf } from './usefulness.store.ts';

const marking = 'OFFICIAL-SENSITIVE';
const back = { href: '/packages', text: 'Intelligence packages' };
const params = { packageId: '@packageId' };

/** The figures of a problem profile, once its conditions are acknowledged, with the map that they lie on. */
async function figuresShown(work: Work, given: Package) {
  const figures = given.acknowledgedAt ? await figuresOf(work, given.id) : undefined;
  return figures && { figures, map: await mapOf(work, figures.spots) };
}

async function packagePage(
  work: Work,
  id: string,
  ask: Ask,
  { problems = [], typed = {} }: { problems?: readonly FieldProblem[]; typed?: Record<string, unknown> } = {},
): Promise<PageReply> {
  const given = demand(await openPackage(work, id));
  const mine = officerOf(work).serviceIds;
  const view = {
    ...{ given, text: given.acknowledgedAt ? await textOf(work, id) : [] },
    ...(await comeBack(work, id)),
    figures: await figuresShown(work, given),
    own: (await ratingsOf(work, id))[0],
    services: (await listServices(work.db)).filter((service) => mine.includes(service.id)),
    today: work.clock.today(),
  };
  return page(
    `${productWords[given.product]} ${given.reference}`,
    <PackagePage {...view} csrf={ask.csrf} {...{ problems, typed }} />,
    {
      problems,
      marking,
      back,
    },
  );
}

/** Packages on the side of their recipients. */
export const packageRoutes: readonly Route[] = [
  show({
    path: '/packages',
    words: 'Intelligence packages that name you or your agency',
    permission: readPackages,
    audit: 'intelligence-package.listed',
    handle: async (work) =>
      page(
        'Intelligence packages',
        <PackagesPage packages={await listPackages(work)} today={work.clock.today()} />,
        { marking },
      ),
  }),
  show({
    path: '/packages/:packageId',
    words: 'One intelligence package: its conditions, and its words once they are acknowledged',
    permission: readPackages,
    audit: 'intelligence-package.opened',
    params: packageParams,
    handle: (work, { params: { packageId } }, ask) => packagePage(work, packageId, ask),
  }),
  act({
    path: '/packages/:packageId/acknowledge',
    words: 'Acknowledge the conditions of a package',
    permission: readPackages,
    audit: 'intelligence-package.acknowledged',
    params: packageParams,
    example: { params },
    handle: async (work, { params: { packageId } }) => {
      demand(await acknowledge(work, packageId));
      return redirect(`/packages/${packageId}`);
    },
  }),
  act({
    path: '/packages/:packageId/answer',
    words: 'Accept a package, or reject it with the reason',
    permission: readPackages,
    audit: 'intelligence-package.answered',
    params: packageParams,
    body: answerSchema,
    example: { params, body: { answer: 'accepted' } },
    handle: async (work, { params: { packageId }, body }) => {
      demand(await answerPackage(work, { packageId, ...body }));
      return redirect(`/packages/${packageId}`, { flash: 'Answered' });
    },
    invalid: (work, { params: { packageId }, raw, problems }, ask) =>
      packagePage(work, packageId, ask, { problems, typed: raw }),
  }),
  act({
    path: '/packages/:packageId/outcome',
    words: 'Tell the intelligence unit what came of a package',
    permission: readPackages,
    audit: 'intelligence-package.outcome-told',
    params: packageParams,
    body: outcomeSchema,
    example: { params, body: { result: 'used', words: 'Visited and advised' } },
    handle: async (work, { params: { packageId }, body }) => {
      demand(await tellOutcome(work, { packageId, ...body }));
      return redirect(`/packages/${packageId}`, { flash: 'The unit is told' });
    },
    invalid: (work, { params: { packageId }, raw, problems }, ask) =>
      packagePage(work, packageId, ask, { problems, typed: raw }),
  }),
  act({
    path: '/packages/:packageId/usefulness',
    words: 'Say how useful a package or a problem profile was',
    permission: readPackages,
    audit: 'intelligence-package.rated',
    params: packageParams,
    body: usefulnessSchema,
    example: { params, body: { score: 4, useWords: 'Sooner' } },
    handle: async (work, { params: { packageId }, body }) => {
      demand(await rateUsefulness(work, { packageId, ...body }));
      return redirect(`/packages/${packageId}`, { flash: 'The unit is told' });
    },
    invalid: (work, { params: { packageId }, raw, problems }, ask) =>
      packagePage(work, packageId, ask, { problems, typed: raw }),
  }),
  ...(['pdf', 'docx'] as const).map((kind) =>
    download({
      path: `/packages/:packageId/files/${kind}`,
      words: `A package as ${kind === 'pdf' ? 'PDF' : 'a Word file'}, where no condition forbids it`,
      permission: readPackages,
      audit: 'intelligence-package.exported',
      params: packageParams,
      example: { params },
      handle: async (work, { params: { packageId } }) => {
        const given = demand(await packageToExport(work, packageId));
        const paper = packagePaper(given, await textOf(work, packageId), await figuresOf(work, packageId));
        const name = `${given.product}-${given.reference}.${kind}`;
        return file(name, documentTypes[kind], kind === 'pdf' ? await toPdf(paper) : await toDocx(paper));
      },
    }),
  ),
];
