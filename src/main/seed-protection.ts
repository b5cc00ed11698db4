import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { County } from '../../county/index.ts';
import { type LetterParts, letterOf } from '../enforcement/protection.documents.ts';
import type { Protection } from '../enforcement/protection.store.ts';
import { lineOfAction, type ProtectionAction } from '../enforcement/protection.transitions.ts';
import { tableOf } from '../enforcement/protection-table.ts';
import { addDays, type Day } from '../platform/clock/clock.ts';
import { insertRows } from '../platform/database/bulk.ts';
import { toDocx } from '../platform/documents/docx.ts';
import { toPdf } from '../platform/documents/pdf.ts';
import { idFromName } from '../platform/ids/ids.ts';
import { exactKeys } from '../records/index.ts';
import { type Built, buildProtection, lawOn } from './seed-protection-files.ts';

/** What was done, by day, in the words of the table of steps. */
function eventRows({ file, officer, days }: Built): object[] {
  const steps: [ProtectionAction | 'drafted', Day | undefined, string][] = [
    ['drafted', days.drafted, 'Warning drafted'],
    ['serve-warning', days.warned, file.complyWhy ?? ''],
    ['record-failure', days.failed, ''],
    ['serve-notice', days.noticed, file.appealWhy ?? ''],
    ['record-breach', days.breached, ''],
    ['record-compliance', days.ended, ''],
  ];
  return steps.flatMap(([kind, day, more]) =>
    day
      ? [
          {
            id: idFromName(`protection event ${kind} ${file.id}`),
            ...{ protectionId: file.id, kind, officerId: officer.id, agencyId: file.agencyId },
            at: `${day}T${kind === 'drafted' ? '09' : '12'}:00:00Z`,
            words: [
              kind === 'drafted' ? 'Warning drafted' : lineOfAction(kind).past,
              kind === 'drafted' ? '' : more,
            ]
              .filter(Boolean)
              .join('. '),
          },
        ]
      : [],
  );
}

const evidenceRows = ({ file, told: one, days, officer }: Built): object[] =>
  [
    { kind: 'statement', on: days.drafted, words: `Statement of the officer who saw it: ${one.conduct}` },
    { kind: 'photo', on: days.failed, words: 'Photographs: it goes on after the time to comply' },
  ].flatMap(({ kind, on, words }) =>
    on
      ? [
          {
            id: idFromName(`protection evidence ${kind} ${file.id}`),
            ...{ protectionId: file.id, agencyId: file.agencyId, kind, happenedOn: on, words },
            ...{ addedBy: officer.id, addedAt: `${on}T10:00:00Z` },
          },
        ]
      : [],
  );

/** The letters that were served, as a step makes them, with the proof of their service. */
async function letterRows(built: Built): Promise<{ services: object[]; documents: object[] }> {
  const { file, subject, requirements, officer, authority, days } = built;
  const services: object[] = [];
  const documents: object[] = [];
  for (const [kind, on, last, why] of [
    ['warning', days.warned, file.complyBy, file.complyWhy],
    ['notice', days.noticed, file.appealUntil, file.appealWhy],
  ] as const) {
    if (!on || !last) continue;
    const asAt = new Date(`${on}T12:00:00Z`);
    const parts: LetterParts = {
      ...{ file, subject, requirements, how: 'in-person', servedOn: on, last, why: why ?? '' },
      ...{ maxPence: lawOn(on).maxAmount, officer: officer.name, power: authority, asAt },
    };
    const own = { protectionId: file.id, agencyId: file.agencyId };
    services.push({
      ...{ id: idFromName(`protection service ${kind} ${file.id}`), ...own, stage: kind, how: 'in-person' },
      ...{ sentOn: on, servedOn: on, servedBy: officer.name, powerBasis: 'council-officer' },
      ...{ powerReference: authority, officerId: officer.id, recordedAt: asAt },
    });
    const letter = letterOf(kind, parts);
    for (const [format, content] of [
      ['pdf', await toPdf(letter)],
      ['docx', await toDocx(letter)],
    ] as const)
      documents.push({
        ...{ id: idFromName(`protection ${kind} ${format} ${file.id}`), ...own, kind, version: 1, format },
        ...{
          name: `${file.reference}-${kind}-1.${format}`,
          content: `\\x${content.toString('hex')}`,
          madeBy: officer.id,
          madeAt: asAt,
        },
        sha256: createHash('sha256').update(content).digest('hex'),
      });
  }
  return { services, documents };
}

const recordRow = ({ file, subject, recordId, days }: Built): object => ({
  ...{
    id: recordId,
    kind: 'person',
    label: `${subject.name}, ${subject.bornOn}`,
    fields: recordFields(subject),
  },
  ...{ originAgencyId: file.agencyId, feed: 'protection', receivedAt: `${days.warned}T12:00:00Z` },
  ...{ gateway: 'own duty', handling: 'ordinary', retentionGroup: 4, regime: 'PART3' },
});
const recordFields = ({ name, bornOn, address, postcode }: Built['subject']): Record<string, string> => ({
  ...{ name: name ?? '', dateOfBirth: bornOn ?? '', address: address ?? '', postcode },
});

/** Files of community protection at each stage, and the tables that two councils published of theirs. */
export async function seedProtection(client: ClientBase, county: County): Promise<void> {
  const built = buildProtection(county);
  const warned = built.filter(({ days }) => days.warned);
  await insertRows(client, 'records.received_record', warned.map(recordRow));
  await insertRows(
    client,
    'records.exact_key',
    warned.flatMap(({ recordId, subject }) =>
      exactKeys(recordFields(subject)).map((key) => ({ ...key, recordId })),
    ),
  );
  await insertRows(
    client,
    'enforcement.protection',
    built.map(({ file: { agencyName: _a, districtName: _d, sortValue: _s, ...row }, officer }) => ({
      ...row,
      madeBy: officer.id,
    })),
  );
  await insertRows(
    client,
    'enforcement.protection_subject',
    built.map(({ file, days, recordId, subject: { isAddressHidden: _h, postcode, ...row } }) => ({
      ...row,
      address: `${row.address}, ${postcode}`,
      ...{ protectionId: file.id, agencyId: file.agencyId, recordId: days.warned ? recordId : null },
    })),
  );
  await insertRows(
    client,
    'enforcement.protection_requirement',
    built.flatMap(({ file, requirements }) =>
      requirements.map((row) => ({
        ...row,
        ...{ protectionId: file.id, agencyId: file.agencyId, addedAt: file.madeAt },
      })),
    ),
  );
  await insertRows(client, 'enforcement.protection_evidence', built.flatMap(evidenceRows));
  await insertRows(client, 'enforcement.protection_event', built.flatMap(eventRows));
  const letters = await Promise.all(built.map(letterRows));
  await insertRows(
    client,
    'enforcement.protection_service',
    letters.flatMap((row) => row.services),
  );
  await insertRows(
    client,
    'enforcement.protection_document',
    letters.flatMap((row) => row.documents),
  );
  await insertRows(client, 'records.link', warned.map(linkRow));
  await insertRows(client, 'enforcement.protection_table', tableRows(built, county.today));
}

const linkRow = ({ file, recordId, officer, days }: Built): object => ({
  ...{ id: idFromName(`protection link ${file.id}`), fromKind: 'protection', fromId: file.id },
  ...{ role: 'warned', toKind: 'record', toId: recordId, originAgencyId: file.agencyId, madeBy: 'person' },
  ...{ officerId: officer.id, madeAt: `${days.warned}T12:00:00Z`, why: `Warned by ${file.reference}` },
});

/** The table of each council as it published it a week ago; what happened since is not in it. */
function tableRows(built: readonly Built[], today: Day): object[] {
  const on = addDays(today, -7);
  return [...new Set(built.map(({ file }) => file.agencyId))].map((agencyId) => {
    const own = built.filter(({ file }) => file.agencyId === agencyId);
    const then = own.filter(({ days }) => (days.warned ?? today) <= on).map(({ file }) => asOn(file, on));
    const rows = tableOf(then, on, 'published');
    return {
      ...{ id: idFromName(`protection table ${agencyId}`), agencyId, edition: 1, rows },
      sha256: createHash('sha256').update(JSON.stringify(rows)).digest('hex'),
      ...{ publishedBy: own[0]?.officer.id, publishedAt: `${on}T15:00:00Z` },
    };
  });
}
/** A file as it stood on a day, as far as the table tells: a later breach had not happened. */
const asOn = (file: Protection, day: Day): Protection =>
  file.breachedOn !== null && file.breachedOn > day
    ? { ...file, breachedOn: null, status: 'notice-served' }
    : file;
