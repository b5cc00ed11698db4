import { z } from 'zod';
import { channels } from '../report.words.ts';

const column = z.string().min(1);

/** How a file's columns become reports. Saved beside the file, and kept with each run. */
export const mappingSchema = z
  .object({
    /** Name of the source; with the row's own id it says which rows are known already. */
    feed: z.string().min(1, 'Give the feed a name'),
    /** Code of the agency that received them. */
    agency: z.string().min(1, 'Name the receiving agency by its code'),
    delimiter: z.string().length(1).optional(),
    /** Zone of times without one. */
    timeZone: z.string().default('Europe/London'),
    precision: z.enum(['exact', 'day', 'month']).default('exact'),
    /** Which part of 03/04/2026 is the day. Left out, days are only read as ISO, 2026-04-03. */
    dates: z.enum(['dmy', 'mdy']).optional(),
    columns: z.object({
      externalId: column.optional(),
      receivedAt: column,
      category: column.optional(),
      description: z.array(column).default([]),
      place: column.optional(),
      lon: column.optional(),
      lat: column.optional(),
      postcode: column.optional(),
      closedAt: column.optional(),
      outcome: column.optional(),
      channel: column.optional(),
      district: column.optional(),
      ward: column.optional(),
    }),
    category: z
      .object({
        /** Every row is of this issue type. */
        fixed: z.string().optional(),
        /** Their words to our issue type. */
        map: z.record(z.string(), z.string()).default({}),
        /** Takes a category whose words are the name or code of one of our issue types, without a line in the map. */
        byName: z.boolean().default(false),
        /** Makes an issue type of each category that the map lacks. */
        create: z.boolean().default(false),
      })
      .default({ map: {}, byName: false, create: false }),
    channelMap: z.record(z.string(), z.enum(channels)).default({}),
    /** Learns the directory from a column that says which team each row went to, from the earlier share of the rows. */
    learn: z
      .object({ queue: column, share: z.number().min(0.1).max(0.95).default(0.7), agencyName: z.string() })
      .optional(),
    /** Makes one service in each area of a kind, and a rule that sends the file's category there. */
    servicePerArea: z
      .object({ kind: z.string(), serviceName: z.string(), agencyName: z.string() })
      .optional(),
  })
  .refine((mapping) => mapping.category.fixed !== undefined || mapping.columns.category !== undefined, {
    path: ['category'],
    message: 'Say which column holds the category, or give one fixed category',
  });
export type Mapping = z.output<typeof mappingSchema>;

/** A code made of somebody's words: `Missed Trash/Recycling` → `missed-trash-recycling`. */
export const codeOf = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
