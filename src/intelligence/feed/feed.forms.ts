import { z } from 'zod';
import { line, needed } from '../form/form.forms.ts';
import { version } from '../item/item.forms.ts';
import { type FeedField, feedFields } from './feed.words.ts';

/** What a file of a feed may hold. A table is read and checked while somebody waits. */
export const feedLimits = {
  fileBytes: 10_000_000,
  formBytes: 10_100_000,
  unpackedBytes: 40_000_000,
  rows: 5000,
} as const;
export const feedLimitWords = 'At most 10 MB and 5,000 rows: split what is larger.';

export const feedParams = z.object({ feedId: z.uuid() });
export const giveSchema = z.object({
  feed: needed(80, 'Say where it comes from, such as the name of the system or team'),
});
const columnNames = Object.fromEntries(feedFields.map((field) => [field, line(500)])) as Record<
  FeedField,
  ReturnType<typeof line>
>; // one entry for each field
export const mappingSchema = z.object({ version, ...columnNames });
export const decideFeedSchema = z.object({ version });
