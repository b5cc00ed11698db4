import type { FieldProblem } from '../../platform/failures/failures.ts';
import {
  Button,
  Day,
  Details,
  Form,
  Input,
  InsetText,
  Panel,
  Select,
  Textarea,
} from '../../platform/ui/index.ts';
import type { Answers } from '../public/answers.ts';
import { Carried, problemOf } from '../public/step-form.pages.tsx';
import type { WhereAnswered } from '../public/where.answer.ts';
import type { Receipt } from '../report.commands.ts';
import {
  channels,
  channelWords,
  landOwnerAnswers,
  landOwnerWords,
  reporterTypes,
  reporterTypeWords,
} from '../report.words.ts';
import { KindChoice, PreviewAnswer } from './preview.pages.tsx';
import type { Preview } from './preview.queries.ts';

/** The two desks: the front desk of a council, and a partner's telephone. */
export interface Desk {
  path: string;
  title: string;
  /** Partners fill in less. */
  isShort: boolean;
}

export interface TakeProps {
  desk: Desk;
  answers: Answers;
  problems: readonly FieldProblem[];
  suggestions: WhereAnswered['suggestions'];
  placeUnderstood: string | undefined;
  preview: Preview | undefined;
  csrf: string;
}

const asked = [
  'description',
  'issueType',
  'search',
  'placeWords',
  'landOwner',
  'channel',
  'reporterType',
  'name',
  'phone',
  'email',
  'address',
  'kindWords',
  'otherType',
] as const;

/** A report taken for somebody, on one page: what they say on the left, where it goes on the right. */
export const TakePage = (props: TakeProps) => (
  <>
    <h1 class="govuk-heading-l">{props.desk.title}</h1>
    <Form action={props.desk.path} csrfToken={props.csrf}>
      <Carried answers={props.answers} asked={asked} />
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: it is out of the tab order; only the browser's own Enter uses it. */}
      <button type="submit" name="go" value="look" class="bw-first-button" tabindex={-1} aria-hidden="true" />
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-one-half">
          <Said {...props} />
        </div>
        <div class="govuk-grid-column-one-half">
          <Goes {...props} />
        </div>
      </div>
    </Form>
  </>
);

const Said = (props: TakeProps) => {
  const { answers, desk } = props;
  return (
    <>
      <Textarea
        name="description"
        label="What do they say?"
        rows={4}
        value={answers.description}
        errorMessage={problemOf(props, 'description')}
      />
      <Input
        name="search"
        label="Postcode, or street and town"
        value={answers.search}
        classes="govuk-input--width-20"
        autocomplete="off"
        errorMessage={problemOf(props, 'search')}
      />
      {props.suggestions.length > 0 && (
        <ul class="govuk-list bw-choices">
          {props.suggestions.map((street) => (
            <li>
              <button type="submit" name="go" value={`street:${street.id}`} class="bw-text-button">
                {street.name}, {street.town}
              </button>
            </li>
          ))}
        </ul>
      )}
      {props.placeUnderstood && <InsetText>Place: {props.placeUnderstood}</InsetText>}
      <Input
        name="placeWords"
        label="The place in their words"
        value={answers.placeWords}
        errorMessage={problemOf(props, 'placeWords')}
      />
      <Select
        name="landOwner"
        label="Whose land"
        value={answers.landOwner || 'unknown'}
        items={landOwnerAnswers.map((code) => ({ value: code, text: landOwnerWords[code] }))}
      />
      {!desk.isShort && (
        <Select
          name="channel"
          label="How they reached us"
          value={answers.channel || 'phone'}
          items={channels
            .filter((code) => code !== 'import')
            .map((code) => ({ value: code, text: channelWords[code] }))}
        />
      )}
      <Button name="go" value="look" classes="govuk-button--secondary">
        Where would this go?
      </Button>
      <Caller {...props} />
    </>
  );
};

const Caller = (props: TakeProps) => {
  const { answers } = props;
  const isOpen =
    ['name', 'phone', 'email', 'address'].some((field) => problemOf(props, field)) ||
    Boolean(answers.name || answers.phone || answers.email || answers.address);
  return (
    <Details summary="Who is calling (optional)" open={isOpen}>
      <p class="govuk-body">Leave all of it empty for somebody who wants to stay anonymous.</p>
      <Input
        name="name"
        label="Name"
        value={answers.name}
        errorMessage={problemOf(props, 'name')}
        autocomplete="off"
      />
      <Input
        name="phone"
        label="Telephone"
        type="tel"
        value={answers.phone}
        errorMessage={problemOf(props, 'phone')}
        autocomplete="off"
      />
      <Input
        name="email"
        label="E-mail"
        type="email"
        value={answers.email}
        errorMessage={problemOf(props, 'email')}
        autocomplete="off"
      />
      <Input
        name="address"
        label="Address"
        value={answers.address}
        errorMessage={problemOf(props, 'address')}
        autocomplete="off"
      />
      <Select
        name="reporterType"
        label="They are"
        value={answers.reporterType}
        items={[
          { value: '', text: 'Not said' },
          ...reporterTypes.map((code) => ({ value: code, text: reporterTypeWords[code] })),
        ]}
      />
    </Details>
  );
};

const Goes = (props: TakeProps) =>
  props.preview ? (
    <>
      <input type="hidden" name="kindWords" value={props.answers.description} />
      <KindChoice preview={props.preview} />
      <PreviewAnswer preview={props.preview} />
      <div class="govuk-button-group">
        <Button name="go" value="save">
          Take the report
        </Button>
        <Button name="go" value="look" classes="govuk-button--secondary">
          Look again
        </Button>
      </div>
    </>
  ) : (
    <p class="govuk-body">
      Write what they say and press “Where would this go?”. The service, the person, why, and what happens out
      of hours appear here before anything is saved.
    </p>
  );

/** What to read out, and the way to the next call. */
export const TakenPage = ({
  receipt,
  desk,
  reportHref,
}: {
  receipt: Receipt;
  desk: Desk;
  reportHref: string | undefined;
}) => (
  <>
    <Panel title="Report taken">
      Read out this reference
      <br />
      <strong>{receipt.reference}</strong>
    </Panel>
    <h2 class="govuk-heading-m">And these words, if they want to come back to it</h2>
    <p class="bw-phrase">{receipt.phrase}</p>
    <p class="govuk-body">
      The words are shown only now. With both, anybody can see the report and answer questions at /track,
      without a name.
    </p>
    <p class="govuk-body">
      It is with {receipt.serviceName}, {receipt.agencyName}, who aim to deal with it by{' '}
      <Day day={receipt.targetOn} />. {receipt.why}
    </p>
    <div class="govuk-button-group">
      <Button href={desk.path}>{desk.isShort ? 'Report something else' : 'Next call'}</Button>
      {reportHref && (
        <a class="govuk-link" href={reportHref}>
          Open the report
        </a>
      )}
    </div>
  </>
);
