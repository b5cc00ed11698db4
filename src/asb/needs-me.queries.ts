import { sql } from 'kysely';
import type { Work } from '../platform/http/work.ts';
import { asbCasePolicy, caseReviewPolicy, isAsbChair, isAsbOfficer } from './asb.policy.ts';
import { listActions } from './nomination.store.ts';
import { listPlans, missingParts } from './plan.store.ts';
import { listRecommendations } from './review.store.ts';

/** A line of what waits for somebody who keeps cases. */
export interface AsbLineForMe {
  href: string;
  text: string;
  about: string;
}
const count = async (work: Work, query: ReturnType<typeof sql>): Promise<number> =>
  (await sql<{ n: number }>`select count(*)::int as n from ${query}`.execute(work.db)).rows[0]?.n ?? 0;

/** Assessments and first contacts that are late, plans in which something is missing, reviews and recommendations to answer. */
export async function asbNeedsMe(work: Work): Promise<AsbLineForMe[]> {
  if (!isAsbOfficer(work.viewer)) return [];
  const today = work.clock.today();
  const own = asbCasePolicy.visible(work.viewer, 'c');
  const overdue = await count(
    work,
    sql`asb.asb_case c where c.status <> 'closed' and c.assess_due_on < ${today}::date and ${own}`,
  );
  const contacts = await count(
    work,
    sql`asb.complainant p join asb.asb_case c on c.id = p.asb_id where c.status <> 'closed' and p.contacted_on is null and p.contact_due_on <= ${today}::date and ${own}`,
  );
  const lines: AsbLineForMe[] = [];
  if (overdue > 0)
    lines.push({
      href: '/asb?due=overdue',
      text: `Cases to assess anew: ${overdue}`,
      about: 'The day for it has passed',
    });
  if (contacts > 0)
    lines.push({ href: '/asb', text: `First contacts: ${contacts}`, about: 'Due today, or late' });
  for (const plan of await listPlans(work, { isAhead: true })) {
    if (
      work.viewer.kind !== 'officer' ||
      plan.leadAgencyId !== work.viewer.agencyId ||
      plan.escalateOn > today
    )
      continue;
    const missing = missingParts(plan, await listActions(work, { planId: plan.id }));
    if (missing.length > 0)
      lines.push({
        href: `/release-plans/${plan.id}`,
        text: `Plan ${plan.reference}`,
        about: `${missing.length} of ${plan.required.length} have no owner`,
      });
  }
  if (isAsbChair(work.viewer)) {
    const reviews = await count(
      work,
      sql`asb.review r where r.status in ('received', 'acknowledged', 'info-requested') and ${caseReviewPolicy.visible(work.viewer, 'r')}`,
    );
    if (reviews > 0)
      lines.push({
        href: '/case-reviews',
        text: `Case reviews to decide: ${reviews}`,
        about: 'Each has its day in the published timetable',
      });
  }
  const asked = (await listRecommendations(work, { isToUs: true })).filter(
    ({ response }) => response === null,
  );
  if (asked.length > 0)
    lines.push({
      href: '/recommendations',
      text: `Recommendations to answer: ${asked.length}`,
      about: 'From case reviews',
    });
  return lines;
}
