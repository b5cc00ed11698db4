/** What can be wrong with a row, said after the name of its column, and what mends it. */
export const rowProblems = {
  'no-date': {
    words: 'is empty',
    mend: 'Fill in the day it was received.',
  },
  'bad-date': {
    words: 'is not a day, or a day and time',
    mend: 'Write it like 31/01/2026, 31/01/2026 09:30 or 2026-01-31T09:30.',
  },
  'date-order': {
    words: 'could be a day and month either way round',
    mend: 'Say in the mapping which comes first: "dates": "dmy" or "mdy".',
  },
  future: {
    words: 'lies in the future',
    mend: 'Check the year, and whether the day or the month comes first.',
  },
  'closed-early': {
    words: 'is before the report was received',
    mend: 'Check both days.',
  },
  'no-category': {
    words: 'is empty',
    mend: 'Fill in what the report is about.',
  },
  'unknown-category': {
    words: 'is not matched to a kind of issue',
    mend: 'Match these words to one of ours, then check again.',
  },
  'bad-longitude': {
    words: 'is not a longitude in degrees',
    mend: 'Write it like -1.2345, or leave it empty and give a postcode or place.',
  },
  'bad-latitude': {
    words: 'is not a latitude in degrees',
    mend: 'Write it like 51.2345, or leave it empty and give a postcode or place.',
  },
  'no-place': {
    words: 'is not given: there is neither a point nor a full postcode nor words',
    mend: 'Fill in at least one of them.',
  },
  twice: {
    words: 'stands in this file twice',
    mend: 'Keep one of the two rows, or give each its own.',
  },
  'too-long': {
    words: 'is too long',
    mend: 'Shorten it to 10,000 characters, or 200 for an identifier, a postcode or a category.',
  },
  unreadable: {
    words: 'cannot be read',
    mend: 'Mend the cell in the workbook.',
  },
} as const;
export type RowProblemCode = keyof typeof rowProblems;
