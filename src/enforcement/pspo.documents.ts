import { pspoOffences } from '../../reference/pspo.ts';
import type { Day } from '../platform/clock/clock.ts';
import {
  type Block,
  facts,
  heading,
  list,
  type PrintedDocument,
  paragraph,
} from '../platform/documents/model.ts';
import { dayWords } from '../platform/ui/index.ts';
import type { Pspo } from './pspo.store.ts';

/** What the order is printed from: the file as it is after the step. */
export interface PspoPaperParts {
  file: Pspo;
  /** What this edition is: the order as made, varied or extended. */
  what: string;
  on: Day;
  asAt: Date;
}

const part = (title: string, lines: readonly string[]): Block[] =>
  lines.length > 0 ? [heading(2, title), list([...lines])] : [];
const day = (on: Day | null): string => (on ? dayWords(on) : '');

/** The order, before it is a file: what is shown for checking is what is kept. */
export function pspoPaperOf({ file, what, on, asAt }: PspoPaperParts): PrintedDocument {
  return {
    title: `Public spaces protection order ${file.reference}`,
    marking: 'OFFICIAL',
    author: file.agencyName,
    asAt,
    blocks: [
      heading(1, `Public spaces protection order: ${file.title}`),
      facts([
        { key: 'Reference', value: file.reference },
        { key: 'Law', value: 'Anti-social Behaviour, Crime and Policing Act 2014 ss.59 to 75' },
        { key: 'Council', value: file.agencyName },
        { key: what, value: dayWords(on) },
        { key: 'Decision', value: [file.decidedBy, file.minute].filter(Boolean).join(', ') || 'Older order' },
        { key: 'In force', value: `From ${day(file.startsOn)} to ${day(file.endsOn)}, both included` },
        { key: 'Area', value: file.areaWords },
      ]),
      paragraph('The area is the one that is outlined on the map of the public register of orders.'),
      ...part('What is prohibited in the area', file.prohibitions),
      ...part('What is required in the area', file.requirements),
      ...part('Who is exempt, and when', file.exemptions),
      heading(2, 'If the order is broken'),
      paragraph(pspoOffences.order.words),
      ...(file.isAlcohol ? [paragraph(pspoOffences.alcohol.words)] : []),
      paragraph('An authorised officer may offer a fixed penalty notice instead of prosecution.'),
      // An extension is printed long after the days of the making have passed.
      ...(file.challengeUntil && file.challengeUntil >= on
        ? [
            heading(2, 'Asking the High Court'),
            paragraph(
              `Whoever lives in the area, regularly works in it or visits it may question the order or its variation in the High Court until ${dayWords(file.challengeUntil)}.`,
            ),
          ]
        : []),
    ],
  };
}
