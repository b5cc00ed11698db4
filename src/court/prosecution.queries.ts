import { type EditionRow, listEditions } from '../enforcement/index.ts';
import { type EnquiryShown, enquiriesAbout } from '../intelligence/index.ts';
import { demand } from '../platform/failures/failures.ts';
import type { Work } from '../platform/http/work.ts';
import { firstBroken } from './continuity.ts';
import type { PaperKind } from './court.words.ts';
import { type Outcome, outcomeOf, toldOf } from './outcome.store.ts';
import { openProsecution } from './prosecution.commands.ts';
import {
  continuityOf,
  type EvidenceItem,
  itemsOf,
  type Prosecution,
  type SupportLine,
  supportOf,
} from './prosecution.store.ts';

/** Everything of a prosecution file. */
export interface ProsecutionView {
  file: Prosecution;
  items: EvidenceItem[];
  /** Numbers of items whose continuity does not hold together. */
  broken: number[];
  enquiries: EnquiryShown[];
  papers: EditionRow<PaperKind>[];
  outcome: Outcome | undefined;
  told: { told: number; of: number };
  /** Who supports it with evidence, and who did. */
  support: SupportLine[];
}

/** A file of the viewer's service with everything in it; the continuity of each item is worked out again. */
export async function prosecutionView(work: Work, id: string): Promise<ProsecutionView> {
  const file = demand(await openProsecution(work, id));
  const items = await itemsOf(work, id);
  const lines = await continuityOf(work, id);
  return {
    file,
    items,
    broken: items
      .filter((item) => firstBroken(lines.filter(({ itemId }) => itemId === item.id)) !== undefined)
      .map(({ number }) => number),
    enquiries: await enquiriesAbout(work, id),
    papers: await listEditions<PaperKind>(work, 'prosecution', id),
    outcome: await outcomeOf(work, id),
    told: await toldOf(work, id),
    support: await supportOf(work, file),
  };
}
