import { productGroup } from '../../../reference/mopi.ts';
import {
  type FieldProblem,
  invalid,
  notFound,
  ok,
  type Result,
  refusedByRule,
  stale,
} from '../../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../../platform/http/work.ts';
import { firstReview } from '../review/review.rules.ts';
import { findPriority } from '../strategy/strategy.store.ts';
import { conditionsOf } from './condition.rules.ts';
import type { DraftInput } from './draft.forms.ts';
import {
  countOfDraft,
  type Draft,
  decideDraft,
  findDraft,
  paragraphsNamed,
  paragraphsOfDraft,
  sendersNamed,
  type Usable,
} from './draft.store.ts';
import { wordsOf } from './package.text.ts';
import type { Product } from './package.words.ts';
import { revealing, signsIn } from './revealing.ts';
import { signWords } from './revealing.words.ts';

const movedOn = stale('Somebody has dealt with this package since you opened it. Reload the page.');

/** Officers by their e-mail addresses, one a line; the lines that are nobody's. */
async function officersNamed(work: Work, lines: string): Promise<{ ids: string[]; unknown: string[] }> {
  const asked = [...new Set(lines.split(/[\s,;]+/).map((one) => one.trim().toLowerCase()))].filter(Boolean);
  if (asked.length === 0) return { ids: [], unknown: [] };
  const rows = await work.db
    .selectFrom('directory.officer')
    .select(['id', 'email'])
    .where('email', 'in', asked)
    .where('isActive', '=', true)
    .execute();
  return {
    ids: rows.map(({ id }) => id),
    unknown: asked.filter((one) => !rows.some(({ email }) => email === one)),
  };
}

/** Why a paragraph may not be in a package, in words. */
function problemWith(one: Usable): string | undefined {
  if (one.itemStatus !== 'ready') return `${one.itemReference} is not ready`;
  if (one.sanitised === '') return `${one.itemReference} has no text that may cross`;
  const { body: raw, riskToSource, pointing, pseudonym } = one;
  const why = revealing(one.sanitised, { raw, riskToSource, pointing, pseudonym: pseudonym ?? undefined });
  return why && `${one.itemReference}: ${why}`;
}

/** What in the paragraphs may tell who gave it, a line for each item; a person looks at each before it crosses. */
export function signsOf(paragraphs: readonly Usable[]): string[] {
  return paragraphs.flatMap((one) => {
    const { body: raw, pseudonym, ...behind } = one;
    const signs = signsIn(one.sanitised, { ...behind, raw, pseudonym: pseudonym ?? undefined });
    return signs.length === 0
      ? []
      : [
          `${one.itemReference}: ${signs.map(({ kind, quote }) => `«${quote}» (${signWords[kind]})`).join(', ')}`,
        ];
  });
}

const freeText = [
  ...([
    'title',
    'harm',
    'prevention',
    'intelligence',
    'enforcement',
    'gaps',
    'recommendations',
    'safety',
  ] as const),
];

/** What the unit writes around the paragraphs crosses too: it is held against the same sources. */
function problemsInWords(
  input: Pick<Draft, (typeof freeText)[number]>,
  paragraphs: readonly Usable[],
): FieldProblem[] {
  return freeText.flatMap((field) => {
    const found = paragraphs
      .map(({ pointing, pseudonym }) =>
        revealing(input[field], {
          raw: '',
          riskToSource: false,
          pointing,
          pseudonym: pseudonym ?? undefined,
        }),
      )
      .find(Boolean);
    return found ? [{ field, words: found }] : [];
  });
}

/** What is counted in a problem profile, when it is drafted and again when it leaves. */
export interface Counted {
  /** Conditions of the items that are counted. */
  conditions: readonly string[];
  /** The same in the words of whoever graded them. */
  words: readonly string[];
  /** Paragraphs of those items and of those that are kept: what the unit writes is held against their sources too. */
  behind: readonly Usable[];
}
const nothing: Counted = { conditions: [], words: [], behind: [] };

/**
 * Drafts a package from paragraphs that may cross, or a problem profile, which may have figures alone. The conditions of each paragraph
 * and of whatever is counted come with it, whatever was ticked.
 */
export async function draftPackage(
  work: Work,
  input: DraftInput,
  product: Product = 'package',
  counted: Counted = nothing,
): Promise<Result<Draft>> {
  const { paragraphs: ids, agencies, officers, conditions, priorityId, looked, ...open } = input;
  const { officerId, agencyId } = officerOf(work);
  const paragraphs = await paragraphsNamed(work, ids);
  const named = await officersNamed(work, officers);
  const problems: FieldProblem[] = [];
  if ((paragraphs.length === 0 && product === 'package') || paragraphs.length < new Set(ids).size)
    problems.push({ field: 'paragraphs', words: 'Choose what is in it' });
  for (const one of paragraphs) {
    const words = problemWith(one);
    if (words) problems.push({ field: 'paragraphs', words });
  }
  const signs = signsOf(paragraphs);
  if (signs.length > 0 && !looked)
    problems.push({
      field: 'looked',
      words: `This may tell who gave it. ${signs.join('; ')}. Reword it on the item, or look at each and tick`,
    });
  problems.push(...problemsInWords(open, [...paragraphs, ...counted.behind]));
  if (named.unknown.length > 0)
    problems.push({ field: 'officers', words: `Nobody here has the address ${named.unknown[0]}` });
  const [suspect] = (await sendersNamed(work, ids)).filter(({ id }) => named.ids.includes(id));
  if (suspect)
    problems.push({
      field: 'officers',
      words: `${suspect.name} sent an item of this package that names them: choose others`,
    });
  if (agencies.length + named.ids.length === 0 && named.unknown.length === 0)
    problems.push({ field: 'agencies', words: 'Choose who receives it' });
  if (priorityId && !(await findPriority(work, priorityId)))
    problems.push({ field: 'priorityId', words: 'Choose a priority of the control strategy' });
  if (open.deadline <= work.clock.today())
    problems.push({ field: 'deadline', words: 'The day must be to come' });
  if (problems.length > 0) return invalid(...problems);
  const id = work.ids.next();
  await work.db
    .insertInto('intelligence.draft')
    .values({
      ...open,
      ...{ id, agencyId, reference: work.ids.reference(product === 'package' ? 'PK' : 'PP') },
      ...{ product, priorityId: priorityId ?? null },
      conditions: [
        ...new Set([
          ...conditions,
          ...counted.conditions,
          ...paragraphs.flatMap(({ grade }) => conditionsOf(grade)),
        ]),
      ],
      ...{ agencyIds: agencies, officerIds: named.ids, draftedAt: work.clock.now(), draftedBy: officerId },
    })
    .execute();
  if (paragraphs.length > 0)
    await work.db
      .insertInto('intelligence.draftParagraph')
      .values(paragraphs.map((one, position) => ({ draftId: id, paragraphId: one.id, agencyId, position })))
      .execute();
  const draft = await findDraft(work, id);
  about(work, 'intelligence-package', id, { signs: signs.length });
  return draft ? ok(draft) : notFound;
}

interface Decision {
  packageId: string;
  version: number;
}

async function draftAt(work: Work, input: Decision): Promise<Result<Draft>> {
  const draft = await findDraft(work, input.packageId);
  if (!draft) return notFound;
  about(work, 'intelligence-package', draft.id);
  return draft.version === input.version && draft.state === 'draft' ? ok(draft) : movedOn;
}

/** Conditions as they were written paragraph by paragraph, each once. */
const conditionsWords = (paragraphs: readonly Usable[]): string =>
  [
    ...new Set(
      paragraphs.flatMap(({ grade, actionUsage }) =>
        grade.handling === 'C' ? [grade.conditions, actionUsage].filter(Boolean) : [],
      ),
    ),
  ].join('\n');

/**
 * Releases a package that somebody else drafted: its words are copied across the wall, for its recipients alone. Everything is
 * looked at again, since an item may have been regraded meanwhile.
 */
export async function releasePackage(
  work: Work,
  input: Decision,
  counted: Counted = nothing,
): Promise<Result<Draft>> {
  const found = await draftAt(work, input);
  if (!found.ok) return found;
  const draft = found.value;
  const { officerId } = officerOf(work);
  // One person may hold both roles: it is the person that counts, not the role.
  if (draft.draftedBy === officerId)
    return refusedByRule(
      'intelligence.four-eyes',
      'You drafted this package, so that somebody else authorises it.',
      'Ask another intelligence manager.',
    );
  const paragraphs = await paragraphsOfDraft(work, draft.id);
  // Without what is closed to them, a text would leave without the conditions that came with it.
  if (paragraphs.length < (await countOfDraft(work, draft.id)))
    return refusedByRule(
      'intelligence.closed-part',
      'Part of what it is made of is closed to you.',
      'Ask another intelligence manager to authorise it.',
    );
  const problem =
    paragraphs.map(problemWith).find(Boolean) ??
    problemsInWords(draft, [...paragraphs, ...counted.behind])[0]?.words;
  if (problem)
    return refusedByRule(
      'intelligence.may-not-cross',
      `It may not leave as it stands. ${problem}.`,
      'Discard it and draft it again.',
    );
  if (draft.deadline <= work.clock.today())
    return refusedByRule(
      'intelligence.deadline',
      'Its deadline has passed.',
      'Discard it and draft it again.',
    );
  const review = {
    retentionGroup: productGroup,
    reviewOn: firstReview(productGroup, work.clock.today()),
  };
  if (!(await decideDraft(work, draft, { state: 'released', officerId, ...review }))) return movedOn;
  const conditions = [
    ...new Set([
      ...draft.conditions,
      ...counted.conditions,
      ...paragraphs.flatMap(({ grade }) => conditionsOf(grade)),
    ]),
  ];
  const { id, reference, agencyId, product, gateway, purpose, deadline, agencyIds, officerIds } = draft;
  await work.db
    .insertInto('dissemination.package')
    .values({
      ...{ id, reference, agencyId, product, gateway, purpose, deadline, agencyIds, officerIds, conditions },
      ...{
        conditionsWords: [...new Set([conditionsWords(paragraphs), ...counted.words])]
          .filter(Boolean)
          .join('\n'),
        releasedAt: work.clock.now(),
        releasedBy: officerId,
      },
    })
    .execute();
  await work.db
    .insertInto('dissemination.packageText')
    .values(wordsOf(draft, paragraphs).map((part) => ({ packageId: id, agencyId, ...part })))
    .execute();
  about(work, 'intelligence-package', id, {
    gateway,
    agencies: agencyIds.length,
    officers: officerIds.length,
  });
  const released = await findDraft(work, id);
  return released ? ok(released) : notFound;
}

/** Throws a draft away: nothing of it ever crossed. */
export async function discardPackage(work: Work, input: Decision): Promise<Result<Draft>> {
  const found = await draftAt(work, input);
  if (!found.ok) return found;
  const { officerId } = officerOf(work);
  return (await decideDraft(work, found.value, { state: 'discarded', officerId })) ? found : movedOn;
}
