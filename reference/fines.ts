/**
 * The most that a court may fine for an offence, by date and by who is convicted. Amounts are pence; null is without limit. As
 * with penalties, a row is never edited when the law changes: it is closed and a new one follows. `generalKnowledge` names what
 * was not found in a source.
 */
export interface FineRow {
  offence: 'cpn-breach';
  who: 'person' | 'body';
  maxAmount: number | null;
  /** As a letter says it, after "a court may impose". */
  words: string;
  validFrom: string;
  validTo: string | null;
  legalBasis: string;
  marking: 'verified' | 'general-knowledge';
  generalKnowledge: readonly string[];
  source: string;
  note?: string;
}

const S48 = 'Anti-social Behaviour, Crime and Policing Act 2014 s.48';

export const fineRows: readonly FineRow[] = [
  {
    offence: 'cpn-breach',
    who: 'person',
    maxAmount: 250_000,
    words: 'a fine of up to £2,500 (level 4)',
    validFrom: '2014-10-20',
    validTo: null,
    legalBasis: S48,
    marking: 'verified',
    generalKnowledge: ['validFrom'],
    source: 'ASB14',
  },
  {
    offence: 'cpn-breach',
    who: 'body',
    maxAmount: null,
    words: 'a fine without limit',
    validFrom: '2015-03-12',
    validTo: null,
    legalBasis: S48,
    marking: 'verified',
    generalKnowledge: ['validFrom'],
    source: 'ASB14',
    note: 'Before 12 March 2015 the fine of a body had a limit, so far as is generally known: letters of then name no amount.',
  },
];

/** The row of a day; undefined where none is known to have been in force, and a letter then names no amount. */
export const fineOn = (offence: FineRow['offence'], who: FineRow['who'], day: string): FineRow | undefined =>
  fineRows.find(
    (row) =>
      row.offence === offence &&
      row.who === who &&
      row.marking === 'verified' &&
      row.validFrom <= day &&
      (row.validTo === null || day <= row.validTo),
  );
