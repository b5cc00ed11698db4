import { publishedAlerts } from '../court/index.ts';
import { findEdition } from '../enforcement/index.ts';
import { PUBLIC } from '../platform/access/permission.ts';
import { documentTypes } from '../platform/documents/model.ts';
import { demand, FailureThrown, notFound } from '../platform/failures/failures.ts';
import { addressWith } from '../platform/http/address.ts';
import { type Again, doneUnder } from '../platform/http/again.ts';
import { type Ask, act, download, type Route, show } from '../platform/http/declare.ts';
import { file as fileReply, type PageReply, page, redirect } from '../platform/http/reply.ts';
import { about, type Work } from '../platform/http/work.ts';
import { asTyped } from '../platform/ui/index.ts';
import { withHold } from '../records/index.ts';
import { draftTrader, editTrader, hiddenHome } from './trader.commands.ts';
import {
  checkedFilterSchema,
  draftTraderSchema,
  editTraderSchema,
  feeSchema,
  letterParams,
  proofParams,
  traderFilterSchema,
  traderParams,
} from './trader.forms.ts';
import { CheckedPage, FeesPage, TraderPage, TradersPage } from './trader.pages.tsx';
import { keepTraders } from './trader.permissions.ts';
import { openTrader, pageOfTraders, traderPageView } from './trader.queries.ts';
import { checkedTraders } from './trader.store.ts';
import { traderExamples } from './trader.words.ts';
import { TraderDraftForm } from './trader-form.pages.tsx';
import { addFee } from './trader-member.commands.ts';
import { findProofCopy, listFees } from './trader-parts.store.ts';

/** What was typed and what is wrong with it, and in which form of the page. */
export interface TraderAgain extends Again {
  /** The form of the page that was answered; a decision about a complaint goes by the complaint. */
  form?: string;
}
const nothing: TraderAgain = { problems: [], typed: {} };
const marking = 'OFFICIAL-SENSITIVE';
const back = { href: '/traders', text: 'Checked traders' };

/** The page of a file, with a form on it shown again where it was refused. */
export async function shownTrader(
  work: Work,
  id: string,
  ask: Ask,
  again: TraderAgain = nothing,
): Promise<PageReply> {
  const view = demand(await traderPageView(work, id));
  return page(
    `Checked trader ${view.file.reference}`,
    await withHold(
      work,
      'trader',
      id,
      <TraderPage {...view} csrf={ask.csrf} today={work.clock.today()} {...again} />,
    ),
    { back, marking, problems: again.problems, looksUp: true },
  );
}

/** After an act: back to the file with a line that says what happened; a refused field shows the form again. */
export const traderDone = doneUnder('/traders');

const newForm = (ask: Ask, again: TraderAgain) =>
  page(
    'Write down an application',
    <TraderDraftForm
      title="Write down an application"
      action="/traders"
      hidden={{}}
      csrf={ask.csrf}
      {...again}
    />,
    { back, problems: again.problems },
  );
async function editForm(work: Work, id: string, ask: Ask, again?: TraderAgain) {
  const file = demand(await openTrader(work, id));
  if (file.status !== 'applied') throw new FailureThrown(notFound.failure);
  if (file.isHidden) demand(hiddenHome);
  const typed = asTyped({ ...file, vehicles: file.vehicles.join('\n') });
  return page(
    'Change the application',
    <TraderDraftForm
      title="Change the application"
      action={`/traders/${id}/edit`}
      hidden={{ version: file.version }}
      csrf={ask.csrf}
      {...(again ?? { problems: [], typed: { ...typed, trades: file.trades } })}
    />,
    { back: { href: `/traders/${id}`, text: 'The file' }, problems: again?.problems ?? [] },
  );
}
const feesPage = async (work: Work, ask: Ask, again: TraderAgain) =>
  page('Fees of the scheme', <FeesPage fees={await listFees(work)} csrf={ask.csrf} {...again} />, {
    back,
    problems: again.problems,
  });

/** The list that anybody reads. */
const publicRoutes: readonly Route[] = [
  show({
    path: '/checked-traders',
    words: 'Members of the scheme of checked traders, by trade and district',
    permission: PUBLIC,
    audit: 'checked-trader.listed',
    query: checkedFilterSchema,
    handle: async (work, { query: { trade, districtCode } }) => {
      const all = await checkedTraders(work);
      const traders = all.filter(
        (one) =>
          (!trade || one.trades.includes(trade)) && (!districtCode || one.districtCode === districtCode),
      );
      const alerts = (await publishedAlerts(work, trade)).filter(({ trades }) => trades.length > 0);
      // Only districts that have one: the public has no other list of areas here.
      const districts = [
        ...new Map(
          all.flatMap((one) =>
            one.districtCode ? [[one.districtCode, one.districtName ?? one.districtCode]] : [],
          ),
        ),
      ].map(([code = '', name = '']) => ({ code, name }));
      return page(
        'Find a checked trader',
        <CheckedPage {...{ traders, trade, districtCode, districts, alerts }} />,
        {
          isPublic: true,
          wide: true,
        },
      );
    },
  }),
];

const listRoutes: readonly Route[] = [
  show({
    path: '/traders',
    words: 'Applications and members of the scheme of checked traders, the latest first',
    permission: keepTraders,
    audit: 'trader.listed',
    query: traderFilterSchema,
    handle: async (work, { query: filter }) => {
      const { files, next } = await pageOfTraders(work, filter);
      const nextHref = next ? addressWith('/traders', filter, { after: next }) : undefined;
      return page('Checked traders', <TradersPage {...{ files, filter, nextHref }} />, {
        wide: true,
        marking,
      });
    },
  }),
  show({
    path: '/traders/new',
    words: 'The form for an application to the scheme',
    permission: keepTraders,
    audit: 'trader.new-shown',
    handle: (_work, _input, ask) => newForm(ask, nothing),
  }),
  act({
    path: '/traders',
    words: 'Write down an application to the scheme',
    permission: keepTraders,
    audit: 'trader.applied',
    body: draftTraderSchema,
    example: { body: traderExamples.draft },
    handle: async (work, { body }) => {
      const result = await draftTrader(work, body);
      return traderDone(result, 'Saved. See what is still needed.');
    },
    invalid: (_work, { raw, problems }, ask) => newForm(ask, { problems, typed: raw }),
  }),
  show({
    path: '/traders/fees',
    words: 'Fees that the scheme adopted, and since when',
    permission: keepTraders,
    audit: 'trader.fees-shown',
    handle: (work, _input, ask) => feesPage(work, ask, nothing),
  }),
  act({
    path: '/traders/fees',
    words: 'Adopt a fee of the scheme from a day on',
    permission: keepTraders,
    audit: 'trader.fee-adopted',
    body: feeSchema,
    example: { body: traderExamples.fee },
    handle: async (work, { body }) => {
      const result = await addFee(work, body);
      demand(result);
      return redirect('/traders/fees', { flash: 'Adopted' });
    },
    invalid: (work, { raw, problems }, ask) => feesPage(work, ask, { problems, typed: raw }),
  }),
];

/** The scheme of checked traders: the public's list, the files, their letters and papers. */
export const traderFileRoutes: readonly Route[] = [
  ...publicRoutes,
  ...listRoutes,
  show({
    path: '/traders/:traderId',
    words: 'The file of one trader: application, papers, vetting, checks, membership',
    permission: keepTraders,
    audit: 'trader.opened',
    params: traderParams,
    handle: (work, { params }, ask) => shownTrader(work, params.traderId, ask),
  }),
  show({
    path: '/traders/:traderId/edit',
    words: 'The form for changing an application before it goes to vetting',
    permission: keepTraders,
    audit: 'trader.edit-shown',
    params: traderParams,
    handle: (work, { params }, ask) => editForm(work, params.traderId, ask),
  }),
  act({
    path: '/traders/:traderId/edit',
    words: 'Change an application before it goes to vetting',
    permission: keepTraders,
    audit: 'trader.edited',
    params: traderParams,
    body: editTraderSchema,
    example: { body: { ...traderExamples.draft, version: 1 } },
    handle: async (work, { params, body }) => {
      const result = await editTrader(work, { ...params, ...body });
      return traderDone(result, 'Saved');
    },
    invalid: (work, { params, raw, problems }, ask) =>
      editForm(work, params.traderId, ask, { problems, typed: raw }),
  }),
  download({
    path: '/traders/:traderId/papers/:proofId',
    words: 'The copy of a paper that a firm showed',
    permission: keepTraders,
    audit: 'trader.paper-opened',
    params: proofParams,
    handle: async (work, { params }) => {
      const file = demand(await openTrader(work, params.traderId));
      if (file.isHidden) demand(hiddenHome);
      const copy = (await findProofCopy(work, file.id, params.proofId)) ?? demand(notFound);
      about(work, 'trader', file.id, { sha256: copy.sha256 });
      return fileReply(copy.name, copy.mediaType, copy.content);
    },
  }),
  download({
    path: '/traders/:traderId/letters/:letter/:edition/:format',
    words: 'A letter as it went to the firm, the very bytes that were made',
    permission: keepTraders,
    audit: 'trader.letter-opened',
    params: letterParams,
    example: { params: { letter: 'refusal', format: 'pdf' } },
    handle: async (work, { params }) => {
      const file = demand(await openTrader(work, params.traderId));
      const { letter, edition, format } = params;
      const paper =
        (await findEdition(work, 'trader', file.id, { kind: letter, version: edition, format })) ??
        demand(notFound);
      about(work, 'trader', file.id, { letter, sha256: paper.sha256 });
      return fileReply(paper.name, documentTypes[format], paper.content, format === 'pdf');
    },
  }),
];
