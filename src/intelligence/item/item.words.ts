export const receivedHows = ['form', 'complaint', 'anonymous', 'feed'] as const;
export type ReceivedHow = (typeof receivedHows)[number];
export const receivedHowWords: Record<ReceivedHow, string> = {
  form: 'Partner’s form',
  complaint: 'Consumer complaint',
  anonymous: 'Anonymous report',
  feed: 'Feed of another system',
};

/** From 1, which is dealt with first. */
export const priorityWords: Readonly<Record<number, string>> = {
  1: 'Urgent',
  2: 'High',
  3: 'Ordinary',
  4: 'Low',
};
export const priorities = [1, 2, 3, 4] as const;

export type ItemStatus = 'received' | 'graded' | 'returned' | 'ready' | 'duplicate' | 'to-delete' | 'deleted';
export const itemStatusWords: Record<ItemStatus, string> = {
  received: 'To be graded',
  graded: 'Graded',
  returned: 'Returned for correction',
  ready: 'Ready',
  duplicate: 'Duplicate',
  'to-delete': 'Returned for deletion',
  deleted: 'Deleted',
};
export const itemStatuses = Object.keys(itemStatusWords) as [ItemStatus, ...ItemStatus[]]; // the keys of the table above

/** States in which an item is none of what the unit holds about anybody: the same as another, or deleted and waiting for the night. */
export const notCounted = ['duplicate', 'deleted'] as const satisfies readonly ItemStatus[];

/** The queue that an item stands in: that of the unit, or that of what is for the manager and whom they name alone. */
export const itemQueues = ['ordinary', 'sensitive'] as const;
export type ItemQueue = (typeof itemQueues)[number];

/** What the sender of a form is told, and never more. */
export type Feedback = 'received' | 'used' | 'not-used';
export const feedbackWords: Record<Feedback, string> = {
  received: 'Received',
  used: 'Used',
  'not-used': 'Not used',
};
