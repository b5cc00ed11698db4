import { caseReviewBasis } from '../../reference/asb.ts';
import {
  asked,
  Button,
  Checkboxes,
  DataTable,
  Day,
  DayBoxes,
  Details,
  Form,
  type FormState,
  Input,
  InsetText,
  isTicked,
  Panel,
  problemOf,
  Radios,
  SummaryList,
  typedIn,
} from '../platform/ui/index.ts';
import { responseWords } from './asb.words.ts';
import { isOver } from './publication.commands.ts';
import type { ApplicationReceipt, TrackedReview } from './review.commands.ts';
import { mostComplaints } from './review.forms.ts';
import type { Publication } from './review.store.ts';

const rows = Array.from({ length: mostComplaints }, (_, n) => n + 1);
/** Three are usually enough: the others wait behind a press. */
const [first, more] = [rows.slice(0, 3), rows.slice(3)];
/** Whether something was typed in a row, or is to be mended in it: then it is not folded away. */
const isTouched = ({ typed, problems }: FormState, n: number): boolean =>
  Object.entries(typed).some(([name, value]) => value !== '' && new RegExp(`-${n}(-|$)`).test(name)) ||
  problems.some(({ field }) => field.endsWith(`-${n}`));
const Complaint = ({ n, ...props }: FormState & { n: number }) => (
  <fieldset class="govuk-fieldset">
    <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Complaint {n}</legend>
    <DayBoxes {...props} name={`happenedOn-${n}`} legend="When did it happen?" />
    <DayBoxes {...props} name={`complainedOn-${n}`} legend="When did you complain?" />
    <Input
      {...asked(props, `told-${n}`)}
      label="Whom did you tell?"
      hint="The council, the police, your landlord"
    />
    <Input
      {...asked(props, `incident-${n}`)}
      label="Which incident (optional)"
      hint="Only where two different things happened on one day: give each its own word"
      classes="govuk-input--width-20"
    />
  </fieldset>
);
/** What an application asks, for the public and for whoever takes it for somebody. */
export const ApplicationFields = (props: FormState) => (
  <>
    <Radios
      name="applicantKind"
      fieldset={{ legend: { children: 'For whom do you apply?', classes: 'govuk-fieldset__legend--s' } }}
      errorMessage={problemOf(props, 'applicantKind')}
      value={typedIn(props, 'applicantKind')}
      items={[
        { value: 'complainant', children: 'For myself, my business or my group' },
        { value: 'other', children: 'For somebody else, who agreed' },
      ]}
    />
    <Input {...asked(props, 'name')} label="Your name" autocomplete="name" />
    <Input {...asked(props, 'victimName')} label="Their name, if you apply for somebody else" />
    <Input
      {...asked(props, 'relation')}
      label="Who you are to them"
      hint="Relative, friend, councillor, member of parliament"
    />
    <Checkboxes
      name="hasConsent"
      errorMessage={problemOf(props, 'hasConsent')}
      items={[{ value: 'yes', children: 'They agreed that I apply', checked: isTicked(props, 'hasConsent') }]}
    />
    <Input
      {...asked(props, 'phone')}
      label="Telephone"
      type="tel"
      autocomplete="tel"
      classes="govuk-input--width-20"
    />
    <Input
      {...asked(props, 'email')}
      label="E-mail"
      type="email"
      autocomplete="email"
      hint="One of the two. We do not ask for your address."
    />
    <Input
      {...asked(props, 'postcode')}
      label="Postcode of where it happens"
      hint="It says which council answers, and is not kept"
      classes="govuk-input--width-10"
    />
    <h2 class="govuk-heading-m">The complaints that you made</h2>
    <p class="govuk-body">
      Three are usually enough. The same incident told to several agencies counts once.
    </p>
    {first.map((n) => (
      <Complaint {...props} n={n} />
    ))}
    <Details summary="More complaints" open={more.some((n) => isTouched(props, n))}>
      {more.map((n) => (
        <Complaint {...props} n={n} />
      ))}
    </Details>
  </>
);
export const ApplyPage = (props: FormState & { csrf: string }) => (
  <>
    <h1 class="govuk-heading-l">Ask for an ASB case review</h1>
    <p class="govuk-body">
      If you complained of anti-social behaviour and not enough was done, you can ask the agencies to look at
      the case together. Some call it the community trigger ({caseReviewBasis}).
    </p>
    <p class="govuk-body">
      <a class="govuk-link" href="/case-review/track">
        Come back to an application
      </a>{' '}
      or{' '}
      <a class="govuk-link" href="/case-review/published">
        see how many there were
      </a>
      .
    </p>
    <Form action="/case-review" csrfToken={props.csrf}>
      <ApplicationFields {...props} />
      <Button>Send the application</Button>
    </Form>
  </>
);
/** What to come back with, told once; an officer reads it out, and goes on to the file. */
export const ReceiptPage = ({ receipt, href }: { receipt: ApplicationReceipt; href?: string }) => (
  <>
    <Panel title="Application sent">
      Your reference
      <br />
      <strong>{receipt.reference}</strong>
    </Panel>
    <p class="govuk-body">
      Write these words down: <strong class="bw-reference">{receipt.phrase}</strong>. With them and the
      reference you{' '}
      <a class="govuk-link" href="/case-review/track">
        come back to it
      </a>
      . Nobody can look them up for you.
    </p>
    <p class="govuk-body">
      {receipt.agencyName} acknowledges it by <Day day={receipt.acknowledgeBy} /> and decides by{' '}
      <Day day={receipt.decideBy} /> whether there is a review.
    </p>
    {href && (
      <p class="govuk-body">
        <a class="govuk-link" href={href}>
          Open the review
        </a>
      </p>
    )}
  </>
);
export const TrackReviewForm = (props: FormState & { csrf: string }) => (
  <>
    <h1 class="govuk-heading-l">Come back to a case review</h1>
    <Form action="/case-review/track" csrfToken={props.csrf}>
      <Input
        {...asked(props, 'reference')}
        label="Reference"
        hint="For example CR-7K3M-2XQ"
        autocomplete="off"
        classes="govuk-input--width-10"
      />
      <Input
        name="phrase"
        label="Four words and a number"
        hint="For example river-candle-walnut-saddle-384"
        classes="govuk-input--width-20"
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
      />
      <Button>See the review</Button>
    </Form>
  </>
);
export const TrackedReviewPage = ({ review }: { review: TrackedReview }) => (
  <>
    <span class="govuk-caption-l">{review.reference}</span>
    <h1 class="govuk-heading-l">Your ASB case review</h1>
    <SummaryList
      rows={[
        { key: 'How it stands', value: review.status },
        { key: 'Answered by', value: review.agencyName },
        { key: 'You applied', value: <Day day={review.appliedOn} /> },
        review.acknowledgedOn === null && {
          key: 'Acknowledged by',
          value: <Day day={review.acknowledgeBy} />,
        },
        review.decidedOn === null && { key: 'Decision by', value: <Day day={review.decideBy} /> },
        review.decisionWords !== null && {
          key: 'Decision',
          value: `${review.decision === 'met' ? 'The threshold is met.' : 'The threshold is not met.'} ${review.decisionWords}`,
        },
        review.panelOn !== null && { key: 'The panel meets', value: <Day day={review.panelOn} /> },
        review.outcome !== null && { key: 'Outcome', value: review.outcome },
        review.closedOn !== null && { key: 'Closed', value: <Day day={review.closedOn} /> },
      ]}
    />
    {review.recommendations.length > 0 && (
      <>
        <h2 class="govuk-heading-m">What was recommended</h2>
        {review.recommendations.map((one) => (
          <SummaryList
            rows={[
              { key: 'To', value: one.bodyName },
              { key: 'What', value: one.words },
              {
                key: 'Answer',
                value: one.response
                  ? `${responseWords[one.response] ?? ''}. ${one.responseWords ?? ''}`.trim()
                  : 'Not yet',
              },
            ]}
          />
        ))}
      </>
    )}
    {review.decision === 'not-met' && (
      <InsetText>You can ask {review.agencyName} for another decision, which somebody else makes.</InsetText>
    )}
  </>
);
/** The figures that the law has published, as agencies published them. */
export const PublishedPage = ({ publications }: { publications: readonly Publication[] }) => (
  <>
    <h1 class="govuk-heading-l">ASB case reviews: the figures</h1>
    <p class="govuk-body">
      {caseReviewBasis} has every council publish these at least once a year. They count applications and name
      nobody.
    </p>
    {publications.length === 0 && <InsetText>Nothing is published yet.</InsetText>}
    {publications.map((one) => (
      <>
        <DataTable
          caption={`${one.agencyName}, ${one.year}${one.edition > 1 ? `, edition ${one.edition}` : ''}`}
          rows={[
            ...one.counts.quarters,
            {
              quarter: isOver(one.year, one.publishedOn) ? 'The year' : 'The year so far',
              ...one.counts.total,
            },
          ]}
          columns={[
            { heading: 'Quarter', cell: ({ quarter }) => quarter },
            { heading: 'Applications', cell: ({ received }) => String(received), numeric: true },
            { heading: 'Threshold not met', cell: ({ notMet }) => String(notMet), numeric: true },
            { heading: 'Reviews', cell: ({ reviews }) => String(reviews), numeric: true },
            {
              heading: 'With recommendations',
              cell: ({ recommended }) => String(recommended),
              numeric: true,
            },
            { heading: 'Closed', cell: ({ closed }) => String(closed), numeric: true },
          ]}
          empty={{ title: 'Nothing', children: 'There were none.' }}
        />
        <p class="govuk-hint">
          Published on <Day day={one.publishedOn} />
          {isOver(one.year, one.publishedOn) ? '' : ', before the year was over'}.
          {one.note ? ` ${one.note}` : ''}
        </p>
      </>
    ))}
  </>
);
