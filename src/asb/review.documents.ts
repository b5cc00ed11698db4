import { caseReviewBasis } from '../../reference/asb.ts';
import { dayOf } from '../platform/clock/clock.ts';
import {
  facts,
  heading,
  list,
  type PrintedDocument,
  paragraph,
  signature,
} from '../platform/documents/model.ts';
import { dayWords } from '../platform/ui/index.ts';
import type { Applicant, Recommendation, Review } from './review.store.ts';

/**
 * What a letter to an applicant is made of. Nothing of a case, of custody, of health, of who else complained or of what the panel found
 * is here, and no postal address: none is kept.
 */
interface LetterParts {
  review: Pick<
    Review,
    | 'reference'
    | 'agencyName'
    | 'appliedOn'
    | 'decision'
    | 'decisionWords'
    | 'decidedOn'
    | 'panelBy'
    | 'outcome'
    | 'reviewedOn'
  >;
  applicant: Pick<Applicant, 'name'>;
  asAt: Date;
}
const start = ({ review, applicant }: LetterParts, title: string) => [
  heading(1, title),
  paragraph(applicant.name, true),
  facts([
    { key: 'Reference', value: review.reference },
    { key: 'You applied on', value: dayWords(review.appliedOn) },
  ]),
];
const paper = (parts: LetterParts, blocks: PrintedDocument['blocks']): PrintedDocument => ({
  title: `ASB case review ${parts.review.reference}`,
  marking: 'OFFICIAL',
  author: parts.review.agencyName,
  asAt: parts.asAt,
  blocks: [...blocks, signature(dayWords(dayOf(parts.asAt)), parts.review.agencyName)],
});
/** The letter that tells whether the threshold is met. */
export const thresholdLetter = (parts: LetterParts): PrintedDocument => {
  const { review } = parts;
  const isMet = review.decision === 'met';
  return paper(parts, [
    ...start(parts, 'Decision on your application for an ASB case review'),
    paragraph(isMet ? 'The threshold is met. There will be a review.' : 'The threshold is not met.', true),
    paragraph(review.decisionWords ?? ''),
    paragraph(
      isMet
        ? `The agencies will look at how your complaints were dealt with by ${dayWords(review.panelBy)}. Whoever chairs had no part in that.`
        : 'You can ask for another decision, which somebody else will make.',
    ),
    paragraph(`${caseReviewBasis}.`),
  ]);
};
const answers = { accepted: 'Accepted', partly: 'Accepted in part', 'not-accepted': 'Not accepted' } as const;
/** The letter that tells what came of the review, what was recommended, and what the bodies answered. */
export const outcomeLetter = (
  parts: LetterParts & { recommendations: readonly Recommendation[] },
): PrintedDocument => {
  const { review, recommendations } = parts;
  return paper(parts, [
    ...start(parts, 'Outcome of your ASB case review'),
    ...(review.reviewedOn
      ? [paragraph(`The panel met on ${dayWords(review.reviewedOn)}.`), paragraph(review.outcome ?? '')]
      : [
          paragraph('The threshold was not met, so there was no review.', true),
          paragraph(review.decisionWords ?? ''),
        ]),
    ...(recommendations.length > 0
      ? [
          heading(2, 'What was recommended'),
          list(
            recommendations.map(({ bodyName, words, response, responseWords, isAnswerShown }) =>
              `${bodyName}: ${words}${response ? ` ${answers[response]}. ${isAnswerShown ? responseWords : ''}` : ' No answer yet.'}`.trim(),
            ),
          ),
        ]
      : []),
    paragraph(`The review is closed. ${caseReviewBasis}.`),
  ]);
};
