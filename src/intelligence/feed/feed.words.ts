/** What a column of a feed can hold, in the order of the page. */
export const feedFields = [
  'body',
  'title',
  'reference',
  'howKnown',
  'knownWhen',
  'priority',
  'legacyGrade',
] as const;
export type FeedField = (typeof feedFields)[number];

/** A field's label, the names by which a column of it is guessed, and what mends a cell that cannot be taken. */
export const feedFieldWords: Record<
  FeedField,
  { label: string; hint?: string; names: readonly string[]; mend: string }
> = {
  body: {
    label: 'What it says',
    names: ['text', 'body', 'intelligence', 'details', 'description', 'narrative', 'information', 'content'],
    mend: 'Fill the cell, or part what is longer into two rows.',
  },
  title: {
    label: 'What it is about, in a line',
    hint: 'Without one, the first words of what it says.',
    names: ['title', 'subject', 'about', 'summary', 'heading'],
    mend: 'Shorten it to a line.',
  },
  reference: {
    label: 'Their own reference',
    hint: 'By it a row is known again. Without one, by its words.',
    names: ['reference', 'ref', 'urn', 'id', 'number', 'logno', 'messageid', 'reportreference'],
    mend: 'Give each row a reference of its own.',
  },
  howKnown: {
    label: 'How whoever gave it knows',
    hint: 'Stays on this side of the wall.',
    names: ['howknown', 'source', 'provenance', 'from', 'origin'],
    mend: 'Shorten it to 500 characters.',
  },
  knownWhen: {
    label: 'When they knew it',
    names: ['knownwhen', 'when', 'date', 'eventdate', 'occurred', 'dateofevent'],
    mend: 'Shorten it to 120 characters.',
  },
  priority: {
    label: 'How soon',
    hint: '1 to 4, or Urgent, High, Ordinary, Low; empty is Ordinary.',
    names: ['priority', 'urgency', 'howsoon'],
    mend: 'Write 1, 2, 3 or 4, or Urgent, High, Ordinary or Low.',
  },
  legacyGrade: {
    label: '5x5x5 grade',
    hint: 'Read, and never shared before it is graded anew.',
    names: ['grade', '5x5x5', 'grading', '555'],
    mend: 'Write the three marks, such as B24, or leave it empty.',
  },
};

export type FeedState = 'given' | 'loaded' | 'put-away';
export const feedStateWords: Record<FeedState, string> = {
  given: 'Waiting',
  loaded: 'In the queue',
  'put-away': 'Put away',
};
