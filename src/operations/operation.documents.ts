import { powerWords } from '../enforcement/index.ts';
import { dayOf, timeOf } from '../platform/clock/clock.ts';
import { facts, heading, list, type PrintedDocument, paragraph, table } from '../platform/documents/model.ts';
import { dayWords } from '../platform/ui/index.ts';
import type { OperationView } from './operation.queries.ts';
import { agencyStateWords, partName } from './operation.words.ts';

type Parts = Pick<OperationView, 'operation' | 'facts' | 'own'> & { asAt: Date };

/** What to be careful of at one place of the day; the gravest word first. */
const carefulOf = ({ place, result, precautions, screenedAt }: Parts['facts']['visits'][number]): string =>
  [
    place,
    result === 'do-not-attend'
      ? 'nobody goes there'
      : result === 'two-officers'
        ? 'two officers, nobody alone'
        : '',
    precautions.join('; ') || 'nothing met, which is no promise that it is safe',
    `screened ${dayWords(dayOf(screenedAt))}`,
  ]
    .filter(Boolean)
    .join(': ');

/**
 * The briefing pack of a day of action, as it is carried along: precautions first, then the plan, who does what and by which power, and the
 * agencies. It holds what its reader's page does, as it stood when it was made: places that another agency screened are on theirs.
 */
export const briefingOf = ({ operation, facts: known, own, asAt }: Parts): PrintedDocument => ({
  title: `Briefing for ${operation.name}`,
  marking: 'OFFICIAL-SENSITIVE',
  author: operation.agencyName,
  asAt,
  blocks: [
    heading(1, `Briefing for ${operation.name}`),
    facts([
      { key: 'Reference', value: operation.reference },
      { key: 'Day', value: dayWords(operation.onDay) },
      {
        key: 'Roads and places',
        value: [operation.roads, operation.districtName].filter(Boolean).join(', '),
      },
      { key: 'Led by', value: operation.agencyName },
      { key: 'Printed for', value: `${own?.agencyName ?? ''}, ${dayWords(dayOf(asAt))} at ${timeOf(asAt)}` },
    ]),
    heading(2, 'Before you go'),
    known.visits.length > 0
      ? list(known.visits.map(carefulOf))
      : paragraph('No place or vehicle of this plan was screened by your agency. Screen what you go to.'),
    ...(known.lapsed.length === 0
      ? []
      : [paragraph('Cannot do their part on the day, as it stands:', true), list(known.lapsed)]),
    heading(2, 'What it is to achieve'),
    paragraph(operation.objectives),
    heading(2, 'Briefing'),
    paragraph(operation.briefing || 'Not written yet.'),
    heading(2, 'Who does what'),
    table(
      [
        { heading: 'Officer' },
        { heading: 'Agency' },
        { heading: 'Part' },
        { heading: 'By which power', width: 2 },
      ],
      known.officers.map(({ officerName, agencyName, part, power, powerReference }) => [
        officerName,
        agencyName,
        partName(part),
        power ? [powerWords[power] ?? power, powerReference].filter(Boolean).join(', ') : 'None is needed',
      ]),
    ),
    heading(2, 'Agencies'),
    list(
      known.agencies.map(
        ({ agencyName, state }) => `${agencyName}: ${agencyStateWords[state].toLowerCase()}`,
      ),
    ),
  ],
});
