import type { Work } from '../platform/http/work.ts';
import { dayWords } from '../platform/ui/index.ts';
import { isInspector } from './inspection.policy.ts';
import { licensingsNeedMe } from './licensing/licensing.queries.ts';
import { persistentAlerts } from './persistent.queries.ts';

/** A line of what waits for somebody who inspects. */
export interface PremisesLineForMe {
  href: string;
  text: string;
  about: string;
}
/** Premises of the viewer's agency that wait for a decision, for the home page. Names no test to come. */
export async function premisesNeedMe(work: Work): Promise<PremisesLineForMe[]> {
  if (!isInspector(work.viewer)) return [];
  const alerts = await persistentAlerts(work);
  const reviews = await licensingsNeedMe(work);
  const selling = alerts.map(({ id, tradingName }) => ({
    href: `/premises/${id}#selling`,
    text: tradingName,
    about: 'Persistent selling: decide what is done',
  }));
  return [
    ...selling,
    ...reviews.map(({ id, reference, tradingName, what, dueOn }) => ({
      href: `/licence-reviews/${id}`,
      text: `${tradingName} (${reference})`,
      about: `${what}${dueOn ? `, ${dayWords(dueOn)}` : ''}`,
    })),
  ];
}
