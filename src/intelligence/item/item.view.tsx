import { mayUse } from '../../platform/access/permission.ts';
import { demand, type FieldProblem, type Result } from '../../platform/failures/failures.ts';
import { addressWith, sortLinks } from '../../platform/http/address.ts';
import type { Ask } from '../../platform/http/declare.ts';
import { type PageReply, page, type RedirectReply, redirect } from '../../platform/http/reply.ts';
import { officerOf, type Work } from '../../platform/http/work.ts';
import { officersOfUnit } from '../check/check.store.ts';
import { feedOfItem } from '../feed/feed.store.ts';
import { convertLegacy, gradeIntelligence } from '../intelligence.permissions.ts';
import { answeringOf } from '../strategy/answering.store.ts';
import { watchedItems } from '../watch/watch.store.ts';
import { AddItemPage } from './add.pages.tsx';
import { gradingsOf, paragraphsOf } from './grade.store.ts';
import type { QueueInput } from './item.forms.ts';
import { ItemPage } from './item.pages.tsx';
import { itemParts } from './item.parts.tsx';
import { openItem, pageOfItems } from './item.queries.ts';
import { countWaiting, eventsOf, nextWaiting } from './item.store.ts';
import { QueuePage } from './queue.pages.tsx';
import { twinsOf } from './twin.store.ts';

/** What was typed and what is wrong with it, when a page is shown again. */
export interface Again {
  problems?: readonly FieldProblem[];
  typed?: Record<string, unknown>;
  /** The form that was answered, of those on the page that share names of fields. */
  form?: 'grade' | 'return' | 'sensitive' | undefined;
  /** The paragraph whose form is open; else the first that has no grade. */
  open?: string | undefined;
}

const marking = 'OFFICIAL-SENSITIVE';
const queue = { href: '/intelligence', text: 'Intelligence queue' };

export async function queuePage(work: Work, filter: QueueInput): Promise<PageReply> {
  const { items, next, sorted, isCut } = await pageOfItems(work, filter);
  const answering = await answeringOf(
    work,
    items.map(({ id }) => id),
  );
  const body = (
    <QueuePage
      items={items}
      answering={answering}
      watched={
        await watchedItems(
          work,
          items.map(({ id }) => id),
        )
      }
      filter={filter}
      isCut={isCut}
      otherWaiting={await countWaiting(work, filter.queue === 'sensitive' ? 'ordinary' : 'sensitive')}
      nextHref={next ? addressWith('/intelligence', filter, { after: next }) : undefined}
      sort={sortLinks('/intelligence', filter, sorted)}
      mayAdd={mayUse(work.viewer, gradeIntelligence)}
      mayConvert={mayUse(work.viewer, convertLegacy)}
    />
  );
  return page('Intelligence queue', body, { wide: true, marking });
}

export const addPage = (ask: Ask, { problems = [], typed = {} }: Again = {}): PageReply =>
  page('Put an item into the queue', <AddItemPage csrf={ask.csrf} {...{ problems, typed }} />, {
    problems,
    marking,
    back: queue,
  });

/** The page of one item, as it is or with a form of it shown again. */
export async function itemPage(
  work: Work,
  id: string,
  ask: Ask,
  { problems = [], typed = {}, open, form }: Again = {},
): Promise<PageReply> {
  const item = demand(await openItem(work, id));
  const paragraphs = await paragraphsOf(work, id);
  const mayGrade = mayUse(work.viewer, gradeIntelligence);
  const view = {
    ...{ item, paragraphs },
    twins: await twinsOf(work, id),
    gradings: await gradingsOf(work, id),
    events: await eventsOf(work, id),
    next: await nextWaiting(work, item),
    roles: officerOf(work).roles,
    mayGrade,
    feed: await feedOfItem(work, id),
    officers: await officersOfUnit(work),
    own: officerOf(work).officerId,
    open: open ?? paragraphs.find(({ grade }) => !grade)?.id,
    parts: await itemParts(work, item, { csrf: ask.csrf, mayGrade, problems, typed }),
  };
  const body = <ItemPage {...view} csrf={ask.csrf} {...{ problems, typed, form }} />;
  return page(`Item ${item.reference}`, body, { problems, marking, back: queue });
}

/** Back to the item after a step; a fault that it finds in a field is shown by its form. */
export function afterStep(done: Result<unknown>, to: { itemId: string; flash: string }): RedirectReply {
  demand(done);
  return redirect(`/intelligence/items/${to.itemId}`, { flash: to.flash });
}
