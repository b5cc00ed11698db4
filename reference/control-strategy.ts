/**
 * How a control strategy is bounded: six priorities at the most, for a year, looked at again at half of it. **General knowledge** of the
 * National Intelligence Model (domain 2.7, GK): an agency holds it against its own practice.
 */
export const strategyLimits = { priorities: 6, months: 12, lookAgainMonths: 6 } as const;
