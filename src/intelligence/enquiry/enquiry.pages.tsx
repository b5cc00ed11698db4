import {
  asked,
  Button,
  DataTable,
  Day,
  Deadline,
  Form,
  type FormState,
  Input,
  InsetText,
  problemOf,
  Radios,
  Select,
  SummaryList,
  stateOf,
  Tag,
  Textarea,
  toChoose,
  typedIn,
} from '../../platform/ui/index.ts';
import { Known } from '../link/known.pages.tsx';
import type { KnownSubject } from '../link/known.store.ts';
import { type Enquiry, type EnquiryLine, mostEnquiries } from './enquiry.store.ts';
import {
  answersFor,
  enquiryAnswerWords,
  groundsOf,
  groundWords,
  purposeWords,
  scheduleSeen,
  testsOf,
  testWords,
} from './enquiry.words.ts';

const State = ({ one }: { one: Enquiry }) => {
  if (one.consideredOn !== null) return <Tag classes="govuk-tag--green">Considered</Tag>;
  if (one.answer !== null) return <Tag classes="govuk-tag--blue">Waits for its round</Tag>;
  return <Tag classes="govuk-tag--yellow">To be answered</Tag>;
};

/** What operations and governance asked of the unit, what is to be answered first. */
export const EnquiriesPage = ({ enquiries, today }: { enquiries: readonly Enquiry[]; today: string }) => (
  <>
    <h1 class="govuk-heading-l">Disclosure and subject access</h1>
    <p class="govuk-body">
      Whoever asked is told that the enquiry was considered, on the day of its round, in one sentence that is
      always the same. The answer, the schedule and the reasons stay here. While one that is due is missing
      none crosses.
    </p>
    <DataTable
      caption="Enquiries, those to be answered first"
      captionClasses="govuk-visually-hidden"
      rows={enquiries}
      cappedAt={mostEnquiries}
      columns={[
        {
          heading: 'Enquiry',
          cell: (one) => (
            <a class="govuk-link bw-reference" href={`/intelligence/enquiries/${one.id}`}>
              {one.reference}
            </a>
          ),
        },
        { heading: 'Asked', cell: ({ purpose }) => purposeWords[purpose] },
        { heading: 'About', cell: ({ about, fileReference }) => `${about} (${fileReference})` },
        { heading: 'By', cell: ({ agencyName }) => agencyName },
        {
          heading: 'Round',
          cell: (one) =>
            one.consideredOn ? (
              <Day day={one.consideredOn} />
            ) : (
              <Deadline due={one.answersOn} today={today} />
            ),
        },
        { heading: 'Now', cell: (one) => <State one={one} /> },
      ]}
      empty={{
        title: 'Nothing was asked yet',
        children:
          'An investigator asks before a case goes to court, and a data protection officer when somebody asks for their own data.',
      }}
    />
  </>
);

interface PageProps extends FormState {
  one: Enquiry;
  matches: readonly KnownSubject[];
  lines: readonly EnquiryLine[];
  /** What is held and stands on no line yet, and is no item. */
  holdings: readonly { code: string; words: string }[];
  /** Whether the viewer may answer. */
  mayAnswer: boolean;
  csrf: string;
}

const Schedule = ({ one, lines, csrf }: PageProps) =>
  lines.length === 0 ? (
    <p class="govuk-body">Nothing is on it.</p>
  ) : (
    <ol class="govuk-list govuk-list--number govuk-list--spaced">
      {lines.map((line) => (
        <li>
          {line.itemReference && `${line.itemReference}: `}
          {line.words}. {testWords(line.test)}. {groundWords(line.ground)}. {line.reason}
          {line.given && <InsetText>Given: {line.given}</InsetText>}
          {one.answer === null && (
            <Form action={`/intelligence/enquiries/${one.id}/lines/${line.id}/remove`} csrfToken={csrf}>
              <Button classes="govuk-button--secondary">
                Take off<span class="govuk-visually-hidden"> {line.words}</span>
              </Button>
            </Form>
          )}
        </li>
      ))}
    </ol>
  );

function LineForm(all: PageProps) {
  const props = stateOf(all, 'line');
  const { purpose, id } = props.one;
  const listed = (codes: readonly string[], words: (code: string) => string) =>
    toChoose(codes.map((value) => ({ value, text: words(value) })));
  return (
    <Form action={`/intelligence/enquiries/${id}/lines`} csrfToken={props.csrf}>
      <Input {...asked(props, 'itemReference')} label="Item, where it is one" hint="Its reference" />
      {props.holdings.length > 0 && (
        <Select
          {...asked(props, 'holding')}
          label="Or what is no item"
          items={[
            { value: '', text: 'None of these' },
            ...props.holdings.map(({ code, words }) => ({ value: code, text: words })),
          ]}
        />
      )}
      <Textarea {...asked(props, 'words')} label="What it is" rows={3} />
      <Select
        {...asked(props, 'test')}
        label="What it is taken for"
        items={listed(testsOf(purpose), testWords)}
      />
      <Select
        {...asked(props, 'ground')}
        label={purpose === 'disclosure' ? 'Why it is sensitive' : 'Exemption'}
        items={listed(groundsOf(purpose), groundWords)}
      />
      <Textarea {...asked(props, 'reason')} id="line-reason" label="Why" rows={3} />
      <Button classes="govuk-button--secondary">Put it on the schedule</Button>
    </Form>
  );
}

function AnswerForm(all: PageProps) {
  const props = stateOf(all, 'answer');
  return (
    <Form action={`/intelligence/enquiries/${props.one.id}/answer`} csrfToken={props.csrf}>
      <Radios
        name="answer"
        fieldset={{ legend: { children: 'Answer', classes: 'govuk-fieldset__legend--s' } }}
        hint="Stays with the unit. Whoever asked reads the same sentence whatever is chosen."
        errorMessage={problemOf(props, 'answer')}
        value={typedIn(props, 'answer')}
        items={answersFor(props.one.purpose).map(({ code, words, follows }) => ({
          value: code,
          children: words,
          hint: follows,
        }))}
      />
      {props.one.purpose === 'disclosure' && (
        <Input {...asked(props, 'prosecutor')} label="Who of the prosecutor is told, where somebody is" />
      )}
      <Textarea {...asked(props, 'reason')} id="answer-reason" label="Why" hint="Stays here" rows={3} />
      <input type="hidden" name="seen" value={scheduleSeen(props.lines)} />
      <Button>Answer</Button>
    </Form>
  );
}

/** One enquiry: whom it names, what is known of each, the schedule, and the answer. */
export const EnquiryPage = (props: PageProps) => {
  const { one, matches, mayAnswer } = props;
  return (
    <>
      <span class="govuk-caption-l">Enquiry {one.reference}</span>
      <h1 class="govuk-heading-l">{one.about}</h1>
      <SummaryList
        rows={[
          { key: 'Asked', value: purposeWords[one.purpose] },
          { key: 'Now', value: <State one={one} /> },
          { key: 'Asked by', value: `${one.askedByName}, ${one.agencyName}, for ${one.fileReference}` },
          { key: 'Asked on', value: <Day day={one.askedOn} /> },
          { key: 'Round', value: <Day day={one.consideredOn ?? one.answersOn} /> },
          one.otherEnquiries > 0 && {
            key: 'Asked before or beside',
            value: `${one.otherEnquiries} other ${one.otherEnquiries === 1 ? 'enquiry names' : 'enquiries name'} one of the same`,
          },
          one.answer !== null && { key: 'Answer', value: enquiryAnswerWords(one.answer) },
          one.reason !== null && { key: 'Why', value: one.reason },
          !!one.prosecutor && { key: 'Prosecutor', value: one.prosecutor },
          one.answeredByName !== null && { key: 'Answered by', value: one.answeredByName },
        ]}
      />
      <h2 class="govuk-heading-m">What is known</h2>
      {matches.map((match) => (
        <Known subject={match} />
      ))}
      {props.holdings.length > 0 && (
        <InsetText>
          Not on the schedule yet, and needed there before it is answered:{' '}
          {props.holdings.map(({ words }) => words).join('; ')}
        </InsetText>
      )}
      <h2 class="govuk-heading-m">Sensitive schedule</h2>
      <Schedule {...props} />
      {one.answer !== null && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/intelligence/enquiries/${one.id}/schedule/pdf`}>
            The schedule as PDF
          </a>{' '}
          or{' '}
          <a class="govuk-link" href={`/intelligence/enquiries/${one.id}/schedule/docx`}>
            as Word
          </a>
        </p>
      )}
      {one.answer === null && (
        <>
          <LineForm {...props} />
          {mayAnswer && (
            <>
              <h2 class="govuk-heading-m">Answer</h2>
              <AnswerForm {...props} />
            </>
          )}
        </>
      )}
    </>
  );
};
