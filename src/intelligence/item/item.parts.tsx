import { mayUse } from '../../platform/access/permission.ts';
import type { FieldProblem } from '../../platform/failures/failures.ts';
import type { Work } from '../../platform/http/work.ts';
import type { Content } from '../../platform/ui/index.ts';
import { AttachmentsPart } from '../feed/attachment.pages.tsx';
import { attachmentsOfItem } from '../feed/attachment.store.ts';
import { reviewIntelligence } from '../intelligence.permissions.ts';
import { suggestionsFor } from '../link/link.commands.ts';
import { LinksPart } from '../link/link.pages.tsx';
import { commonNominals, linksOf } from '../link/link.store.ts';
import { isAdrift } from '../source/source.commands.ts';
import { SourcePart } from '../source/source.pages.tsx';
import { listSources, sourceOfItem } from '../source/source.store.ts';
import { AnswersPart } from '../strategy/answering.pages.tsx';
import { answeringOf, requirementsOfItem } from '../strategy/answering.store.ts';
import { WatchedPart } from '../watch/watch.pages.tsx';
import { hitsOfItem } from '../watch/watch.store.ts';
import type { Item } from './item.store.ts';

interface Shown {
  csrf: string;
  mayGrade: boolean;
  problems: readonly FieldProblem[];
  typed: Record<string, unknown>;
}

/** What the rest of the unit's work says of an item: what it is about, and its source. */
export async function itemParts(work: Work, item: Item, shown: Shown): Promise<Content> {
  const { source, wanted } = await sourceOfItem(work, item.id);
  const links = await linksOf(work, item.id);
  const suggested = await suggestionsFor(work, item);
  const nominals = await commonNominals(work, item.id);
  const adrift = source !== undefined && (await isAdrift(work, source));
  const sources = shown.mayGrade ? await listSources(work) : [];
  const answering = (await answeringOf(work, [item.id])).get(item.id) ?? [];
  return (
    <>
      <AttachmentsPart rows={await attachmentsOfItem(work, item.id)} itemId={item.id} />
      <WatchedPart hits={await hitsOfItem(work, item.id)} csrf={shown.csrf} />
      <AnswersPart answering={answering} requirements={await requirementsOfItem(work, item.id)} />
      <LinksPart {...shown} itemId={item.id} {...{ links, suggested, nominals }} />
      <SourcePart {...shown} {...{ item, source, wanted, sources }} isAdrift={adrift} />
      {mayUse(work.viewer, reviewIntelligence) && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/intelligence/items/${item.id}/review`}>
            Review whether it is still needed
          </a>
        </p>
      )}
    </>
  );
}
