import { invalid, ok, type Result } from '../../platform/failures/failures.ts';
import { about, officerOf, type Work } from '../../platform/http/work.ts';

/** Numbers that matching and reviewing go by, as shares between 0 and 1; changed on a page, with a reason. */
export const rules = {
  propose: {
    words: 'A pair is put to a person from this probability',
    hint: 'Lower finds more and asks more. A model never joins records by itself.',
    unlessSet: 0.1,
  },
  'firm-names': {
    words: 'Two firms are put to a person when their names are this alike',
    hint: 'Legal forms such as Ltd count little. Firms that share a telephone or an address alone are not proposed.',
    unlessSet: 0.7,
  },
  'second-share': {
    words: 'Share of decided pairs that somebody else decides again',
    hint: 'They are not told the first answer. How often the two agree is shown to managers.',
    unlessSet: 0.1,
  },
  'audit-share': {
    words: 'Share of the desk’s questions that chance chooses',
    hint: 'From them alone the quality of matching is told. More makes the figures narrower, and the desk slower to what matters.',
    unlessSet: 0.05,
  },
} as const;
export type RuleName = keyof typeof rules;
export const ruleNames = [
  'propose',
  'firm-names',
  'second-share',
  'audit-share',
] as const satisfies readonly RuleName[];

/** A value with its day and reason. */
export interface RuleValue {
  id: string;
  name: RuleName;
  value: number;
  setAt: Date;
  setByName: string | null;
  why: string;
}

/** The value that holds now. */
export async function ruleValue({ db }: Work, name: RuleName): Promise<number> {
  const row = await db
    .selectFrom('linkage.rule')
    .select('value')
    .where('name', '=', name)
    .orderBy('setAt', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row?.value ?? rules[name].unlessSet;
}

/** Every number as it holds now. */
export const ruleValues = async (work: Work): Promise<Record<RuleName, number>> => ({
  propose: await ruleValue(work, 'propose'),
  'firm-names': await ruleValue(work, 'firm-names'),
  'second-share': await ruleValue(work, 'second-share'),
  'audit-share': await ruleValue(work, 'audit-share'),
});

/** Every value there was, the newest first. */
export async function ruleHistory({ db }: Work): Promise<RuleValue[]> {
  const rows = await db
    .selectFrom('linkage.rule as r')
    .leftJoin('directory.officer as o', 'o.id', 'r.setBy')
    .select(['r.id', 'r.name', 'r.value', 'r.setAt', 'o.name as setByName', 'r.why'])
    .orderBy('r.setAt', 'desc')
    .orderBy('r.id')
    .limit(50)
    .execute();
  return rows.flatMap((row) => {
    const name = ruleNames.find((known) => known === row.name);
    return name ? [{ ...row, name }] : [];
  });
}

/** Sets a number from now on. Proposals that are there already stay; the next run of matching goes by it. */
export async function setRule(
  work: Work,
  input: { name: RuleName; value: number; why: string },
): Promise<Result<{ name: RuleName; value: number }>> {
  if (!input.why.trim()) return invalid({ field: 'why', words: 'Say why it changes' });
  const id = work.ids.next();
  await work.db
    .insertInto('linkage.rule')
    .values({
      id,
      name: input.name,
      value: input.value,
      why: input.why.trim(),
      setAt: work.clock.now(),
      setBy: officerOf(work).officerId,
    })
    .execute();
  about(work, 'linkage-rule', id, { name: input.name, value: input.value });
  return ok({ name: input.name, value: input.value });
}
