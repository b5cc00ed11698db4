/**
 * Reviews of premises licences (Licensing Act 2003 ss.51-53C). No source that we read states these lists or periods: all of it is
 * general knowledge, shown as such, and each agency enters its own periods before it relies on one. A period without a number counts nothing.
 */
interface Unverified {
  marking: 'general-knowledge';
  legalBasis: string;
}
const act = (sections: string): Unverified => ({
  marking: 'general-knowledge',
  legalBasis: `Licensing Act 2003 ${sections}`,
});
interface Named extends Unverified {
  code: string;
  name: string;
}

/** What a licence is there to promote: a ground of a review is one of them or more. */
export const licensingObjectives = [
  { ...act('s.4(2)(a)'), code: 'crime-and-disorder', name: 'The prevention of crime and disorder' },
  { ...act('s.4(2)(b)'), code: 'public-safety', name: 'Public safety' },
  { ...act('s.4(2)(c)'), code: 'public-nuisance', name: 'The prevention of public nuisance' },
  { ...act('s.4(2)(d)'), code: 'children-from-harm', name: 'The protection of children from harm' },
] as const satisfies readonly Named[];
/** The objectives that persistent selling is about. */
export const persistentObjectives = ['crime-and-disorder', 'children-from-harm'] as const;

/** Who may speak in a review; whoever holds the licence does not ask for one. */
export const licensingParties = [
  { ...act('s.13(4)'), code: 'police', name: 'The chief officer of police', mayApply: true },
  {
    ...act('s.13(4)'),
    code: 'trading-standards',
    name: 'Trading standards (weights and measures)',
    mayApply: true,
  },
  { ...act('s.13(4)'), code: 'environmental-health', name: 'Environmental health', mayApply: true },
  { ...act('s.13(4)'), code: 'fire', name: 'The fire and rescue authority', mayApply: true },
  { ...act('s.13(4)'), code: 'licensing-authority', name: 'The licensing authority itself', mayApply: true },
  { ...act('s.13(4)'), code: 'planning', name: 'The planning authority', mayApply: true },
  { ...act('s.13(4)'), code: 'public-health', name: 'Public health', mayApply: true },
  { ...act('s.13(4)'), code: 'children', name: 'The body that protects children from harm', mayApply: true },
  { ...act('s.13(4)'), code: 'immigration', name: 'Immigration enforcement', mayApply: true },
  {
    ...act('s.51(1)'),
    code: 'other-person',
    name: 'Another person, as a resident or a business',
    mayApply: true,
  },
  { ...act('s.51(3)'), code: 'holder', name: 'The holder of the licence', mayApply: false },
] as const satisfies readonly (Named & { mayApply: boolean })[];

/** What a licensing authority may decide; `alone`: with nothing else beside it. */
export const licensingOutcomes = [
  { ...act('s.52(4)(a)'), code: 'conditions', name: 'Change the conditions of the licence', alone: false },
  { ...act('s.52(4)(b)'), code: 'exclude', name: 'Exclude a licensable activity', alone: false },
  {
    ...act('s.52(4)(c)'),
    code: 'supervisor',
    name: 'Remove the designated premises supervisor',
    alone: false,
  },
  { ...act('s.52(4)(d)'), code: 'suspend', name: 'Suspend the licence', alone: false },
  { ...act('s.52(4)(e)'), code: 'revoke', name: 'Revoke the licence', alone: true },
  { ...act('s.52(3)'), code: 'nothing', name: 'Take no step', alone: true },
] as const satisfies readonly (Named & { alone: boolean })[];

/** A period of the procedure; `count` is what stands until the agency enters its own: null is no number at all. */
export interface LicensingPeriod extends Named {
  code: LicensingClock;
  unit: 'days' | 'working-days' | 'months';
  begins: 'with' | 'after';
  count: number | null;
}
export const licensingClocks = [
  'representations',
  'hearing',
  'summary-hearing',
  'appeal',
  'suspension',
] as const;
export type LicensingClock = (typeof licensingClocks)[number];
export const licensingPeriods: readonly LicensingPeriod[] = [
  {
    ...{
      ...act('s.51(3)'),
      code: 'representations',
      name: 'Representations, from the day after the application',
    },
    ...{ unit: 'days', begins: 'after', count: 28 },
  },
  {
    ...{ ...act('s.183'), code: 'hearing', name: 'Hearing, from the day after representations end' },
    ...{ unit: 'working-days', begins: 'after', count: null },
  },
  {
    ...{
      ...act('s.53A(2)'),
      code: 'summary-hearing',
      name: 'Hearing of a summary review, from the day after the application',
    },
    ...{ unit: 'days', begins: 'after', count: null },
  },
  {
    ...{
      ...act('s.181 and Sch 5'),
      code: 'appeal',
      name: 'Appeal, from the day on which the decision was told',
    },
    ...{ unit: 'days', begins: 'with', count: null },
  },
  {
    ...{ ...act('s.52(4)(d)'), code: 'suspension', name: 'The longest suspension' },
    ...{ unit: 'months', begins: 'with', count: null },
  },
];
export const periodOf = (code: LicensingClock): LicensingPeriod => {
  const found = licensingPeriods.find((row) => row.code === code);
  if (!found) throw new Error(`No period ${code}`);
  return found;
};
