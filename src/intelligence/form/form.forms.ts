import { z } from 'zod';

const plain = (raw: string): string =>
  raw
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .trim();
/** Text of some length, without control characters. */
export const text = (most: number) =>
  z
    .string()
    .transform(plain)
    .pipe(z.string().max(most, `Use ${most.toLocaleString('en-GB')} characters or fewer`));
export const line = (most: number) => text(most).default('');
export const needed = (most: number, missing: string) => text(most).pipe(z.string().min(3, missing));
export const blank = <S extends z.ZodType>(schema: S) =>
  z.preprocess((raw) => (raw === '' ? undefined : raw), schema.optional());

export const howKnownChoices = ['saw', 'told', 'read', 'other'] as const;
export const howKnownWords: Record<(typeof howKnownChoices)[number], string> = {
  saw: 'I saw or heard it myself',
  told: 'Somebody told me',
  read: 'I read it: a document, a record or online',
  other: 'Another way',
};

/** The partner's form: three minutes on a phone. */
export const formSchema = z
  .object({
    body: needed(20_000, 'Say what you know'),
    howKnown: z.enum(howKnownChoices, 'Say how you know it'),
    howKnownWords: line(500),
    knownWhen: line(120),
    fears: z.enum(['yes', 'no'], 'Say whether somebody could come to harm'),
    fearsWords: line(500),
    urgent: z.preprocess((raw) => raw === 'yes' || raw === true, z.boolean()),
  })
  .superRefine((given, context) => {
    if (given.fears === 'yes' && given.fearsWords.length < 3)
      context.addIssue({
        code: 'custom',
        path: ['fearsWords'],
        message: 'Say who could come to harm, and how',
      });
  });

export const formExample = {
  body: 'Roofer at QM1 1AA takes cash and does no work. Drives AB12 CDE, rings from 07700 900555.',
  howKnown: 'told',
  fears: 'no',
};
