import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { County } from '../../county/index.ts';
import { persistentObjectives } from '../../reference/licensing.ts';
import { licensingPaperOf } from '../inspection/licensing/licensing.documents.ts';
import type { Licensing } from '../inspection/licensing/licensing.store.ts';
import { licensingLineOf } from '../inspection/licensing/licensing.transitions.ts';
import { periodsInUse } from '../inspection/licensing/licensing.ts';
import { licensingKindWords } from '../inspection/licensing/licensing.words.ts';
import { licensingEffects } from '../inspection/licensing/licensing-effects.ts';
import { addDays, londonInstant } from '../platform/clock/clock.ts';
import { insertRows } from '../platform/database/bulk.ts';
import { toDocx } from '../platform/documents/docx.ts';
import { toPdf } from '../platform/documents/pdf.ts';
import { idFromName, repeatableIds } from '../platform/ids/ids.ts';

/** A review of the licence of a shop where alcohol was sold to a child: applied for, advertised, one representation received. */
export async function seedLicensing(client: ClientBase, county: County): Promise<void> {
  const officer = county.people.find(({ username }) => username === 'tess.trading');
  const agency = county.agencies.find(({ id }) => id === officer?.agencyId);
  const premisesId = idFromName('premises Quay News');
  const { rows } = await client.query<
    Pick<Licensing, 'tradingName' | 'firmName' | 'licenceNumber' | 'address' | 'postcode' | 'districtCode'>
  >(
    `select trading_name as "tradingName", firm_name as "firmName", licence_number as "licenceNumber", address, postcode, district_code as "districtCode"
     from inspection.premises where id = $1`,
    [premisesId],
  );
  const [premises] = rows;
  if (!officer || !agency || !premises) throw new Error('The county has no shop to review');
  const id = idFromName('licence review');
  const appliedOn = addDays(county.today, -12);
  const madeAt = londonInstant(appliedOn, '10:00');
  const draft: Licensing = {
    ...{ id, reference: repeatableIds('licence review').reference('LR'), agencyId: agency.id, premisesId },
    ...{
      ...premises,
      agencyName: agency.name,
      districtName: null,
      kind: 'review',
      status: 'draft',
      applicant: null,
    },
    ...{ grounds: [...persistentObjectives], caseWords: null, certificate: null, appliedOn: null },
    ...{ representationsUntil: null, representationsWhy: null, advertisedOn: null, hearingOn: null },
    ...{ hearingBy: null, hearingWhy: null, decidedOn: null, outcomes: [], conditions: null },
    ...{ suspendedUntil: null, appealUntil: null, appealWhy: null, appealedOn: null, endedOn: null },
    ...{ madeAt, version: 1 },
  };
  const evidence = [
    { onDay: addDays(county.today, -21), words: 'Alcohol was sold to a child: test purchase of the autumn' },
  ];
  const steps = [
    [
      'apply',
      0,
      {
        applicant: 'trading-standards',
        grounds: [...persistentObjectives],
        case: 'Alcohol is sold to children there. Training that was offered was not taken up.',
      },
    ],
    ['advertise', 1, {}],
    ['record-representation', 6, {}],
  ] as const;
  let file = draft;
  const line = (kind: string, at: Date, words: string) => ({
    ...{ id: idFromName(`licence review event ${kind}`), licensingId: id, at, kind },
    ...{ officerId: officer.id, agencyId: agency.id, words },
  });
  const events = [
    line(
      'drafted',
      madeAt,
      `${licensingKindWords.review} begun, with 1 line of evidence from the records of the premises`,
    ),
  ];
  const papers = [];
  for (const [action, days, input] of steps) {
    const on = addDays(appliedOn, days);
    const { past, to, paper: kind } = licensingLineOf(action);
    const effect = licensingEffects[action]({
      ...{
        file,
        evidence,
        periods: periodsInUse([]),
        on,
        today: county.today,
        input: { ...input, grounds: [...persistentObjectives] },
      },
    });
    file = { ...file, ...effect.set, status: typeof to === 'string' ? to : file.status };
    const at = londonInstant(on, '11:00');
    events.push(
      line(action, at, [past, effect.words, effect.why?.replace(/\.$/, '')].filter(Boolean).join('. ')),
    );
    if (kind)
      papers.push({
        kind,
        at,
        document: licensingPaperOf({ kind, file, evidence, officer: officer.name, asAt: at }),
      });
  }
  const own = { licensingId: id, agencyId: agency.id };
  const {
    agencyName: _a,
    tradingName,
    firmName: _f,
    licenceNumber,
    address: _d,
    postcode: _p,
    districtCode,
    districtName: _n,
    sortValue: _s,
    ...row
  } = file;
  await insertRows(client, 'inspection.licensing', [{ ...row, madeBy: officer.id }]);
  await insertRows(
    client,
    'inspection.licensing_evidence',
    evidence.map((one, position) => ({
      ...own,
      ...one,
      position,
      id: idFromName('licence review evidence'),
    })),
  );
  await insertRows(client, 'inspection.licensing_representation', [
    {
      ...{
        ...own,
        id: idFromName('licence review representation'),
        cameOn: addDays(appliedOn, 6),
        party: 'police',
      },
      ...{
        standing: 'for',
        words: 'The shop was spoken to twice about sales to children.',
        recordedBy: officer.id,
        recordedAt: madeAt,
      },
    },
  ]);
  await insertRows(client, 'inspection.licensing_event', events);
  for (const { kind, at, document } of papers)
    for (const [format, content] of [
      ['pdf', await toPdf(document)],
      ['docx', await toDocx(document)],
    ] as const)
      await insertRows(client, 'inspection.licensing_document', [
        {
          ...{ ...own, id: idFromName(`licence review ${kind} ${format}`), kind, version: 1, format },
          ...{ name: `${file.reference}-${kind}-1.${format}`, content: `\\x${content.toString('hex')}` },
          ...{
            sha256: createHash('sha256').update(content).digest('hex'),
            showsAddress: true,
            madeBy: officer.id,
            madeAt: at,
          },
        },
      ]);
  await insertRows(client, 'inspection.licensing_publication', [
    {
      ...{
        ...own,
        premisesId,
        reference: file.reference,
        tradingName,
        licenceNumber,
        districtCode,
        kind: file.kind,
      },
      ...{ status: file.status, grounds: file.grounds, advertisedOn: file.advertisedOn },
      representationsUntil: file.representationsUntil,
    },
  ]);
}
