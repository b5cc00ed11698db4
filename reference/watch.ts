/**
 * How long somebody may be watched for before a person says again why. A **proposal of this product** (unverified): no source gives a
 * term for a unit's own list; six months is as long as nobody needs to look again.
 */
export const watchMonths = 6;
