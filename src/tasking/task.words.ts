export const taskStatusWords = {
  set: 'Waiting for an answer',
  accepted: 'Accepted',
  refused: 'Refused',
  done: 'Done',
  'not-done': 'Not done',
} as const;
export type TaskStatus = keyof typeof taskStatusWords;
export const taskStatuses = Object.keys(taskStatusWords) as [TaskStatus, ...TaskStatus[]]; // the keys of the table above
