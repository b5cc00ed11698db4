import {
  type Block,
  facts,
  heading,
  list,
  type PrintedDocument,
  paragraph,
  table,
} from '../../platform/documents/model.ts';
import { dayWords, instantWords } from '../../platform/ui/index.ts';
import { linkKindWords } from '../link/link.words.ts';
import { ocgTest, socTest, type TestOutcome } from './ocg.rules.ts';
import type { Ocg } from './ocg.store.ts';
import {
  characteristicWords,
  gradeWords,
  groupScoreWords,
  ocgStatusWords,
  roleWords,
  saidWords,
  strandWords,
} from './ocg.words.ts';
import type { OcgParts } from './ocg-parts.store.ts';

const tested = ({ outcome, parts }: TestOutcome): string =>
  `${saidWords[outcome]} (${parts.map(({ words, said }) => `${words.toLowerCase()}: ${saidWords[said].toLowerCase()}`).join('; ')})`;

function assessment(card: Ocg, parts: OcgParts): Block[] {
  const [last] = parts.assessments;
  if (!last) return [paragraph('Nobody has assessed it yet.')];
  const { answers } = last;
  return [
    paragraph(groupScoreWords, true),
    facts([
      {
        key: 'Local score',
        value: `${last.score}: intent ${answers.intent}, capability ${answers.capability}`,
      },
      { key: 'Harm', value: answers.harms.map(characteristicWords).join('; ') || 'None of the five' },
      { key: 'People', value: `${answers.people}, of whom on the card: ${card.people}` },
      { key: 'An organised crime group', value: tested(ocgTest(answers)) },
      { key: 'Serious and organised crime', value: tested(socTest(answers)) },
      { key: 'Rests on', value: last.grounds },
      { key: 'Assessed', value: `${last.madeByName}, ${instantWords(last.madeAt)}` },
    ]),
  ];
}

const tableOr = (columns: readonly string[], rows: readonly (readonly string[])[], none: string): Block =>
  rows.length === 0
    ? paragraph(none)
    : table(
        columns.map((one) => ({ heading: one })),
        rows,
      );

/** A card of a group on paper, for the unit and its meetings: marked on each page, and its score called local wherever it stands. */
export function ocgPaper(
  card: Ocg,
  parts: OcgParts,
  given: { agencyName: string; at: Date },
): PrintedDocument {
  const on = parts.members.filter(({ endedAt }) => endedAt === null);
  return {
    title: `Organised crime group card ${card.reference}: ${card.name}`,
    marking: 'OFFICIAL-SENSITIVE',
    author: given.agencyName,
    asAt: given.at,
    blocks: [
      list([
        'For the intelligence unit alone. Nothing of it leaves but as a product that the manager authorised.',
        'Whom a card names may never have been charged with anything.',
      ]),
      facts([
        { key: 'Status', value: ocgStatusWords[card.status] },
        { key: 'What it does', value: card.activities },
        { key: 'Where', value: card.areaWords },
        ...(card.seriesWords === '' ? [] : [{ key: 'Series', value: card.seriesWords }]),
        { key: 'Lead', value: card.leadName },
        { key: 'Look again by', value: dayWords(card.reviewOn) },
        { key: 'Opened', value: `${card.openedByName}, ${instantWords(card.openedAt)}` },
      ]),
      heading(2, 'Is it a group?'),
      ...assessment(card, parts),
      heading(2, 'Who is in it'),
      tableOr(
        ['Who or what', 'Kind', 'Role', 'Why', 'Items'],
        on.map((one) => [
          ...[one.label, linkKindWords[one.kind], roleWords(one.role), one.why, String(one.items)],
        ]),
        'Nobody stands on it yet.',
      ),
      heading(2, '4P plan'),
      tableOr(
        ['Strand', 'What', 'Who', 'By', 'Result'],
        parts.plan.map((one) => [
          ...[strandWords(one.strand), one.words, one.ownerWords, dayWords(one.dueOn), one.result ?? 'Open'],
        ]),
        'Nothing is planned.',
      ),
      heading(2, 'Disruptions'),
      tableOr(
        ['Day', 'Strand', 'Grade', 'What', 'Evidence'],
        parts.disruptions.map((one) => [
          ...[dayWords(one.onDay), strandWords(one.strand), gradeWords(one.grade), one.words, one.evidence],
        ]),
        'Nothing disrupted it yet.',
      ),
    ],
  };
}
