/** A part of the quarter's paper that is not a figure, and what it says when it has nothing. */
export interface PaperSection {
  title: string;
  lines: readonly string[];
  /** Why it is empty: because nothing happened, or because these records are not kept here. */
  none: string;
}

/**
 * The parts that a quarter's paper has besides its figures, in order. Those whose records the partnership does not keep
 * here say so: an empty heading would read as "none".
 */
export const paperSections = (given: {
  caseStudies: readonly string[];
  restatement: readonly string[];
}): PaperSection[] => [
  {
    title: 'Case studies',
    lines: given.caseStudies,
    none: 'No success was approved for publicity in this quarter.',
  },
  {
    title: 'Operations',
    lines: [],
    none: 'Not kept here: days of action, test purchases and patrols have no records in this system yet.',
  },
  {
    title: 'Statutory duties',
    lines: [],
    none: 'Not kept here: the register of duties and their evidence has no records in this system yet.',
  },
  {
    title: 'Budget',
    lines: [],
    none: 'Not kept here: grants, budgets and spending have no records in this system yet. Income from fixed penalties is under Enforcement.',
  },
  ...(given.restatement.length > 0
    ? [{ title: 'What was not restated', lines: given.restatement, none: '' }]
    : []),
];

/** Those of a quarter: live, with what was approved since; for those who see no records, what the edition says. */
export function sectionsOf(
  quarter: {
    sections: readonly { section: string; words: string }[];
    successes: readonly { words: string; agencyName: string }[];
  },
  isCounted: boolean,
): PaperSection[] {
  const said = (section: string) =>
    quarter.sections.filter((each) => each.section === section).map(({ words }) => words);
  return paperSections({
    caseStudies: isCounted
      ? quarter.successes.map(({ words, agencyName }) => `${words} (${agencyName})`)
      : said('case-studies'),
    restatement: said('restatement'),
  });
}
