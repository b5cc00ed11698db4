import { facts, heading, list, type PrintedDocument, paragraph } from '../../platform/documents/model.ts';
import { dayWords } from '../../platform/ui/index.ts';
import { kindWords } from './strategy.pages.tsx';
import type { Priority, Strategy } from './strategy.store.ts';

/** A version of the control strategy on paper, for the meeting that agreed it. */
export function strategyPaper(
  { strategy, priorities }: { strategy: Strategy; priorities: readonly Priority[] },
  agencyName: string,
): PrintedDocument {
  const intended = (words: string) => words || 'Nothing is written';
  return {
    title: `Control strategy ${strategy.reference}, version ${strategy.number}`,
    marking: 'OFFICIAL-SENSITIVE',
    author: agencyName,
    asAt: strategy.madeAt,
    blocks: [
      facts([
        { key: 'Agreed by', value: strategy.agreedBy },
        { key: 'Agreed on', value: dayWords(strategy.agreedOn) },
        { key: 'Holds', value: `${dayWords(strategy.startsOn)} to ${dayWords(strategy.endsOn)}` },
        { key: 'Look again by', value: dayWords(strategy.lookAgainOn) },
      ]),
      ...(strategy.words === '' ? [] : [paragraph(strategy.words)]),
      ...priorities.flatMap((one) => [
        heading(2, `${one.position}. ${one.title}`),
        facts([
          ...(one.kinds.length > 0 ? [{ key: 'Kinds of harm', value: kindWords(one.kinds) }] : []),
          { key: 'Prevention', value: intended(one.prevention) },
          { key: 'Intelligence', value: intended(one.intelligence) },
          { key: 'Enforcement', value: intended(one.enforcement) },
        ]),
        ...(one.requirements.length > 0
          ? [
              heading(3, 'What the unit needs to know'),
              list(one.requirements.map(({ reference, question }) => `${reference}: ${question}`)),
            ]
          : []),
      ]),
    ],
  };
}
