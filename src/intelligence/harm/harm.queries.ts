import { type HarmMatrix, harmSectors } from '../../../reference/harm-matrix.ts';
import { notFound, ok, type Result } from '../../platform/failures/failures.ts';
import { about, type Work } from '../../platform/http/work.ts';
import type { LinkKind, LinkRole } from '../link/link.words.ts';
import { findSubject, itemsOfSubject, type ProfileSubject } from '../profile/profile.store.ts';
import { type Confidence, confidenceIn, type HarmGrounds, scoreOf } from './harm.rules.ts';
import {
  assessedSubjects,
  assessmentsOf,
  groundsIn,
  type HarmAssessment,
  matricesOf,
  type NumberedMatrix,
  type RankedAssessment,
} from './harm.store.ts';
import { isRanked, type RankedKind, rankedKinds } from './harm.words.ts';

/** A subject in its place: its answers weighed by the matrix in force, and the confidence of today. */
export interface Ranked extends RankedAssessment {
  place: number;
  /** By the matrix in force; `risk` is what it was when it was made. */
  riskNow: number;
}
/** A trade, by what its firms and people add up to. */
export interface RankedSector {
  code: string;
  words: string;
  riskNow: number;
  subjects: number;
  lostPounds: number;
  /** Who weighs most in it. */
  first: Ranked;
}
export interface HarmRanking {
  matrix: NumberedMatrix;
  kinds: Record<RankedKind, Ranked[]>;
  sectors: RankedSector[];
}

/** Ties are settled by the name and then the link, so that an order never changes by itself. */
const byRisk = (one: Omit<Ranked, 'place'>, other: Omit<Ranked, 'place'>): number =>
  other.riskNow - one.riskNow ||
  one.label.localeCompare(other.label, 'en-GB') ||
  one.linkId.localeCompare(other.linkId);

/** What is known, ranked by a matrix. */
export function rank(assessed: readonly RankedAssessment[], matrix: HarmMatrix): Omit<HarmRanking, 'matrix'> {
  const weighed = assessed
    .map((one) => ({ ...one, riskNow: scoreOf(matrix, one.answers).risk }))
    .sort(byRisk);
  const ofKind = (kind: RankedKind): Ranked[] =>
    weighed.filter((one) => one.kind === kind).map((one, at) => ({ ...one, place: at + 1 }));
  const kinds = Object.fromEntries(rankedKinds.map((kind) => [kind, ofKind(kind)])) as HarmRanking['kinds']; // each kind has its line
  const sectors = harmSectors.flatMap(({ code, words }): RankedSector[] => {
    const within = [...kinds.organisation, ...kinds.person]
      .filter(({ sector }) => sector === code)
      .sort(byRisk);
    const [first] = within;
    if (!first) return [];
    const sum = (of: (one: Ranked) => number) =>
      Math.round(within.reduce((total, one) => total + of(one), 0) * 10) / 10;
    return [
      {
        ...{ code, words, first, subjects: within.length },
        ...{ riskNow: sum(({ riskNow }) => riskNow), lostPounds: sum(({ lostPounds }) => lostPounds ?? 0) },
      },
    ];
  });
  return {
    kinds,
    sectors: sectors.sort(
      (one, other) => other.riskNow - one.riskNow || one.words.localeCompare(other.words),
    ),
  };
}

/** The unit's ranking of harm, by business, person, place and sector. */
export async function harmRanking(work: Work): Promise<HarmRanking> {
  const [matrix] = await matricesOf(work);
  return { matrix, ...rank(await assessedSubjects(work), matrix.document) };
}

/** Nobody is ranked for what was done to them: a person or firm must be what an item is about, or with those it is about. */
function refusal(kind: LinkKind, roles: readonly LinkRole[]): string {
  if (!isRanked(kind))
    return 'Harm is ranked for businesses, people and places. Assess whoever uses the number or the vehicle.';
  const doing: readonly LinkRole[] = ['subject', 'associate'];
  return kind === 'place' || roles.some((role) => doing.includes(role))
    ? ''
    : 'No item is about them: they are named as a victim, or in passing. Nobody is ranked for what was done to them.';
}

/** What somebody who assesses a subject goes by, and what was thought before. */
export interface HarmOfSubject {
  subject: ProfileSubject;
  matrix: NumberedMatrix;
  items: number;
  victims: number;
  grounds: HarmGrounds;
  confidence: Confidence;
  assessments: HarmAssessment[];
  /** Why this is not assessed at all, in words; empty where it is. */
  refused: string;
}

export async function harmOf(work: Work, linkId: string): Promise<Result<HarmOfSubject>> {
  const subject = await findSubject(work, linkId);
  if (!subject) return notFound;
  about(work, 'intelligence-profile', linkId);
  const [matrix] = await matricesOf(work);
  const items = await itemsOfSubject(work, subject);
  const itemIds = items.map(({ id }) => id);
  const { victims, ...grounds } = await groundsIn(work, itemIds);
  return ok({
    ...{ subject, matrix, items: itemIds.length, victims, grounds },
    confidence: confidenceIn(matrix.document, grounds, work.clock.today()),
    assessments: await assessmentsOf(work, subject),
    refused: refusal(
      subject.kind,
      items.map(({ role }) => role),
    ),
  });
}
