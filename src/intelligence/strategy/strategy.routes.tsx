import { z } from 'zod';
import { mayUse } from '../../platform/access/permission.ts';
import { documentTypes } from '../../platform/documents/model.ts';
import { toPdf } from '../../platform/documents/pdf.ts';
import { demand } from '../../platform/failures/failures.ts';
import type { Again } from '../../platform/http/again.ts';
import { type Ask, act, apiGet, apiPost, download, type Route, show } from '../../platform/http/declare.ts';
import { file, page, redirect } from '../../platform/http/reply.ts';
import { officerOf, type Work } from '../../platform/http/work.ts';
import { keepStrategy, readIntelligence } from '../intelligence.permissions.ts';
import { agreeStrategy, openStrategy } from './strategy.commands.ts';
import { atPlaces, strategyExample, strategyParams, strategySchema, typedOf } from './strategy.forms.ts';
import { NewStrategyPage, StrategiesPage, StrategyPage, strategyPath } from './strategy.pages.tsx';
import { strategyPaper } from './strategy.paper.ts';
import { listStrategies, prioritiesOf, strategyInForce } from './strategy.store.ts';

const marking = 'OFFICIAL-SENSITIVE';
const back = { href: strategyPath, text: 'Control strategy' };
const example = { params: { strategyId: '@strategyId' } };
const reading = { permission: readIntelligence, params: strategyParams, example };
const agreeing = {
  permission: keepStrategy,
  words: 'Write down a version of the control strategy as it was agreed',
  audit: 'intelligence-strategy.agreed',
  body: strategySchema,
  example: { body: { ...strategyExample, version: 1 } },
};

async function newPage(work: Work, ask: Ask, again?: Again) {
  const [newest] = await listStrategies(work);
  const typed = again?.typed ?? typedOf(newest, newest ? await prioritiesOf(work, newest.id) : []);
  const problems = atPlaces(again?.problems ?? []);
  const body = <NewStrategyPage number={newest?.number ?? 0} csrf={ask.csrf} {...{ problems, typed }} />;
  return page('The next control strategy', body, { problems, marking, back });
}

const strategyShape = z.object({
  ...{
    id: z.string(),
    reference: z.string(),
    number: z.number(),
    agreedOn: z.string(),
    agreedBy: z.string(),
  },
  ...{ startsOn: z.string(), endsOn: z.string(), lookAgainOn: z.string(), words: z.string() },
  isInForce: z.boolean(),
});
const wholeShape = strategyShape.extend({
  priorities: z.array(
    z.object({
      ...{ id: z.string(), position: z.number(), title: z.string(), kinds: z.array(z.string()) },
      ...{ prevention: z.string(), intelligence: z.string(), enforcement: z.string() },
      requirements: z.array(
        z.object({ id: z.string(), reference: z.string(), question: z.string(), items: z.number() }),
      ),
      products: z.array(
        z.object({
          ...{ id: z.string(), reference: z.string(), title: z.string() },
          ...{ product: z.string(), state: z.string() },
        }),
      ),
    }),
  ),
});
async function whole(work: Work, id: string) {
  const { strategy, priorities } = demand(await openStrategy(work, id));
  return { ...strategy, priorities };
}

/** The control strategy of the unit: pages, its paper, and the same as JSON. */
export const strategyRoutes: readonly Route[] = [
  show({
    path: strategyPath,
    words: 'The control strategy that holds, and every version of it',
    permission: readIntelligence,
    audit: 'intelligence-strategy.listed',
    handle: async (work) => {
      const strategy = await strategyInForce(work);
      const body = (
        <StrategiesPage
          strategies={await listStrategies(work)}
          inForce={strategy && { strategy, priorities: await prioritiesOf(work, strategy.id) }}
          mayKeep={mayUse(work.viewer, keepStrategy)}
          today={work.clock.today()}
        />
      );
      return page('Control strategy', body, { marking });
    },
  }),
  show({
    path: `${strategyPath}/new`,
    words: 'The form of the next control strategy',
    permission: keepStrategy,
    audit: 'intelligence-strategy.form-shown',
    handle: (work, _input, ask) => newPage(work, ask),
  }),
  act({
    ...{ ...agreeing, path: strategyPath },
    handle: async (work, { body }) =>
      redirect(`${strategyPath}/${demand(await agreeStrategy(work, body)).id}`, { flash: 'Kept' }),
    invalid: (work, { raw, problems }, ask) => newPage(work, ask, { problems, typed: raw }),
  }),
  show({
    ...{ ...reading, path: `${strategyPath}/:strategyId` },
    words: 'One version of the control strategy, with what answers each priority',
    audit: 'intelligence-strategy.opened',
    handle: async (work, { params: { strategyId } }) => {
      const found = demand(await openStrategy(work, strategyId));
      const body = <StrategyPage {...found} today={work.clock.today()} />;
      return page(`Control strategy ${found.strategy.reference}`, body, { marking, back });
    },
  }),
  download({
    ...{ ...reading, path: `${strategyPath}/:strategyId/files/pdf` },
    words: 'A version of the control strategy as PDF',
    audit: 'intelligence-strategy.exported',
    handle: async (work, { params: { strategyId } }) => {
      const found = demand(await openStrategy(work, strategyId));
      const paper = strategyPaper(found, officerOf(work).agencyName);
      return file(`control-strategy-${found.strategy.reference}.pdf`, documentTypes.pdf, await toPdf(paper));
    },
  }),
  apiGet({
    path: `/api/v1${strategyPath}`,
    words: 'Every version of the control strategy',
    permission: readIntelligence,
    audit: 'intelligence-strategy.listed',
    output: z.object({ strategies: z.array(strategyShape) }),
    handle: async (work) => ({ strategies: await listStrategies(work) }),
  }),
  apiPost({
    ...{ ...agreeing, path: `/api/v1${strategyPath}`, output: wholeShape },
    handle: async (work, { body }) => whole(work, demand(await agreeStrategy(work, body)).id),
  }),
  apiGet({
    ...{ ...reading, path: `/api/v1${strategyPath}/:strategyId`, output: wholeShape },
    words: 'One version of the control strategy, with what answers each priority',
    audit: 'intelligence-strategy.opened',
    handle: (work, { params: { strategyId } }) => whole(work, strategyId),
  }),
];
