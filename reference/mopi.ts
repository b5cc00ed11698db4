/**
 * Retention groups of police information (MoPI) with when something is first looked at again. General knowledge but where `verified`
 * says otherwise; an agency holds them against its own policy before it relies on them. The days of a group are counted from the
 * day a product was released; a clear period that starts anew when somebody comes to notice is not worked out here.
 */
export interface RetentionGroup {
  group: 1 | 2 | 3 | 4;
  what: string;
  /** Months until the first review, and between those that follow. */
  firstMonths: number;
  nextMonths: number;
  marking: 'general-knowledge' | 'verified-least';
  source: string;
}

export const retentionGroups: readonly RetentionGroup[] = [
  {
    group: 1,
    what: 'Certain public protection matters; kept until the subject is 100',
    firstMonths: 120,
    nextMonths: 120,
    marking: 'general-knowledge',
    source: 'MoPI',
  },
  {
    group: 2,
    what: 'Other sexual, violent and serious offences',
    firstMonths: 120,
    nextMonths: 120,
    marking: 'general-knowledge',
    source: 'MoPI',
  },
  {
    group: 3,
    what: 'All other offences',
    firstMonths: 72,
    nextMonths: 60,
    marking: 'general-knowledge',
    source: 'MoPI',
  },
  {
    group: 4,
    what: 'Undetected crime, intelligence products, missing persons, details of victims and witnesses',
    firstMonths: 72,
    nextMonths: 72,
    marking: 'verified-least',
    source: 'MoPI-HC: six years is the least',
  },
];
/** The group that an intelligence product starts in. */
export const productGroup = 4;
export const retentionGroupOf = (group: number): RetentionGroup => {
  const found = retentionGroups.find((one) => one.group === group);
  if (!found) throw new Error(`No retention group ${group}.`);
  return found;
};
