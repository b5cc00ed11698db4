import { retentionGroupOf } from '../../../reference/mopi.ts';
import { addMonths } from '../../enforcement/index.ts';
import type { Day } from '../../platform/clock/clock.ts';
import { invalid, ok, type Result } from '../../platform/failures/failures.ts';

/** When something of a group that begins today is first looked at. */
export const firstReview = (group: number, today: Day): Day =>
  addMonths(today, retentionGroupOf(group).firstMonths);

/** The day on which it is looked at again: the one asked for, or by the group's own months, and never later than these. */
export function nextReview(group: number, asked: Day | undefined, today: Day): Result<Day> {
  const last = addMonths(today, retentionGroupOf(group).nextMonths);
  const nextOn = asked ?? last;
  return nextOn > today && nextOn <= last
    ? ok(nextOn)
    : invalid({
        field: 'nextOn',
        words: `The next review is after today, and by ${last} in this group`,
      });
}
