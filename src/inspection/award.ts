import {
  type AwardCriterion,
  type AwardLevel,
  awardCriteria,
  awardLevels,
  awardRule,
  inForceOn,
} from '../../reference/inspection.ts';
import { addMonths } from '../enforcement/index.ts';
import type { Day } from '../platform/clock/clock.ts';

/** The matrix that an application is scored by: the one in force on the day it came. */
export const criteriaFor = (appliedOn: Day): readonly AwardCriterion[] => inForceOn(awardCriteria, appliedOn);

/**
 * The level that the answers come to: every line of the level's weights met. One essential line that is not met, or not answered, is no
 * award at all.
 */
export const levelOf = (
  criteria: readonly AwardCriterion[],
  met: ReadonlySet<string>,
): AwardLevel | undefined =>
  awardLevels.find(({ asks }) =>
    criteria.filter(({ weight }) => asks.includes(weight)).every(({ code }) => met.has(code)),
  )?.level;

/** From which day on a failed test no longer stands in the way of an award: a fail of 10 June 2026 blocks to 9 June 2027. */
export const freeFrom = (failedOn: Day): Day => addMonths(failedOn, awardRule.failMonths);
