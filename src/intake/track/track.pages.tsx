import type { FieldProblem } from '../../platform/failures/failures.ts';
import {
  Button,
  Day,
  FileUpload,
  Form,
  Input,
  Instant,
  SummaryList,
  Textarea,
} from '../../platform/ui/index.ts';
import { photoAccept } from '../photos/photo.kinds.ts';
import type { Return, Tracked } from './track.commands.ts';

interface Props {
  csrf: string;
  problems: readonly FieldProblem[];
}
const problemOf = ({ problems }: Props, field: string) =>
  problems.find((problem) => problem.field === field)?.words;

/** The way in: reference and words. */
export const TrackForm = (props: Props & { reference: string }) => (
  <>
    <h1 class="govuk-heading-l">Come back to a report</h1>
    <p class="govuk-body">
      Use the reference and the words that you were shown when you sent it. You need neither a name nor an
      account.
    </p>
    <Form action="/track" csrfToken={props.csrf}>
      <Input
        name="reference"
        label="Reference"
        hint="For example R-7K3M-2XQ"
        value={props.reference}
        classes="govuk-input--width-10"
        autocomplete="off"
        errorMessage={problemOf(props, 'reference')}
      />
      <Input
        name="phrase"
        label="Four words and a number"
        hint="For example river-candle-walnut-saddle-384"
        classes="govuk-input--width-20"
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        errorMessage={problemOf(props, 'phrase')}
      />
      <Button>See the report</Button>
    </Form>
    <p class="govuk-body">
      If you have lost the words, nobody can look them up. You can{' '}
      <a class="govuk-link" href="/report">
        report it again
      </a>
      .
    </p>
  </>
);

const Pair = ({ pair }: { pair: Return }) => (
  <>
    <input type="hidden" name="reference" value={pair.reference} />
    <input type="hidden" name="phrase" value={pair.phrase} />
  </>
);

interface TrackedProps extends Props {
  report: Tracked;
  pair: Return;
  /** What was typed and could not be taken. */
  typed: string;
  /** What just happened, in a sentence. */
  done: string | undefined;
}

/** A report in the words of the public: where it stands, what was said, and a box to say more. */
export const TrackedPage = (props: TrackedProps) => {
  const { report } = props;
  return (
    <>
      <h1 class="govuk-heading-l">Your report {report.reference}</h1>
      {props.done && (
        <p class="govuk-body" role="status">
          <strong>{props.done}</strong>
        </p>
      )}
      <SummaryList
        rows={[
          { key: 'Where it stands', value: <strong>{report.statusWords}</strong> },
          { key: 'About', value: report.issueName },
          report.placeWords !== null && { key: 'Where', value: report.placeWords },
          { key: 'Reported', value: <Instant at={report.receivedAt} /> },
          { key: 'With', value: `${report.serviceName}, ${report.agencyName}` },
          report.isOpen && { key: 'They aim to deal with it by', value: <Day day={report.targetOn} /> },
          report.outcomeWords !== null && { key: 'What was done', value: report.outcomeWords },
        ]}
      />
      <h2 class="govuk-heading-m">What was said and done</h2>
      <Lines report={report} />
      <h2 class="govuk-heading-m">Answer, or add something</h2>
      <Form action="/track/answer" csrfToken={props.csrf}>
        <Pair pair={props.pair} />
        <Textarea
          name="body"
          label="Your words"
          hint="The service reads this. To stay anonymous, leave your name out."
          rows={4}
          value={props.typed}
          errorMessage={problemOf(props, 'body')}
        />
        <Button>Send</Button>
      </Form>
      <Form action="/track/photos" csrfToken={props.csrf} multipart>
        <Pair pair={props.pair} />
        <FileUpload
          name="photos"
          label="Photos"
          hint="Up to 5, each 10 MB or smaller: JPEG, PNG or WEBP. Nobody opens them until they have been checked for viruses."
          multiple
          attributes={{ accept: photoAccept }}
          errorMessage={problemOf(props, 'photos')}
        />
        <Button classes="govuk-button--secondary">Send photos</Button>
      </Form>
      <p class="govuk-body">
        <a class="govuk-link" href="/track">
          Close this report
        </a>
        . Nothing of it stays on this page, and no cookie was set.
      </p>
    </>
  );
};

const Lines = ({ report }: { report: Tracked }) =>
  report.lines.length === 0 ? (
    <p class="govuk-body">Nothing yet. Questions from the service and what they do appear here.</p>
  ) : (
    <ol class="govuk-list bw-lines">
      {report.lines.map((line) => (
        <li class="govuk-inset-text">
          <strong>{line.fromReporter ? 'You' : report.serviceName}</strong>, <Instant at={line.at} />
          <br />
          <span class="bw-as-typed">{line.body}</span>
        </li>
      ))}
    </ol>
  );
