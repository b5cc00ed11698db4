import { z } from 'zod';
import { gateways } from '../../../reference/gateways.ts';
import { interventions, type ListField, listFields, listHandlings } from './list.words.ts';

const plain = (raw: string): string => raw.replace(/[^\P{Cc}]/gu, ' ').trim();
const words = (most: number) =>
  z
    .string()
    .transform(plain)
    .pipe(z.string().max(most, `Use ${most} characters or fewer`));
const blank = <S extends z.ZodType>(schema: S) =>
  z.preprocess((raw) => (raw === '' || raw === undefined ? undefined : raw), schema.optional());
const version = z.coerce.number('Reload the page and try again').int();
const names = gateways.map((gateway) => gateway.name);

export const listParams = z.object({ listId: z.uuid() });
export const loadParams = z.object({ listId: z.uuid(), loadId: z.uuid() });

const about = {
  name: words(120).pipe(z.string().min(1, 'Say what the list is called')),
  about: words(500).default(''),
  intervention: words(200).default(''),
  gateway: z
    .string('Choose the power under which it is shared')
    .refine((name) => names.some((one) => one === name), {
      message: 'Choose the power under which it is shared',
    }),
  contact: words(200).default(''),
  rowsTold: blank(
    z.coerce
      .number('Enter a whole number')
      .int('Enter a whole number')
      .min(0, 'Enter a whole number')
      .max(10_000_000),
  ),
  fieldsTold: words(500).default(''),
};
export const listSchema = z.object({
  ownerAgencyId: z.uuid('Choose the agency that keeps the list'),
  handling: z.enum(listHandlings, 'Choose how the list is handled'),
  ...about,
});
export type ListInput = z.output<typeof listSchema>;
export const changeListSchema = z.object({ version, ...about });
export type ChangeListInput = z.output<typeof changeListSchema>;

export const interventionHint = `For example: ${interventions.slice(0, 4).join(', ').toLowerCase()}.`;

/** The form that a file comes with; the file itself is not a field. */
export const giveSchema = z.object({
  isWhole: z.enum(['yes', 'no'], 'Choose whether the file is the whole list').default('yes'),
});

const column = blank(z.string().max(500));
const fields = Object.fromEntries(listFields.map(({ field }) => [field, column])) as Record<
  ListField,
  typeof column
>; // one entry for each of the fields
export const columnsSchema = z.object({
  version,
  isWhole: z.enum(['yes', 'no'], 'Choose whether the file is the whole list').default('yes'),
  ...fields,
});
export type ColumnsInput = z.output<typeof columnsSchema>;
export const moveSchema = z.object({ version });
export const undoSchema = z.object({
  version,
  reason: words(300).pipe(z.string().min(3, 'Say why it is undone')),
});
export const closeSchema = z.object({
  version,
  reason: words(300).pipe(z.string().min(3, 'Say why it is closed')),
});

/** A page of rows: after a name and an id, as the link at its end gives them. */
export const entriesSchema = z.object({
  afterLabel: z.string().max(500).optional(),
  afterId: z.uuid().optional().catch(undefined),
});

export const mappingSchema = z.partialRecord(
  z.enum(listFields.map(({ field }) => field) as [ListField, ...ListField[]]), // the table has lines
  z.string(),
);
