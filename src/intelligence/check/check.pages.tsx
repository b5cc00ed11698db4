import { checkPurposes, outsideSources } from '../../../reference/outside-sources.ts';
import {
  asked,
  Button,
  DataTable,
  Form,
  type FormState,
  Input,
  InsetText,
  Instant,
  orAny,
  Radios,
  Select,
  SummaryList,
  Tag,
  Textarea,
  toChoose,
  VersionField,
  WarningText,
} from '../../platform/ui/index.ts';
import type { CheckQuery } from './check.forms.ts';
import { type ExternalCheck, mostChecks } from './check.store.ts';
import { checkOutcomes, checkPurposeWords, outcomeWords, sourceOf, sourceWords } from './check.words.ts';
import { companyRows, Officers } from './company.pages.tsx';

const State = ({
  state,
  outcome,
  byConnection,
}: Pick<ExternalCheck, 'state' | 'outcome' | 'byConnection'>) => {
  if (state === 'answered') return <Tag classes="govuk-tag--green">{outcomeWords[outcome ?? 'nothing']}</Tag>;
  if (state === 'failed') return <Tag classes="govuk-tag--red">Ask by hand</Tag>;
  return byConnection ? (
    <Tag classes="govuk-tag--blue">Being asked</Tag>
  ) : (
    <Tag classes="govuk-tag--yellow">Waits for its answer</Tag>
  );
};

const Checks = ({
  rows,
  caption,
  empty,
}: {
  rows: readonly ExternalCheck[];
  caption: string;
  empty: string;
}) => (
  <DataTable
    caption={caption}
    captionClasses="govuk-visually-hidden"
    rows={rows}
    cappedAt={mostChecks}
    columns={[
      {
        heading: 'Check',
        cell: ({ id, reference }) => (
          <a class="govuk-link bw-reference" href={`/intelligence/checks/${id}`}>
            {reference}
          </a>
        ),
      },
      { heading: 'System', cell: ({ source }) => sourceWords(source) },
      { heading: 'About', cell: ({ subjectWords }) => subjectWords },
      { heading: 'For', cell: ({ purpose }) => checkPurposeWords(purpose) },
      { heading: 'Asked', cell: ({ askedAt }) => <Instant at={askedAt} /> },
      { heading: 'By', cell: ({ askedByName }) => askedByName },
      { heading: 'Answer', cell: (check) => <State {...check} /> },
    ]}
    empty={{ title: 'No check', children: empty }}
  />
);

/** Checks of the unit, and the systems that there are. */
export const ChecksPage = (props: {
  checks: readonly ExternalCheck[];
  query: CheckQuery;
  mayAsk: boolean;
}) => (
  <>
    <h1 class="govuk-heading-l">External checks</h1>
    {props.mayAsk && (
      <Button href="/intelligence/checks/new" classes="govuk-button--secondary">
        Ask a system outside
      </Button>
    )}
    <Form action="/intelligence/checks" method="get">
      <Select
        name="source"
        label="System"
        value={props.query.source ?? ''}
        items={orAny(outsideSources.map(({ code, words }) => ({ value: code, text: words })))}
      />
      <Input
        name="words"
        label="Words of whom or what was asked about, or a reference"
        value={props.query.words}
        classes="govuk-input--width-20"
      />
      <Button classes="govuk-button--secondary">Narrow</Button>
    </Form>
    <Checks
      rows={props.checks}
      caption="Checks, newest first"
      empty="What somebody asks a system outside stands here, with why and what came of it; also that nothing is held."
    />
    <h2 class="govuk-heading-m" id="systems">
      Systems
    </h2>
    <DataTable
      caption="Systems outside, and who may ask them"
      captionClasses="govuk-visually-hidden"
      rows={outsideSources}
      columns={[
        { heading: 'System', cell: ({ words }) => words },
        { heading: 'What it is', cell: ({ about }) => about },
        { heading: 'For', cell: ({ purposes }) => purposes.map(checkPurposeWords).join('; ') },
        {
          heading: 'Who may ask',
          cell: ({ isRestricted }) =>
            isRestricted ? (
              <a class="govuk-link" href="/intelligence/checks/who">
                Those whom the manager let
              </a>
            ) : (
              'Everybody of the unit'
            ),
        },
        { heading: 'Good for', cell: ({ goodForDays }) => `${goodForDays} days` },
      ]}
      empty={{ title: 'None', children: 'No system is in the list.' }}
    />
  </>
);

/** The form of a check. */
export const NewCheckPage = ({
  csrf,
  subject,
  ...state
}: FormState & { csrf: string; subject: { linkId: string; label: string } | undefined }) => (
  <>
    <h1 class="govuk-heading-l">Ask a system outside</h1>
    <InsetText>
      Who asks what, about whom and why is kept, and read by whoever audits. A system learns what you ask and
      never why.
    </InsetText>
    <Form action="/intelligence/checks" csrfToken={csrf}>
      {subject && <input type="hidden" name="linkId" value={subject.linkId} />}
      <Select
        {...asked(state, 'source')}
        label="System"
        items={toChoose(outsideSources.map(({ code, words }) => ({ value: code, text: words })))}
      />
      <Input
        {...asked(state, 'subjectWords', subject?.label)}
        label="Whom or what you ask about"
        hint="For Companies House the company’s number, such as 01234567"
      />
      <Radios
        {...asked(state, 'purpose')}
        fieldset={{ legend: { children: 'Purpose', classes: 'govuk-fieldset__legend--s' } }}
        items={checkPurposes.map(({ code, words }) => ({ value: code, children: words }))}
      />
      <Textarea {...asked(state, 'reason')} label="Why this check is needed" rows={3} />
      <Button>Ask</Button>
    </Form>
  </>
);

/** One check, what was asked of the same before, and the form of an answer that somebody got by hand. */
export const CheckPage = ({
  check,
  before,
  mayAnswer,
  csrf,
  isOld,
  ...state
}: FormState & {
  check: ExternalCheck;
  before: readonly ExternalCheck[];
  mayAnswer: boolean;
  /** The answer is older than the system is good for. */
  isOld: boolean;
  csrf: string;
}) => (
  <>
    <span class="govuk-caption-l">External check {check.reference}</span>
    <h1 class="govuk-heading-l">{check.subjectWords}</h1>
    {isOld && (
      <WarningText>
        This answer is older than {sourceOf(check.source)?.goodForDays} days: ask again.
      </WarningText>
    )}
    <SummaryList
      rows={[
        { key: 'System', value: sourceWords(check.source) },
        { key: 'Now', value: <State {...check} /> },
        { key: 'Purpose', value: checkPurposeWords(check.purpose) },
        { key: 'Why', value: check.reason },
        {
          key: 'Asked',
          value: (
            <>
              {check.askedByName}, <Instant at={check.askedAt} />
            </>
          ),
        },
        check.linkId !== null && {
          key: 'Profile',
          value: (
            <a class="govuk-link" href={`/intelligence/profiles/${check.linkId}`}>
              Whom or what it is about
            </a>
          ),
        },
        check.fault !== null && { key: 'Could not be asked', value: check.fault },
        check.answeredAt !== null && {
          key: 'Answered',
          value: (
            <>
              {check.answeredByName ?? 'By the register itself'}, <Instant at={check.answeredAt} />
            </>
          ),
        },
        !!check.resultWords && { key: 'What is held', value: check.resultWords },
        ...(check.document ? companyRows(check.document) : []),
      ]}
    />
    {check.document && <Officers company={check.document} />}
    {mayAnswer && (
      <Form action={`/intelligence/checks/${check.id}/result`} csrfToken={csrf}>
        <h2 class="govuk-heading-m">What the system answered</h2>
        <VersionField version={check.version} />
        <Radios
          {...asked(state, 'outcome')}
          classes="govuk-radios--inline"
          fieldset={{ legend: { children: 'Answer', classes: 'govuk-fieldset__legend--s' } }}
          items={checkOutcomes.map((value) => ({ value, children: outcomeWords[value] }))}
        />
        <Textarea
          {...asked(state, 'resultWords')}
          label="What is held, as shortly as serves"
          hint="It stays with the unit. A marker of police is not copied into other systems."
          rows={4}
        />
        <Button>Keep the answer</Button>
      </Form>
    )}
    {before.length > 0 && (
      <>
        <h2 class="govuk-heading-m">Asked of the same before or since</h2>
        <Checks rows={before} caption="Other checks of the same" empty="" />
      </>
    )}
  </>
);
