import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { officerOf, type Work } from '../../platform/http/work.ts';
import { itemPolicy } from '../item/item.policy.ts';
import { judge, tidyName } from './attachment.rules.ts';
import type { FeedFile } from './feed.store.ts';
import type { MailAttachment } from './mail.ts';

/** A file that came with an e-mail. */
export interface Attachment {
  id: string;
  name: string;
  foundType: string;
  bytes: number;
  sha256: string;
  state: 'kept' | 'marked' | 'refused';
  why: string;
  /** What the virus scanner said of the file. */
  scan: 'held' | 'clean' | 'infected';
}

/** Keeps what was attached to an e-mail, each judged by its own bytes; what is refused leaves its name and hash alone. */
export async function keepAttachments(
  work: Work,
  feedFileId: string,
  given: readonly MailAttachment[],
): Promise<void> {
  if (given.length === 0) return;
  const { agencyId } = officerOf(work);
  await work.db
    .insertInto('intelligence.attachment')
    .values(
      given.map(({ name, type, content }, position) => {
        const { found, state, why } = judge({ name, content, position });
        return {
          ...{ id: work.ids.next(), agencyId, feedFileId, position, state, why },
          ...{ name: tidyName(name), saidType: type.slice(0, 100), foundType: found.code },
          ...{ bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') },
          content: state === 'refused' ? null : Buffer.from(content),
        };
      }),
    )
    .execute();
}

const columns = sql`t.id, t.name, t.found_type, t.bytes, t.sha256, t.state, t.why, t.scan`;
export async function attachmentsOfFile({ db, viewer }: Work, feedFileId: string): Promise<Attachment[]> {
  const { rows } = await sql<Attachment>`select ${columns} from intelligence.attachment t
    where t.feed_file_id = ${feedFileId} and ${itemPolicy.visible(viewer, 't')} order by t.position`.execute(
    db,
  );
  return rows;
}
export async function attachmentsOfItem({ db, viewer }: Work, itemId: string): Promise<Attachment[]> {
  const { rows } = await sql<Attachment>`select ${columns} from intelligence.attachment t
    where t.item_id = ${itemId} and ${itemPolicy.visible(viewer, 't')} order by t.position`.execute(db);
  return rows;
}

/** One file of an item with its bytes; undefined where it is not there, or was not kept. */
export async function findAttachment(
  { db, viewer }: Work,
  at: { itemId: string; attachmentId: string },
): Promise<(Attachment & { content: Buffer }) | undefined> {
  const { rows } = await sql<
    Attachment & { content: Buffer }
  >`select ${columns}, t.content from intelligence.attachment t
    where t.id = ${at.attachmentId} and t.item_id = ${at.itemId} and t.content is not null and ${itemPolicy.visible(viewer, 't')}`.execute(
    db,
  );
  return rows[0];
}

/** The files of an e-mail belong to the item that it became. */
export const tieAttachments = (work: Work, file: FeedFile, itemId: string): Promise<unknown> =>
  work.db
    .updateTable('intelligence.attachment')
    .set({ itemId })
    .where('feedFileId', '=', file.id)
    .where('itemId', 'is', null)
    .execute();

/** Forgets the files of an e-mail that became no item. */
export const forgetAttachments = (work: Work, file: FeedFile): Promise<unknown> =>
  work.db
    .deleteFrom('intelligence.attachment')
    .where('feedFileId', '=', file.id)
    .where('itemId', 'is', null)
    .execute();
