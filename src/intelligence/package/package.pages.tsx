import type { Day as DayText } from '../../platform/clock/clock.ts';
import {
  asked,
  Button,
  DataTable,
  Deadline,
  Details,
  Form,
  type FormState,
  Input,
  InsetText,
  Instant,
  Radios,
  Select,
  SummaryList,
  Textarea,
  WarningText,
} from '../../platform/ui/index.ts';
import { LeavingParts } from '../problem/problem.parts.tsx';
import { conditionWords, standingInTheWay } from './condition.rules.ts';
import type { Answer, Outcome, Package, PackageText } from './package.store.ts';
import {
  answerWords,
  gatewayName,
  packageParts,
  partWords,
  productWords,
  results,
  resultWords,
} from './package.words.ts';
import { UsefulnessForm } from './usefulness.pages.tsx';
import type { Rating } from './usefulness.store.ts';

/** Packages that name the viewer. */
export const PackagesPage = ({ packages, today }: { packages: readonly Package[]; today: DayText }) => (
  <>
    <h1 class="govuk-heading-l">Intelligence packages</h1>
    <p class="govuk-body">Those that name you or your agency. Each is answered by its day.</p>
    <DataTable
      caption="Packages, those that are to be answered first"
      captionClasses="govuk-visually-hidden"
      rows={packages}
      columns={[
        {
          heading: 'Package',
          cell: (one) => (
            <a class="govuk-link bw-reference" href={`/packages/${one.id}`}>
              {one.reference}
            </a>
          ),
        },
        { heading: 'About', cell: ({ title }) => title ?? 'Shown once you have acknowledged its conditions' },
        { heading: 'What', cell: ({ product }) => productWords[product] },
        { heading: 'From', cell: ({ agencyName }) => agencyName },
        {
          heading: 'Answer by',
          cell: (one) => <Deadline due={one.deadline} today={today} isDone={one.answer !== null} />,
        },
        { heading: 'Answer', cell: ({ answer }) => (answer ? answerWords[answer] : 'None yet') },
      ]}
      empty={{
        title: 'No packages',
        children: 'A package that the intelligence unit releases to you or your agency would stand here.',
      }}
    />
  </>
);

interface Props extends FormState {
  given: Package;
  text: readonly PackageText[];
  answers: readonly Answer[];
  outcomes: readonly Outcome[];
  services: readonly { id: string; name: string }[];
  /** Of a problem profile whose conditions were acknowledged. */
  figures: Parameters<typeof LeavingParts>[0] | undefined;
  /** What the viewer said of its usefulness. */
  own: Rating | undefined;
  today: DayText;
  csrf: string;
}

const Conditions = ({ given }: { given: Package }) => (
  <>
    {given.conditions.map((code) =>
      given.cleared.includes(code) ? (
        <p class="govuk-body">Cleared by the unit: {conditionWords(code)}</p>
      ) : (
        <WarningText>{conditionWords(code)}</WarningText>
      ),
    )}
    {given.conditionsWords !== '' && <InsetText classes="bw-as-typed">{given.conditionsWords}</InsetText>}
  </>
);

/** The words of a package, part by part. */
export const PackageWords = ({ text }: { text: readonly PackageText[] }) => (
  <>
    {packageParts
      .filter((part) => part !== 'title')
      .map((part) => {
        const found = text.filter((one) => one.part === part);
        return found.length === 0 ? null : (
          <section>
            <h2 class="govuk-heading-m">{partWords[part]}</h2>
            {found.map(({ words }) => (
              <p class="govuk-body bw-as-typed">{words}</p>
            ))}
          </section>
        );
      })}
  </>
);

const AnswerForm = (props: Props) => {
  const { given, services, csrf } = props;
  const isStopped = standingInTheWay(given, 'task') !== undefined;
  return (
    <Form action={`/packages/${given.id}/answer`} csrfToken={csrf}>
      <Radios
        {...asked(props, 'answer')}
        fieldset={{ legend: 'Does your agency take it on?' }}
        items={[
          { value: 'accepted', children: 'Accept it' },
          { value: 'rejected', children: 'Reject it' },
        ]}
      />
      <Input {...asked(props, 'reason')} label="If you reject it: why" />
      {!isStopped && services.length > 0 && (
        <Select
          {...asked(props, 'serviceId')}
          label="If you accept it: open a case of"
          items={[
            { value: '', text: 'No case yet' },
            ...services.map(({ id, name }) => ({ value: id, text: name })),
          ]}
        />
      )}
      <Button>Answer</Button>
    </Form>
  );
};

const OutcomeForm = (props: Props) => (
  <Details
    summary="Tell the unit what came of it"
    open={props.problems.some(({ field }) => ['result', 'words'].includes(field))}
  >
    <Form action={`/packages/${props.given.id}/outcome`} csrfToken={props.csrf}>
      <Radios
        {...asked(props, 'result')}
        fieldset={{ legend: 'What came of it?' }}
        classes="govuk-radios--small"
        items={results.map((value) => ({ value, children: resultWords[value] }))}
      />
      <Textarea {...asked(props, 'words')} label="In a sentence" rows={2} />
      <Button>Tell them</Button>
    </Form>
  </Details>
);

/** What an agency answered, and what came of it. */
export const ComeBack = ({
  answers,
  outcomes,
}: {
  answers: readonly Answer[];
  outcomes: readonly Outcome[];
}) => (
  <ul class="govuk-list govuk-list--bullet">
    {answers.map((one) => (
      <li>
        {answerWords[one.answer]} by {one.officerName}, {one.agencyName}, <Instant at={one.at} />
        {one.isLate && ', after the day'}
        {one.reason && `: ${one.reason}`}
      </li>
    ))}
    {outcomes.map((one) => (
      <li>
        {resultWords[one.result]}, {one.agencyName}, <Instant at={one.at} />: {one.words}
      </li>
    ))}
  </ul>
);

/** One package to its recipient: conditions first, words once they are acknowledged. */
export const PackagePage = (props: Props) => {
  const { given, text, answers, outcomes, today, csrf } = props;
  const opened = answers.find(({ caseId }) => caseId);
  return (
    <>
      <span class="govuk-caption-l">
        {productWords[given.product]} {given.reference}
      </span>
      <h1 class="govuk-heading-l">{given.title ?? 'Before you read it'}</h1>
      <Conditions given={given} />
      <SummaryList
        rows={[
          { key: 'From', value: given.agencyName },
          { key: 'Gateway', value: gatewayName(given.gateway) },
          { key: 'For', value: given.purpose },
          {
            key: 'Answer by',
            value: <Deadline due={given.deadline} today={today} isDone={given.answer !== null} />,
          },
        ]}
      />
      {given.acknowledgedAt === null ? (
        <Form action={`/packages/${given.id}/acknowledge`} csrfToken={csrf}>
          <p class="govuk-body">
            It is shown to you alone, and only once you have said that you will keep to this.
          </p>
          <Button>I have read this and will keep to it</Button>
        </Form>
      ) : (
        <>
          <PackageWords text={text} />
          {props.figures && <LeavingParts {...props.figures} />}
          <ComeBack {...{ answers, outcomes }} />
          {opened && (
            <p class="govuk-body">
              <a class="govuk-link" href={`/cases/${opened.caseId}`}>
                The case that was opened
              </a>
            </p>
          )}
          {given.answer === null && <AnswerForm {...props} />}
          {given.answer === 'accepted' && <OutcomeForm {...props} />}
          <UsefulnessForm {...props} id={given.id} />
          {standingInTheWay(given, 'export') === undefined && (
            <p class="govuk-body">
              <a class="govuk-link" href={`/packages/${given.id}/files/pdf`}>
                PDF
              </a>
              {' · '}
              <a class="govuk-link" href={`/packages/${given.id}/files/docx`}>
                Word
              </a>
            </p>
          )}
        </>
      )}
    </>
  );
};
