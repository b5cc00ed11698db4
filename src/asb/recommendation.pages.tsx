import { caseReviewBasis } from '../../reference/asb.ts';
import {
  asked,
  Checkboxes,
  DataTable,
  Day,
  type FormState,
  InsetText,
  isTicked,
  LookUpBox,
  problemOf,
  Radios,
  Select,
  Textarea,
  toChoose,
  typedIn,
  VersionField,
} from '../platform/ui/index.ts';
import { responseWords } from './asb.words.ts';
import { AsbNav } from './asb-nav.pages.tsx';
import { mostRecommendations, type Recommendation } from './review.store.ts';

const legend = (words: string) => ({ legend: { children: words, classes: 'govuk-fieldset__legend--s' } });

export const TieFields = (props: FormState & { version: number }) => (
  <>
    <VersionField version={props.version} />
    <LookUpBox
      state={props}
      name="asbId"
      of={['asb-case']}
      label="The case"
      hint="Its reference, like ASB-7K3M-2XQ"
    />
    <Checkboxes
      name="hasNoCase"
      items={[{ value: 'yes', children: 'No case is kept of it', checked: isTicked(props, 'hasNoCase') }]}
    />
  </>
);
export const RecommendFields = (props: FormState & { bodies: readonly { id: string; name: string }[] }) => (
  <>
    <Select
      {...asked(props, 'bodyAgencyId')}
      label="Body"
      items={toChoose(props.bodies.map(({ id, name }) => ({ value: id, text: name })))}
    />
    <Textarea
      {...asked(props, 'words')}
      label="What is recommended"
      hint="The applicant reads it: name nobody, and nothing of health or custody."
      rows={4}
    />
  </>
);
/** What case reviews recommended to the agency. */
export const RecommendationsPage = (props: {
  recommendations: readonly Recommendation[];
  isChair: boolean;
}) => (
  <>
    <AsbNav here="/recommendations" isChair={props.isChair} />
    <h1 class="govuk-heading-l">Recommendations to us</h1>
    <DataTable
      caption="Recommendations, the latest first"
      captionClasses="govuk-visually-hidden"
      rows={props.recommendations}
      cappedAt={mostRecommendations}
      columns={[
        { heading: 'From', cell: ({ agencyName }) => agencyName },
        { heading: 'On', cell: ({ madeOn }) => <Day day={madeOn} /> },
        { heading: 'What', cell: ({ words }) => words },
        {
          heading: 'Answer',
          cell: (one) =>
            one.response ? (
              `${responseWords[one.response]}. ${one.responseWords ?? ''}`
            ) : (
              <a class="govuk-link" href={`/recommendations/${one.id}/response`}>
                Answer<span class="govuk-visually-hidden"> {one.reference}</span>
              </a>
            ),
        },
      ]}
      empty={{
        title: 'None',
        children: 'What a case review recommends to your agency would be listed. You must have regard to it.',
      }}
    />
  </>
);
export const ResponseFields = (props: FormState & { recommendation: Recommendation }) => (
  <>
    <InsetText>{props.recommendation.words}</InsetText>
    <p class="govuk-hint">
      {caseReviewBasis}: a public body has regard to it. The applicant reads the answer: name nobody, and
      nothing of health or custody. Else they are told no more than whether it is accepted.
    </p>
    <VersionField version={props.recommendation.version} />
    <Radios
      name="response"
      fieldset={legend('Answer')}
      errorMessage={problemOf(props, 'response')}
      value={typedIn(props, 'response')}
      items={Object.entries(responseWords).map(([value, children]) => ({ value, children }))}
    />
    <Textarea {...asked(props, 'words')} label="What you will do, or why not" rows={4} />
  </>
);
