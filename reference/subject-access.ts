/**
 * The clock of a request for one's own data, by date. A row is never edited when the law changes: it is closed and a new one follows, so
 * that an old request is judged by the law of its day. Law-enforcement processing is PART3 (Data Protection Act 2018 ss.45, 54), the
 * rest UKGDPR (Art. 12, 15). `generalKnowledge` names what was not found in a source; the rest of a row was.
 */
export interface AccessTerm {
  code: 'answer' | 'extension' | 'pause';
  regime: 'PART3' | 'UKGDPR';
  /** Months; none of a pause, which lasts as long as the person takes to say what they want. */
  months: number | undefined;
  validFrom: string;
  validTo: string | null;
  legalBasis: string;
  generalKnowledge: readonly string[];
  source: string;
}

const part3 = { regime: 'PART3', validTo: null, generalKnowledge: [] } as const;
const ukGdpr = { regime: 'UKGDPR', validTo: null, months: undefined } as const;

export const accessTerms: readonly AccessTerm[] = [
  {
    ...part3,
    code: 'answer',
    months: 1,
    validFrom: '2018-05-25',
    legalBasis: 'Data Protection Act 2018 s.54',
    generalKnowledge: ['validFrom'],
    source: 's54',
  },
  {
    ...part3,
    code: 'extension',
    months: 2,
    validFrom: '2026-02-05',
    legalBasis: 'Data Protection Act 2018 s.54, as amended by the Data (Use and Access) Act 2025',
    source: 'DUAA-C6',
  },
  {
    ...part3,
    code: 'pause',
    months: undefined,
    validFrom: '2026-02-05',
    legalBasis: 'Data Protection Act 2018 s.54, as amended by the Data (Use and Access) Act 2025',
    source: 'DUAA-C6',
  },
  {
    ...ukGdpr,
    code: 'answer',
    months: 1,
    validFrom: '2018-05-25',
    legalBasis: 'UK GDPR Art. 12(3)',
    generalKnowledge: ['months', 'validFrom'],
    source: 'general knowledge',
  },
  {
    ...ukGdpr,
    code: 'extension',
    months: 2,
    validFrom: '2018-05-25',
    legalBasis: 'UK GDPR Art. 12(3)',
    generalKnowledge: ['months', 'validFrom'],
    source: 'general knowledge',
  },
];

/** The term in force on a day; undefined where the law of that day knows none. */
export const accessTermOn = (
  code: AccessTerm['code'],
  regime: AccessTerm['regime'],
  day: string,
): AccessTerm | undefined =>
  accessTerms.find(
    (one) =>
      one.code === code &&
      one.regime === regime &&
      one.validFrom <= day &&
      (one.validTo === null || day <= one.validTo),
  );
