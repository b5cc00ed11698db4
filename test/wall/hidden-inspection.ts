import {
  awardPolicy,
  inspectionVisitPolicy,
  premisesPolicy,
  purchasePolicy,
  schemePolicy,
} from '../../src/inspection/index.ts';
import type { Viewer } from '../../src/platform/access/viewer.ts';
import { idFromName } from '../../src/platform/ids/ids.ts';
import { inspectionSamples } from '../support/sample-inspection.ts';
import type { Samples } from '../support/samples.ts';
import type { World } from '../support/world.ts';

const nameOf = (id: string): string => `${id.slice(0, 4)}-${id.slice(4, 7)}`.toUpperCase();
/** Columns of the module's tables: the same in every world, and slow to ask for. */
let columns: Promise<{ table: string; column: string }[]> | undefined;
async function columnsWithout(world: World, table: string, without: readonly string[]): Promise<string> {
  columns ??= world.sql(
    `select table_name as table, column_name as column from information_schema.columns where table_schema = 'inspection'`,
  );
  return (await columns)
    .filter((one) => one.table === table && !without.includes(one.column))
    .map(({ column }) => column)
    .join(', ');
}

/** A row alike to the sample, under another id and with some columns of its own. */
async function copied(
  world: World,
  table: string,
  [id, sample]: readonly [string, string],
  own: Readonly<Record<string, unknown>>,
): Promise<void> {
  // Of these two the sample has one row, with the id of what it belongs to.
  const key = table === 'concern' ? 'premises_id' : table === 'attempt_document' ? 'attempt_id' : 'id';
  const set = { id, ...own };
  const rest = await columnsWithout(world, table, Object.keys(set));
  const values = Object.values(set);
  await world.sql(
    `insert into inspection.${table} (${Object.keys(set).join(', ')}, ${rest})
     select ${values.map((_, n) => `$${n + 1}`).join(', ')}, ${rest} from inspection.${table} where ${key} = $${values.length + 1}`,
    [...values, sample],
  );
}

/** Premises, tests, visits, schemes and applications of agencies that the viewer has no part in, each alike to the sample. */
export async function hiddenInspection(world: World, viewer: Viewer): Promise<Samples> {
  const ids: Samples = {};
  const s = inspectionSamples;
  const own = viewer.kind === 'officer' ? viewer.agencyId : undefined;
  const agencies = await world.sql<{ id: string }>('select id from directory.agency order by code');
  for (const { id: agency } of agencies) {
    if (agency === own) continue;
    const named = (what: string) => idFromName(`hidden ${what} ${agency}`);
    const whose = { agency_id: agency, agency_ids: [agency] };
    const lead = { lead_agency_id: agency, agency_id: agency };
    const subject = { agencyIds: [agency], agencyId: agency, status: 'under-way' };
    if (
      [premisesPolicy, purchasePolicy, inspectionVisitPolicy, schemePolicy].some((one) =>
        one.can(viewer, subject),
      )
    )
      continue;
    if (awardPolicy.can(viewer, subject)) continue;
    const premises = named('premises');
    const purchase = named('purchase');
    const attempt = named('attempt');
    const visit = named('inspection visit');
    const scheme = named('scheme');
    await copied(world, 'premises', [premises, s.premisesId], {
      ...whose,
      trading_name: 'Hidden Wines',
      reference: `PR-${nameOf(premises)}`,
    });
    await copied(world, 'concern', [named('concern'), s.premisesId], {
      ...{ premises_id: premises, agency_id: agency, shared_words: 'Hidden concern' },
    });
    await copied(world, 'purchase', [purchase, s.purchaseId], {
      ...{ ...whose, reference: `TP-${nameOf(purchase)}`, name: 'Hidden test' },
    });
    const of = { purchase_id: purchase, lead_agency_id: agency };
    await copied(world, 'selection', [named('selection'), s.selectionId], { ...of, premises_id: premises });
    await copied(world, 'volunteer', [named('volunteer'), s.volunteerId], of);
    await copied(world, 'purchase_officer', [named('purchase officer'), s.purchaseOfficerId], {
      ...{ purchase_id: purchase, agency_id: agency },
    });
    await copied(world, 'attempt', [attempt, s.attemptId], {
      ...{ ...lead, purchase_id: purchase, premises_id: premises, reference: `TA-${nameOf(attempt)}` },
    });
    await copied(world, 'follow_up', [named('follow-up'), s.followUpId], { ...lead, attempt_id: attempt });
    await copied(world, 'attempt_document', [named('letter'), s.attemptId], {
      attempt_id: attempt,
      agency_id: agency,
    });
    await copied(world, 'visit', [visit, s.inspectionVisitId], {
      ...{ ...whose, premises_id: premises, reference: `IV-${nameOf(visit)}` },
    });
    await world.sql(
      "insert into inspection.visit_company (visit_id, agency_id, companion, companion_is) values ($1, $2, 'Hidden companion', 'police')",
      [visit, agency],
    );
    await world.sql(
      'insert into inspection.premises_screen (premises_id, agency_id, screening_id, screened_at) select $1, $2, screening_id, screened_at from inspection.premises_screen limit 1',
      [premises, agency],
    );
    await copied(world, 'sample', [named('sample'), s.sampleId], { visit_id: visit, agency_id: agency });
    await copied(world, 'scheme', [scheme, s.schemeId], { ...whose, reference: `SC-${nameOf(scheme)}` });
    const member = { scheme_id: scheme, premises_id: premises, agency_id: agency };
    await copied(world, 'member', [named('member'), s.memberId], member);
    await copied(world, 'award', [named('award'), s.awardId], {
      ...member,
      reference: `AW-${nameOf(named('award'))}`,
    });
    const review = named('licence review');
    await copied(world, 'licensing', [review, s.licensingId], {
      ...{
        agency_id: agency,
        premises_id: premises,
        reference: `LR-${nameOf(review)}`,
        case_words: 'Hidden case',
      },
    });
    // Neither a draft nor its papers are in the register that anybody reads.
    for (const table of [
      'licensing_evidence',
      'licensing_representation',
      'licensing_event',
      'licensing_document',
    ])
      await copied(world, table, [named(table), s.licensingId], {
        ...{ licensing_id: review, agency_id: agency },
      });
    await copied(world, 'premises_document', [named('closure notice'), s.licensingId], {
      ...{ premises_id: premises, agency_id: agency },
    });
    ids.licensingId ??= review;
    ids.premisesId ??= premises;
    ids.purchaseId ??= purchase;
    ids.selectionId ??= named('selection');
    ids.purchaseOfficerId ??= named('purchase officer');
    ids.volunteerId ??= named('volunteer');
    ids.attemptId ??= attempt;
    ids.followUpId ??= named('follow-up');
    ids.inspectionVisitId ??= visit;
    ids.sampleId ??= named('sample');
    ids.schemeId ??= scheme;
    ids.memberId ??= named('member');
    ids.awardId ??= named('award');
  }
  await hiddenWords(world, own);
  return ids;
}
/** Of the sample itself, what only the agency that leads it reads: why, the welfare, what was said, its own words of the concern. */
async function hiddenWords(world: World, own: string | undefined): Promise<void> {
  const [sample] = await world.sql<{ agencyId: string }>(
    'select agency_id as "agencyId" from inspection.purchase where id = $1',
    [inspectionSamples.purchaseId],
  );
  if (!sample || sample.agencyId === own) return;
  for (const table of ['selection_reason', 'welfare_line', 'attempt_detail', 'concern', 'purchase_covert'])
    await world.sql(
      `update inspection.${table} set words = 'Hidden words' where ${['concern', 'purchase_covert'].includes(table) ? 'agency_id' : 'lead_agency_id'} = $1`,
      [sample.agencyId],
    );
}
