import { sql } from 'kysely';
import { notNames, withheldWords } from '../../reference/asb.ts';
import { type FieldProblem, invalid, ok, type Result } from '../platform/failures/failures.ts';
import type { Work } from '../platform/http/work.ts';
import { findApplicant, type Review } from './review.store.ts';

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const whole = (words: string, flags: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${escaped(words)}(?![\\p{L}\\p{N}])`, `u${flags}`);
const plain = (words: string): string => words.normalize('NFKC').replace(/\s+/g, ' ').trim();
/** The parts of a name that name somebody by themselves, as they are written: "Sam" and "Sample", not "the". */
const partsOf = (name: string): string[] =>
  plain(name)
    .split(/[^\p{L}'’-]+/u)
    .filter((part) => part.length > 2 && /^\p{Lu}/u.test(part) && !notNames.includes(part));

/** Who must not be read of: names and ways to reach them; and what is the applicant's own. */
export interface Screened {
  names: readonly string[];
  reach: readonly string[];
  own: readonly string[];
}
/** Whether words name somebody: by the whole name however it is written, by a part of it as a name is written, or by number or e-mail. */
export function namesSomebody(words: string, { names, reach, own }: Screened): boolean {
  const text = plain(words);
  const digits = text.replace(/[\s()-]/g, '');
  const ours = new Set(own.flatMap((one) => [plain(one).toLowerCase(), ...partsOf(one)]));
  return (
    names.some((name) => {
      const full = plain(name);
      if (full.length < 3 || ours.has(full.toLowerCase())) return false;
      if (whole(full, 'i').test(text)) return true;
      return partsOf(name).some((part) => !ours.has(part) && whole(part, '').test(text));
    }) ||
    reach.some((one) => {
      const way = one.replace(/[\s()-]/g, '');
      return way.length > 6 && !own.includes(one) && digits.toLowerCase().includes(way.toLowerCase());
    })
  );
}
/** The word that tells of custody or health of somebody else; nothing where there is none. */
export const withheldIn = (words: string): string | undefined =>
  withheldWords
    .flatMap((row) => row.words)
    .find((word) =>
      new RegExp(`(?<!\\byour )${whole(word, '').source}`, word === 'GP' ? 'u' : 'iu').test(plain(words)),
    );
/** Why an applicant must not read words that tell of custody or health; asked of whoever writes, also where no name is known. */
export function withheldProblems(field: string, words: string): FieldProblem[] {
  const word = withheldIn(words);
  return word === undefined
    ? []
    : [
        {
          field,
          words: `The applicant reads this, and “${word}” tells of custody or health. Say it without`,
        },
      ];
}

async function screenedOf(work: Work, review: Pick<Review, 'id' | 'caseIds'>): Promise<Screened> {
  const applicant = await findApplicant(work, review.id);
  const ids = sql`${[...review.caseIds]}::uuid[]`;
  const { rows } = await sql<{ name: string; phone: string; email: string }>`
    select c.subject_name as name, '' as phone, '' as email from asb.asb_case c where c.id = any (${ids})
    union select r.label, '', '' from asb.asb_case c join records.received_record r on r.id = c.subject_record_id where c.id = any (${ids})
    union select n.subject_name, '', '' from asb.nomination n where n.asb_id = any (${ids})
    union select p.name, p.phone, p.email from asb.complainant p where p.asb_id = any (${ids})`.execute(
    work.db,
  );
  return {
    names: rows.map(({ name }) => name),
    reach: rows.flatMap(({ phone, email }) => [phone, email]),
    own: [applicant?.name, applicant?.victimName, applicant?.phone, applicant?.email].filter(
      (one): one is string => Boolean(one),
    ),
  };
}
/** Whether an applicant may read words: they name nobody of the tied cases, and tell of nobody's custody or health. */
export async function mayBeRead(
  work: Work,
  review: Pick<Review, 'id' | 'caseIds'>,
  words: string,
): Promise<boolean> {
  return withheldIn(words) === undefined && !namesSomebody(words, await screenedOf(work, review));
}
/**
 * What is wrong with words that the applicant will read: a name of the tied cases, whoever it is about and whoever else complained, or
 * custody or health. The applicant's own name is no secret from them.
 */
export async function namedIn(
  work: Work,
  review: Pick<Review, 'id' | 'caseIds'>,
  field: string,
  words: string,
): Promise<Result<undefined>> {
  const problems = withheldProblems(field, words);
  if (namesSomebody(words, await screenedOf(work, review)))
    problems.push({
      field,
      words: 'The applicant reads this, and it names somebody of the case. Say it without the name',
    });
  return problems.length > 0 ? invalid(...problems) : ok(undefined);
}
