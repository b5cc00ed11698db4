import {
  asked,
  Button,
  EmptyState,
  Form,
  type FormState,
  Input,
  Instant,
  Radios,
  SummaryList,
  stateOf,
  Tag,
} from '../../platform/ui/index.ts';
import { nameLine } from '../lists/name-line.ts';
import { dateShown, fieldLabel } from './compare.ts';
import { answers, answerWords, type OpenQuestion } from './question.store.ts';

interface Props extends FormState {
  readonly questions: readonly OpenQuestion[];
  readonly ownAgencyId: string;
  readonly csrf: string;
}

const AnswerForm = ({
  open: { question },
  csrf,
  ...all
}: Omit<Props, 'questions' | 'ownAgencyId'> & { open: OpenQuestion }) => {
  const state = stateOf(all, question.id);
  return (
    <Form action={`/questions/${question.id}/answers`} csrfToken={csrf}>
      <Radios
        {...asked(state, 'answer')}
        idPrefix={`answer-${question.id}`}
        fieldset={{ legend: 'Your answer' }}
        items={answers.map((value) => ({ value, children: answerWords[value] }))}
        classes="govuk-radios--small"
      />
      <Input
        {...asked(state, 'words')}
        id={`words-${question.id}`}
        label="What is right instead, or anything they should know"
        hint="Goes to the agency that asks. Nothing on your list is changed by it."
      />
      <Button>Send the answer</Button>
    </Form>
  );
};

const One = (props: Omit<Props, 'questions'> & { open: OpenQuestion }) => {
  const { question, subject } = props.open;
  const isAsked = question.toAgencyId === props.ownAgencyId;
  const { forename: _f, surname: _s, name: _n, dateOfBirth, ...rest } = subject.fields;
  return (
    <section class="bw-section" aria-labelledby={`question-${question.id}`}>
      <h2 class="govuk-heading-m" id={`question-${question.id}`}>
        {isAsked
          ? `${question.fromAgencyName} asks about ${subject.label}`
          : `Asked of ${question.toAgencyName}: ${subject.label}`}
      </h2>
      <p class="govuk-body">
        “{question.words}”{' '}
        <span class="govuk-hint">
          {question.askedByName}, <Instant at={question.askedAt} />
        </span>
      </p>
      {isAsked && (
        <SummaryList
          rows={[
            { key: 'List', value: subject.source },
            { key: 'Name', value: nameLine(subject.fields) },
            ...(dateOfBirth ? [{ key: 'Date of birth', value: dateShown(dateOfBirth) }] : []),
            ...Object.entries(rest).map(([name, value]) => ({ key: fieldLabel(name), value })),
          ]}
        />
      )}
      {question.answer && question.answeredAt ? (
        <p class="govuk-body">
          <Tag classes="govuk-tag--green">{answerWords[question.answer]}</Tag>{' '}
          {question.answerWords ? `“${question.answerWords}” ` : ''}
          {question.answeredByName}, <Instant at={question.answeredAt} />
        </p>
      ) : isAsked ? (
        <AnswerForm {...props} />
      ) : (
        <p class="govuk-body">
          <Tag classes="govuk-tag--yellow">No answer yet</Tag>
        </p>
      )}
      {question.otherId && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/pairs/${question.recordId}/${question.otherId}`}>
            The pair that it is about
          </a>
        </p>
      )}
    </section>
  );
};

/** Questions about rows of lists: those the viewer's agency has been asked, and those it has asked. */
export const QuestionsPage = (props: Props) => (
  <>
    <h1 class="govuk-heading-l">Questions about rows of lists</h1>
    {props.questions.length === 0 ? (
      <EmptyState title="No questions">
        When a reviewer cannot tell whether your row and another are the same person, they ask here. You see
        your own row and their words, and nothing of the other row.
      </EmptyState>
    ) : (
      props.questions.map((open) => <One {...props} open={open} />)
    )}
  </>
);
