import { vettingConditions } from '../../../reference/trader-scheme.ts';
import {
  asked,
  Button,
  Checkboxes,
  DataTable,
  Day,
  Deadline,
  Form,
  type FormState,
  InsetText,
  problemOf,
  Radios,
  SummaryList,
  Tag,
  Textarea,
  tickedIn,
  typedIn,
  VersionField,
} from '../../platform/ui/index.ts';
import { Known } from '../link/known.pages.tsx';
import type { KnownSubject } from '../link/known.store.ts';
import type { Vetting } from './vetting.store.ts';
import { vettingAnswers, vettingAnswerWords, vettingConditionName } from './vetting.words.ts';

const stateOf = (one: Vetting) => {
  if (one.answeredOn !== null) return { words: 'Answered', colour: 'green' };
  if (one.authorisedByName !== null) return { words: 'Waits for its round', colour: 'blue' };
  return one.answer === null
    ? { words: 'To be answered', colour: 'yellow' }
    : { words: 'To be authorised', colour: 'purple' };
};
const State = ({ one }: { one: Vetting }) => {
  const { words, colour } = stateOf(one);
  return <Tag classes={`govuk-tag--${colour}`}>{words}</Tag>;
};

/** What other services asked of the unit before they decide, what is to be answered first. */
export const VettingsPage = ({ requests, today }: { requests: readonly Vetting[]; today: string }) => (
  <>
    <h1 class="govuk-heading-l">Vetting</h1>
    <p class="govuk-body">
      Answers cross on the day of their round, all at once, whatever they say. While one that is due is
      missing none crosses: all of them wait for the next round, so that whoever asked cannot tell which was
      hard. Whoever asked sees one of three answers and no reason.
    </p>
    <DataTable
      caption="Requests, those to be answered first"
      captionClasses="govuk-visually-hidden"
      rows={requests}
      columns={[
        {
          heading: 'Request',
          cell: (one) => (
            <a class="govuk-link bw-reference" href={`/intelligence/vetting/${one.id}`}>
              {one.reference}
            </a>
          ),
        },
        { heading: 'About', cell: ({ about }) => about },
        { heading: 'Asked by', cell: ({ agencyName }) => agencyName },
        {
          heading: 'Round',
          cell: (one) =>
            one.answeredOn ? <Day day={one.answeredOn} /> : <Deadline due={one.answersOn} today={today} />,
        },
        { heading: 'Now', cell: (one) => <State one={one} /> },
      ]}
      empty={{
        title: 'Nothing was asked yet',
        children: 'A trader scheme asks for each application and each renewal; what it asks is listed here.',
      }}
    />
  </>
);

interface PageProps extends FormState {
  one: Vetting;
  matches: readonly KnownSubject[];
  /** Whether the viewer may propose, and whether they may authorise what somebody else proposed. */
  mayPropose: boolean;
  mayAuthorise: boolean;
  csrf: string;
}

const Propose = (props: PageProps) => (
  <Form action={`/intelligence/vetting/${props.one.id}/propose`} csrfToken={props.csrf}>
    <VersionField version={props.one.version} />
    <Radios
      name="answer"
      fieldset={{ legend: { children: 'What crosses in the round', classes: 'govuk-fieldset__legend--s' } }}
      errorMessage={problemOf(props, 'answer')}
      value={typedIn(props, 'answer', props.one.answer ?? '')}
      items={vettingAnswers.map((value) => ({ value, children: vettingAnswerWords[value] }))}
    />
    <Checkboxes
      name="conditions"
      fieldset={{ legend: { children: 'Conditions', classes: 'govuk-fieldset__legend--s' } }}
      hint="With “Proceed with conditions” alone. The list is closed, so that no words cross."
      errorMessage={problemOf(props, 'conditions')}
      classes="govuk-checkboxes--small"
      values={tickedIn(props, 'conditions', props.one.conditions)}
      items={vettingConditions.map(({ code, name }) => ({ value: code, children: name }))}
    />
    <Textarea
      {...asked(props, 'reason', props.one.reason ?? '')}
      label="Why"
      hint="Stays on this side. Whoever asked never reads it."
      rows={4}
    />
    <Button>Propose it to the manager</Button>
  </Form>
);

/** One request: what it names, what is known of each, and what is answered. */
export const VettingPage = (props: PageProps) => {
  const { one, matches, mayPropose, mayAuthorise, csrf } = props;
  return (
    <>
      <span class="govuk-caption-l">Vetting {one.reference}</span>
      <h1 class="govuk-heading-l">{one.about}</h1>
      <SummaryList
        rows={[
          { key: 'Now', value: <State one={one} /> },
          { key: 'Asked by', value: `${one.askedByName}, ${one.agencyName}` },
          { key: 'Asked on', value: <Day day={one.askedOn} /> },
          { key: 'Round', value: <Day day={one.answeredOn ?? one.answersOn} /> },
          one.otherRequests > 0 && {
            key: 'Asked before or beside',
            value: `${one.otherRequests} other ${one.otherRequests === 1 ? 'request names' : 'requests name'} one of the same`,
          },
          one.answer !== null && {
            key: one.answeredOn ? 'Answer' : 'Proposed answer',
            value: [vettingAnswerWords[one.answer], ...one.conditions.map(vettingConditionName)].join('; '),
          },
          one.reason !== null && { key: 'Why, for the unit', value: one.reason },
          one.proposedByName !== null && { key: 'Proposed by', value: one.proposedByName },
          one.authorisedByName !== null && { key: 'Authorised by', value: one.authorisedByName },
        ]}
      />
      <h2 class="govuk-heading-m">What is known</h2>
      {matches.map((match) => (
        <Known subject={match} />
      ))}
      {one.authorisedByName === null && mayAuthorise && one.answer !== null && (
        <>
          <h2 class="govuk-heading-m">Authorise</h2>
          <InsetText>
            “{vettingAnswerWords[one.answer]}” crosses in its round, without a reason, a name or an hour.
          </InsetText>
          <Form action={`/intelligence/vetting/${one.id}/authorise`} csrfToken={csrf}>
            <VersionField version={one.version} />
            <Button>Authorise</Button>
          </Form>
        </>
      )}
      {one.authorisedByName === null && mayPropose && (
        <>
          <h2 class="govuk-heading-m">Propose an answer</h2>
          <Propose {...props} />
        </>
      )}
    </>
  );
};
