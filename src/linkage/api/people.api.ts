import { z } from 'zod';
import { demand, invalid } from '../../platform/failures/failures.ts';
import { apiGet, apiPost, type Route } from '../../platform/http/declare.ts';
import { about } from '../../platform/http/work.ts';
import { findPeople, openCard } from '../card/card.queries.ts';
import { asAtSchema, personParams } from '../card/card.routes.tsx';
import { togetherOf, togetherSchema, undoTogetherSchema } from '../desk/together.forms.ts';
import { previewTogether, undoTogether } from '../ledger/index.ts';
import { keepModels, readPeople, readQuality, reviewPairs } from '../linkage.permissions.ts';
import { adoptModel, previewModel } from '../match/model.queries.ts';
import { modelParams } from '../match/model.routes.tsx';
import { adoptedModel, listModels } from '../match/model.store.ts';
import { ruleHistory, ruleNames, ruleValues, setRule } from '../match/rule.store.ts';
import { askForRun, listRuns } from '../match/run.store.ts';
import { qualityOf } from '../quality/quality.queries.ts';
import { conflictShape, instant, judgementShape, qualityShape, subjectShape } from './shapes.ts';

const held = z.object({
  value: z.string(),
  heldBy: z.array(subjectShape.pick({ id: true, source: true, agencyName: true })),
});

const people: readonly Route[] = [
  apiGet({
    path: '/api/v1/people',
    words: 'Find people by name, each once',
    permission: readPeople,
    audit: 'linkage.people-searched',
    query: z.object({ words: z.string().trim().max(200).default('') }),
    example: { query: { words: 'sample' } },
    output: z.object({
      people: z.array(
        z.object({ key: z.string(), label: z.string(), records: z.number(), heldBy: z.array(z.string()) }),
      ),
    }),
    handle: async (work, { query }) => ({
      people: (await findPeople(work, query.words)).map((found) => ({ ...found, heldBy: [...found.heldBy] })),
    }),
  }),
  apiGet({
    path: '/api/v1/people/:recordId',
    words: 'One person from every record that the viewer may see, now or as at a day',
    permission: readPeople,
    audit: 'linkage.person-opened',
    params: personParams,
    query: asAtSchema,
    example: { params: { recordId: '@entryId' } },
    output: z.object({
      key: z.string(),
      name: z.string(),
      kind: z.string(),
      isAddressHidden: z.boolean(),
      records: z.array(
        z.object({ subject: subjectShape, intervention: z.string(), tie: judgementShape.optional() }),
      ),
      fields: z.array(z.object({ name: z.string(), label: z.string(), best: held, others: z.array(held) })),
      joins: z.array(z.object({ judgement: judgementShape, without: z.array(z.number()) })),
      weakestId: z.string().optional(),
      conflicts: z.array(conflictShape),
      ask: z.array(z.object({ agencyId: z.string(), agencyName: z.string(), contact: z.string() })),
      judgements: z.array(judgementShape),
    }),
    handle: async (work, { params, query }) => {
      const card = demand(await openCard(work, params.recordId, query.asAt));
      const copied = (value: (typeof card.fields)[number]['best']) => ({
        ...value,
        heldBy: [...value.heldBy],
      });
      return {
        ...card,
        key: card.identity.key,
        records: [...card.holdings],
        fields: card.fields.map((field) => ({
          ...field,
          best: copied(field.best),
          others: field.others.map(copied),
        })),
        joins: card.joins.map(({ judgement, without }) => ({ judgement, without: [...without] })),
        weakestId: card.identity.weakest?.id,
        conflicts: card.conflicts.map(({ refused, because }) => ({ refused, because: [...because] })),
        ask: [...card.asks],
        judgements: [...card.judgements],
      };
    },
  }),
];

const incomplete = invalid({
  field: 'kind',
  words: 'Say which: officer with from and to, load, run, or model',
});
const exampleUndo = {
  kind: 'officer',
  officer: '@safeguardingOfficerId',
  from: '2026-11-01',
  to: '2026-11-30',
};

const together: readonly Route[] = [
  apiGet({
    path: '/api/v1/review/undo',
    words: 'What undoing many judgements in one go would change',
    permission: reviewPairs,
    audit: 'linkage.undo-previewed',
    query: togetherSchema,
    example: { query: exampleUndo },
    output: z.object({
      undone: z.number(),
      putBack: z.number(),
      split: z.array(z.object({ members: z.array(z.string()), into: z.array(z.array(z.string())) })),
      joined: z.array(z.object({ members: z.array(z.string()), from: z.array(z.array(z.string())) })),
    }),
    handle: async (work, { query }) => {
      const runs = await listRuns(work);
      const asked =
        togetherOf(query, (run) => runs.find(({ id }) => id === run)?.loadId) ?? demand(incomplete);
      const { undone, putBack, change } = await previewTogether(work, asked);
      return {
        undone: undone.length,
        putBack,
        split: change.split.map(({ members, into }) => ({
          members: [...members],
          into: into.map((part) => [...part]),
        })),
        joined: change.joined.map(({ members, from }) => ({
          members: [...members],
          from: from.map((part) => [...part]),
        })),
      };
    },
  }),
  apiPost({
    path: '/api/v1/review/undo',
    words: 'Undo one officer’s decisions in a period, a load, a run or a model in one go',
    permission: reviewPairs,
    audit: 'linkage.undone-together',
    body: undoTogetherSchema,
    example: { body: exampleUndo },
    output: z.object({ undone: z.number() }),
    handle: async (work, { body }) => {
      const runs = await listRuns(work);
      const asked =
        togetherOf(body, (run) => runs.find(({ id }) => id === run)?.loadId) ?? demand(incomplete);
      return { undone: demand(await undoTogether(work, asked, body.expected)) };
    },
  }),
];

const runShape = z.object({
  id: z.string(),
  kind: z.string(),
  loadId: z.string().nullable(),
  listName: z.string().nullable(),
  modelNumber: z.number().nullable(),
  askedByName: z.string().nullable(),
  askedAt: instant,
  doneShare: z.number(),
  step: z.string(),
  endedAt: instant.nullable(),
  problem: z.string().nullable(),
});

const models: readonly Route[] = [
  apiGet({
    path: '/api/v1/review/quality',
    words: 'How good the matching of records is, and how far reviewers agree',
    permission: readQuality,
    audit: 'linkage.quality-opened',
    output: qualityShape,
    handle: async (work) => {
      const quality = await qualityOf(work);
      return {
        ...quality,
        thresholds: [...quality.thresholds],
        bands: [...quality.bands],
        decided: {
          thresholds: [...quality.decided.thresholds],
          bands: [...quality.decided.bands],
        },
        groupings: quality.groupings.map((grouping) => ({ ...grouping, groups: [...grouping.groups] })),
      };
    },
  }),
  apiGet({
    path: '/api/v1/review/models',
    words: 'Models of matching, runs, and the numbers they go by',
    permission: keepModels,
    audit: 'linkage.models-listed',
    output: z.object({
      adoptedId: z.string().optional(),
      models: z.array(
        z.object({
          id: z.string(),
          number: z.number(),
          madeAt: instant,
          adoptedAt: instant.nullable(),
          note: z.string(),
        }),
      ),
      runs: z.array(runShape),
      rules: z.record(z.string(), z.number()),
      changes: z.array(
        z.object({
          name: z.string(),
          value: z.number(),
          setAt: instant,
          setByName: z.string().nullable(),
          why: z.string(),
        }),
      ),
    }),
    handle: async (work) => ({
      adoptedId: (await adoptedModel(work))?.id,
      models: await listModels(work),
      runs: await listRuns(work),
      rules: await ruleValues(work),
      changes: await ruleHistory(work),
    }),
  }),
  apiGet({
    path: '/api/v1/review/models/:modelId',
    // Without the frequencies of values that it learnt: they are of lists that the reader may not see, too.
    words: 'One model: what it learnt of each field, and what adopting it would change',
    permission: keepModels,
    audit: 'linkage.model-opened',
    params: modelParams,
    output: z.object({
      number: z.number(),
      model: z.object({
        prior: z.number(),
        related: z.number(),
        fields: z.array(z.object({ column: z.string(), kind: z.string() })),
        comparisons: z.array(
          z.object({
            name: z.string(),
            shared: z.boolean(),
            levels: z.array(z.object({ words: z.string(), m: z.number(), u: z.number(), r: z.number() })),
          }),
        ),
        rules: z.array(z.object({ name: z.string() })),
      }),
      pairs: z.number(),
      decided: z.number(),
      rightNow: z.number(),
      rightAfter: z.number(),
      dropped: z.number(),
    }),
    handle: async (work, { params }) => {
      const preview = demand(await previewModel(work, params.modelId));
      return { ...preview, number: preview.model.number, model: preview.model.document };
    },
  }),
  apiPost({
    path: '/api/v1/review/models/:modelId/adopt',
    words: 'Let a model judge from now on',
    permission: keepModels,
    audit: 'linkage.model-adopted',
    params: modelParams,
    output: z.object({ number: z.number() }),
    handle: async (work, { params }) => ({ number: demand(await adoptModel(work, params.modelId)).number }),
  }),
  apiPost({
    path: '/api/v1/review/runs',
    words: 'Match every record again, or train a new model',
    permission: keepModels,
    audit: 'linkage.matching-asked',
    body: z.object({ kind: z.enum(['all', 'train']) }),
    example: { body: { kind: 'all' } },
    output: z.object({ id: z.string() }),
    handle: async (work, { body }) => {
      const id = await askForRun(work, body);
      about(work, 'match-run', id);
      return { id };
    },
  }),
  apiPost({
    path: '/api/v1/review/rules',
    words: 'Set a number that matching goes by, as a share between 0 and 1',
    permission: keepModels,
    audit: 'linkage.rule-set',
    body: z.object({
      name: z.enum(ruleNames),
      value: z.number().min(0).max(1),
      why: z.string().trim().min(1, 'Say why it changes').max(500),
    }),
    example: { body: { name: 'propose', value: 0.12, why: 'Fewer pairs to look at' } },
    output: z.object({ name: z.string(), value: z.number() }),
    handle: async (work, { body }) => demand(await setRule(work, body)),
  }),
];

/** Cards, undoing together, models and quality as JSON. */
export const peopleApi: readonly Route[] = [...people, ...together, ...models];
