import { caseworkers } from '../directory/index.ts';
import { hasRole } from '../platform/access/viewer.ts';
import type { Work } from '../platform/http/work.ts';
import { countEnquiries } from './enquiry/enquiry.store.ts';
import {
  answerEnquiries,
  draftPackages,
  gradeIntelligence,
  keepGroups,
  keepStrategy,
  keepWatches,
  releasePackages,
  reviewIntelligence,
} from './intelligence.permissions.ts';
import { countWaiting } from './item/item.store.ts';
import { countOcgReviews } from './ocg/ocg.store.ts';
import { countDrafts } from './package/draft.store.ts';
import { countToAnswer } from './package/package.store.ts';
import { countDue } from './review/review.store.ts';
import { isStrategyDue } from './strategy/strategy.store.ts';
import { countVettings } from './vetting/vetting.store.ts';
import { countHits } from './watch/watch.store.ts';

/** One line of what waits for the viewer. */
export interface IntelligenceLine {
  href: string;
  text: string;
  about: string;
}

const some = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count < 100 ? count : '100 or more'} ${many}`;

/** What of intelligence waits for the viewer; nothing on a side that has none. */
export async function intelligenceNeedsMe(work: Work): Promise<IntelligenceLine[]> {
  const lines: IntelligenceLine[] = [];
  if (hasRole(work.viewer, ...gradeIntelligence.roles)) {
    const count = await countWaiting(work);
    if (count > 0)
      lines.push({
        href: '/intelligence',
        text: some(count, 'item to grade', 'items to grade'),
        about: 'What is urgent first',
      });
  }
  if (hasRole(work.viewer, ...keepWatches.roles)) {
    const sensitive = await countWaiting(work, 'sensitive');
    if (sensitive > 0)
      lines.push({
        href: '/intelligence?queue=sensitive',
        text: some(sensitive, 'sensitive item to grade', 'sensitive items to grade'),
        about: 'For the manager and whom they name',
      });
    const hits = await countHits(work);
    if (hits > 0)
      lines.push({
        href: '/intelligence/watches',
        text: some(hits, 'hit of your watchlist', 'hits of your watchlist'),
        about: 'Say of each whether it is whom or what you watch for',
      });
  }
  if (hasRole(work.viewer, ...keepGroups.roles)) {
    const count = await countOcgReviews(work);
    if (count > 0)
      lines.push({
        href: '/intelligence/groups',
        text: some(count, 'card of a group to look at again', 'cards of groups to look at again'),
        about: 'Six weeks after the last look at the latest',
      });
  }
  if (hasRole(work.viewer, ...draftPackages.roles, ...releasePackages.roles)) {
    const mine = hasRole(work.viewer, ...releasePackages.roles) ? 'toAuthorise' : 'toAnswer';
    const count = (await countVettings(work))[mine];
    const what = mine === 'toAnswer' ? 'to answer' : 'to authorise';
    if (count > 0)
      lines.push({
        href: '/intelligence/vetting',
        text: some(count, `vetting request ${what}`, `vetting requests ${what}`),
        about: 'One answer that is missing on its Thursday holds up the whole round',
      });
  }
  if (hasRole(work.viewer, ...answerEnquiries.roles)) {
    const count = await countEnquiries(work);
    if (count > 0)
      lines.push({
        href: '/intelligence/enquiries',
        text: some(count, 'enquiry to answer', 'enquiries to answer'),
        about: 'None of a round crosses while one is missing',
      });
  }
  if (hasRole(work.viewer, ...releasePackages.roles)) {
    const count = await countDrafts(work);
    if (count > 0)
      lines.push({
        href: '/intelligence/packages',
        text: some(count, 'product to authorise', 'products to authorise'),
        about: 'Nothing leaves before you have authorised it',
      });
  }
  if (hasRole(work.viewer, ...keepStrategy.roles) && (await isStrategyDue(work)))
    lines.push({
      href: '/intelligence/strategy',
      text: 'Control strategy to look at again',
      about: 'Write the next version as it is agreed; the old one stays',
    });
  if (hasRole(work.viewer, ...reviewIntelligence.roles)) {
    const count = await countDue(work);
    if (count > 0)
      lines.push({
        href: '/intelligence/reviews',
        text: some(count, 'record to review', 'records to review'),
        about: 'Whether it is still needed; nothing goes by its age alone',
      });
  }
  if (work.viewer.kind === 'officer' && work.viewer.side === 'OPS' && hasRole(work.viewer, ...caseworkers)) {
    const count = await countToAnswer(work);
    if (count > 0)
      lines.push({
        href: '/packages',
        text: some(count, 'intelligence package to answer', 'intelligence packages to answer'),
        about: 'Accept or reject it by its day',
      });
  }
  return lines;
}
