export const seriesKindWords = {
  JAG: 'Joint Action Group',
  JET_TCG: 'Joint enforcement tasking',
  CIAG: 'Community Incident Action Group',
  BOARD: 'Management Board',
  JATAC: 'Joint agency tasking and co-ordination',
} as const;
export type SeriesKind = keyof typeof seriesKindWords;

export const meetingStatusWords = {
  scheduled: 'Scheduled',
  open: 'Under way',
  closed: 'Held',
  cancelled: 'Cancelled',
} as const;
export type MeetingStatus = keyof typeof meetingStatusWords;

export const itemStatusWords = {
  waiting: 'To be discussed',
  decided: 'Decided',
  deferred: 'Put off to the next meeting',
} as const;
export type ItemStatus = keyof typeof itemStatusWords;

/** The parts of an agenda in order, and where each comes from. */
export const agendaParts = ['result', 'carried', 'standing', 'nomination', 'return', 'other'] as const;
export type AgendaPart = (typeof agendaParts)[number];
export const agendaPartWords: Record<AgendaPart, string> = {
  result: 'Results of tasks',
  carried: 'Tasks not finished',
  standing: 'Standing items',
  nomination: 'Nominations',
  return: 'Data returns',
  other: 'Any other business',
};

/** Standing items whose content the system finds by itself: they are parts of their own, not lines to talk to. */
export const filledFromRecords: readonly string[] = [
  'Results of the last meeting',
  'Tasks due',
  'Data return',
  'New nominations',
];
