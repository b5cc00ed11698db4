/** Where the file of an abandoned vehicle stands. */
export const abandonedStatusWords = {
  reported: 'Reported',
  judged: 'Judged abandoned',
  noticed: 'Notice running',
  objected: 'Occupier objected',
  stored: 'In store',
  claimed: 'Claimed',
  disposed: 'Disposed of',
  returned: 'Returned to its keeper',
  'not-abandoned': 'Not abandoned',
  gone: 'Gone before removal',
  police: 'Handed to the police',
  void: 'Opened by mistake',
} as const;
export type AbandonedStatus = keyof typeof abandonedStatusWords;
export const abandonedStatuses = Object.keys(abandonedStatusWords) as [AbandonedStatus, ...AbandonedStatus[]]; // the keys of the table above

export const standingLandWords = {
  highway: 'Highway',
  public: 'Other land that is open to the public',
  private: 'Private land',
} as const;
export type StandingLand = keyof typeof standingLandWords;
export const standingLands = Object.keys(standingLandWords) as [StandingLand, ...StandingLand[]]; // the keys of the table above

export const factorAnswerWords = {
  for: 'Speaks for abandoned',
  against: 'Speaks against',
  unknown: 'Not known',
} as const;
export type FactorAnswer = keyof typeof factorAnswerWords;
export const factorAnswers = Object.keys(factorAnswerWords) as [FactorAnswer, ...FactorAnswer[]]; // the keys of the table above

/** Who was asked about the keeper, by hand: nothing here asks by itself. */
export const askedOfWords = {
  dvla: 'The DVLA',
  police: 'The police',
  other: 'Somebody else',
} as const;
export type AskedOf = keyof typeof askedOfWords;
export const askedOfs = Object.keys(askedOfWords) as [AskedOf, ...AskedOf[]]; // the keys of the table above

export const keeperAnswerWords = {
  keeper: 'A keeper was named',
  'no-keeper': 'No keeper is on record',
  'cannot-ask': 'Nothing to ask by: no mark and no number on the chassis',
  stolen: 'It is reported stolen',
  'not-stolen': 'It is not, or no longer, reported stolen',
} as const;
export type KeeperAnswer = keyof typeof keeperAnswerWords;
export const keeperAnswers = Object.keys(keeperAnswerWords) as [KeeperAnswer, ...KeeperAnswer[]]; // the keys of the table above

/** How a notice is served. */
export const noticeWayWords = {
  'fixed-vehicle': 'Fixed to the vehicle where it is seen',
  'handed-over': 'Handed to the occupier or the keeper',
  'left-premises': 'Left at the premises',
  posted: 'Posted',
} as const;
export type NoticeWay = keyof typeof noticeWayWords;
export const noticeWays = Object.keys(noticeWayWords) as [NoticeWay, ...NoticeWay[]]; // the keys of the table above

export const disposalWords = {
  dismantled: 'Dismantled by a permitted site',
  sold: 'Sold',
  other: 'Another way, said in the reason',
} as const;
export type Disposal = keyof typeof disposalWords;
export const disposals = Object.keys(disposalWords) as [Disposal, ...Disposal[]]; // the keys of the table above

export const abandonedPaperWords = {
  'vehicle-notice': 'Notice on the vehicle',
  'occupier-notice': 'Notice to the occupier',
  'charge-receipt': 'Receipt for the charge',
} as const;
export type AbandonedPaper = keyof typeof abandonedPaperWords;
/** A paper that is served. */
export const abandonedNotices = ['vehicle-notice', 'occupier-notice'] as const;
export type AbandonedNotice = (typeof abandonedNotices)[number];
export const abandonedPapers = Object.keys(abandonedPaperWords) as [AbandonedPaper, ...AbandonedPaper[]]; // the keys of the table above

/** Said where the place or the keeper’s address would stand, when it must stay hidden. */
export const hiddenPlaceWords =
  'Kept and not shown: this mark, or its keeper, is of somebody whose address must stay hidden';

/** Examples for the API's documentation and the suites that drive every route. */
export const abandonedExamples = {
  report: {
    ...{ mark: 'AB12 CDE', make: 'Ford Fiesta', colour: 'Blue', landKind: 'highway' },
    ...{ placeWords: 'Lay-by on the old bypass', seenOn: '2026-11-18' },
  },
  assessment: { version: 1, items: [{ item: 'condition', answer: 'for', words: 'Three flat tyres' }] },
  enquiry: {
    ...{ version: 1, askedOn: '2026-11-19', askedOf: 'dvla', answer: 'no-keeper' },
    enquiryReason: 'To find whoever is responsible for it',
  },
  photos: { version: 1, takenOn: '2026-11-18', words: 'Its front with the mark' },
  photoId: '5a3b1e00-0000-4000-8000-000000000521',
  step: { version: 1, reason: 'Opened twice' },
};
