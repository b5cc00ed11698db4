import {
  asbActionPolicy,
  asbCasePolicy,
  caseReviewPolicy,
  contributionPolicy,
  nominationPolicy,
  recommendationPolicy,
} from '../../src/asb/index.ts';
import type { Viewer } from '../../src/platform/access/viewer.ts';
import { idFromName } from '../../src/platform/ids/ids.ts';
import { asbSamples } from '../support/sample-asb.ts';
import type { Samples } from '../support/samples.ts';
import type { World } from '../support/world.ts';

const nameOf = (id: string): string => `${id.slice(0, 4)}-${id.slice(4, 7)}`.toUpperCase();
let columns: Promise<{ table: string; column: string }[]> | undefined;

/** A row alike to the sample, under another id and with some columns of its own. */
async function copied(
  world: World,
  table: string,
  sample: readonly [key: string, id: string],
  own: Readonly<Record<string, unknown>>,
): Promise<void> {
  columns ??= world.sql(
    `select table_name as table, column_name as column from information_schema.columns where table_schema = 'asb'`,
  );
  const rest = (await columns)
    .filter((one) => one.table === table && !(one.column in own))
    .map(({ column }) => column)
    .join(', ');
  const names = Object.keys(own);
  await world.sql(
    `insert into asb.${table} (${names.join(', ')}, ${rest}) select ${names.map((_, n) => `$${n + 1}`).join(', ')}, ${rest}
     from asb.${table} where ${sample[0]} = $${names.length + 1}`,
    [...Object.values(own), sample[1]],
  );
}

/** Cases, nominations, plans and reviews of agencies that the viewer has no part in, each alike to the sample. */
export async function hiddenAsb(world: World, viewer: Viewer): Promise<Samples> {
  const ids: Samples = {};
  const s = asbSamples;
  const own = viewer.kind === 'officer' ? viewer.agencyId : undefined;
  for (const { id: agency } of await world.sql<{ id: string }>(
    'select id from directory.agency order by code',
  )) {
    if (agency === own) continue;
    const two = {
      ...{ agencyId: agency, leadAgencyId: agency, bodyAgencyId: agency },
      ...{ serviceId: agency, officerIds: [] },
    };
    if (
      asbCasePolicy.can(viewer, { agencyId: agency, officerIds: [] }) ||
      caseReviewPolicy.can(viewer, { agencyId: agency }) ||
      nominationPolicy.can(viewer, { agencyIds: [agency] }) ||
      asbActionPolicy.can(viewer, two) ||
      recommendationPolicy.can(viewer, two)
    )
      continue;
    const named = (what: string) => idFromName(`hidden ${what} ${agency}`);
    const [asb, order, breach] = [named('asb case'), named('asb order'), named('asb breach')];
    const [nomination, plan, review] = [named('nomination'), named('release plan'), named('case review')];
    const on = { asb_id: asb, agency_id: agency };
    await copied(world, 'asb_case', ['id', s.asbId], {
      ...{
        id: asb,
        agency_id: agency,
        reference: `ASB-${nameOf(asb)}`,
        summary: 'Hidden case',
        subject_name: 'Hidden Person',
      },
    });
    await copied(world, 'complainant', ['id', s.complainantId], {
      ...on,
      id: named('asb complainant'),
      name: 'Hidden Neighbour',
    });
    for (const table of ['contact', 'incident', 'assessment', 'measure'])
      await copied(world, table, ['asb_id', s.asbId], {
        ...{ ...on, id: named(`asb ${table}`) },
        ...(table === 'contact' ? { complainant_id: named('asb complainant') } : {}),
      });
    await copied(world, 'asb_event', ['asb_id', s.asbId], { ...on, id: named('asb event') });
    await copied(world, 'order_file', ['id', s.orderId], {
      ...on,
      id: order,
      reference: `AO-${nameOf(order)}`,
    });
    await copied(world, 'order_document', ['order_id', s.orderId], {
      ...{ id: named('asb order paper'), order_id: order, agency_id: agency },
    });
    await copied(world, 'breach', ['id', s.breachId], { ...on, id: breach, order_id: order });
    await copied(world, 'nomination', ['id', s.nominationId], {
      ...{
        ...on,
        id: nomination,
        chair_agency_id: agency,
        agency_ids: [agency],
        reference: `JN-${nameOf(nomination)}`,
      },
      subject_name: 'Hidden Person',
    });
    await copied(world, 'release_plan', ['id', s.releasePlanId], {
      ...{
        ...on,
        id: plan,
        lead_agency_id: agency,
        breach_id: breach,
        nomination_id: nomination,
        reference: `RP-${nameOf(plan)}`,
      },
    });
    await copied(world, 'review', ['id', s.reviewId], {
      ...{ id: review, agency_id: agency, reference: `CR-${nameOf(review)}`, outcome: 'Hidden outcome' },
    });
    await copied(world, 'review_applicant', ['review_id', s.reviewId], {
      review_id: review,
      agency_id: agency,
      name: 'Hidden Neighbour',
    });
    await copied(world, 'review_complaint', ['review_id', s.reviewId], {
      id: named('complaint'),
      review_id: review,
      agency_id: agency,
    });
    await copied(world, 'review_document', ['review_id', s.reviewId], {
      id: named('letter'),
      review_id: review,
      agency_id: agency,
    });
    await copied(world, 'recommendation', ['id', s.recommendationId], {
      ...{ id: named('recommendation'), review_id: review, agency_id: agency, body_agency_id: agency },
      reference: `CN-${nameOf(named('recommendation'))}`,
    });
    ids.asbId ??= asb;
    ids.complainantId ??= named('asb complainant');
    ids.orderId ??= order;
    ids.nominationId ??= nomination;
    ids.releasePlanId ??= plan;
    ids.reviewId ??= review;
    ids.recommendationId ??= named('recommendation');
  }
  await hiddenColleagues(world, viewer);
  await hiddenContribution(world, viewer);
  return ids;
}
/** A case of the viewer's own agency that they do not work on: a service officer's colleagues keep it. */
async function hiddenColleagues(world: World, viewer: Viewer): Promise<void> {
  if (viewer.kind !== 'officer' || asbCasePolicy.can(viewer, { agencyId: viewer.agencyId, officerIds: [] }))
    return;
  const s = asbSamples;
  const asb = idFromName(`hidden asb of a colleague ${viewer.agencyId}`);
  const on = { asb_id: asb, agency_id: viewer.agencyId };
  await copied(world, 'asb_case', ['id', s.asbId], {
    ...{ id: asb, agency_id: viewer.agencyId, reference: `ASB-${nameOf(asb)}`, officer_ids: [] },
    ...{ summary: 'Hidden case', subject_name: 'Hidden Person' },
  });
  await copied(world, 'complainant', ['id', s.complainantId], {
    ...{ ...on, id: idFromName(`complainant ${asb}`), name: 'Hidden Neighbour' },
  });
  for (const table of ['incident', 'assessment'])
    await copied(world, table, ['asb_id', s.asbId], { ...on, id: idFromName(`${table} ${asb}`) });
}
/** What health brings to the very nomination that the viewer may see, for one named person who is not the viewer. */
async function hiddenContribution(world: World, viewer: Viewer): Promise<void> {
  const rows = await world.sql<{ id: string; agency: string; code: string; told: string[] }>(
    `select o.id, o.agency_id as agency, a.code, n.agency_ids as told from directory.officer o join directory.agency a on a.id = o.agency_id
     cross join asb.nomination n where n.id = $1 and a.code in ('MICB', 'WEND', 'MPOL') order by o.name`,
    [asbSamples.nominationId],
  );
  const author = rows.find(({ code }) => code === 'MICB');
  const reader = rows.find(
    ({ id, told }) =>
      author !== undefined &&
      id !== author.id &&
      !contributionPolicy.can(viewer, {
        agencyIds: told,
        officerId: author.id,
        audience: 'named',
        audienceIds: [id],
      }),
  );
  if (!author || !reader) return;
  await world.sql(
    `insert into asb.contribution (id, nomination_id, agency_id, officer_id, kind, words, audience, audience_ids, basis, why, at)
     values ($1, $2, $3, $4, 'health', 'Hidden words', 'named', array[$5::uuid], 'without-consent', 'Risk to others', '2026-11-12T09:00:00Z')`,
    [idFromName('hidden contribution'), asbSamples.nominationId, author.agency, author.id, reader.id],
  );
}
