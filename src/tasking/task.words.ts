export const taskStatusWords = {
  set: 'Waiting for an answer',
  accepted: 'Accepted',
  refused: 'Refused',
  done: 'Done',
  'not-done': 'Not done',
} as const;
/** On whose word a task is accepted. */
export const acceptedHowWords = {
  themselves: 'By the agency itself',
  'in-room': 'In the meeting; the agency has not confirmed it yet',
  confirmed: 'In the meeting, and confirmed by the agency',
} as const;
export type AcceptedHow = keyof typeof acceptedHowWords;
export type TaskStatus = keyof typeof taskStatusWords;
export const taskStatuses = Object.keys(taskStatusWords) as [TaskStatus, ...TaskStatus[]]; // the keys of the table above
