import {
  asked,
  Button,
  Details,
  Form,
  type FormState,
  Input,
  InsetText,
  Instant,
  Radios,
  SummaryList,
  stateOf,
  Textarea,
  VersionField,
} from '../../platform/ui/index.ts';
import { readLegacy } from '../legacy/legacy.rules.ts';
import {
  actionCodes,
  assessments,
  confidenceOf,
  type Grade,
  gradeMark,
  handlings,
  sanitisationCodes,
  sourceEvaluations,
} from './grade.rules.ts';
import type { Grading, Paragraph } from './grade.store.ts';
import { takenOut } from './taken-out.ts';

const choices = (rows: readonly { code: string; words: string }[]) =>
  rows.map(({ code, words }) => ({ value: code, children: `${code}: ${words}` }));

interface GradeFormProps extends FormState {
  paragraph: Paragraph;
  csrf: string;
}

const Legacy = ({ mark }: { mark: string }) => {
  const read = readLegacy(mark);
  if (!read) return null;
  return (
    <InsetText>
      An older system graded this {mark} (5x5x5): {read.words.join('; ').toLowerCase()}. Today that would be
      about {gradeMark(read)}. It is not shared before you have graded it.
    </InsetText>
  );
};

/** The grade of one paragraph: tab and arrow keys go through it, Enter saves and opens the next. */
export const GradeForm = ({ paragraph, csrf, ...state }: GradeFormProps) => {
  const now = paragraph.grade;
  const suggested = now ?? readLegacy(paragraph.legacyGrade);
  const risk = now ? (now.riskToSource ? 'yes' : 'no') : '';
  const codeC = { action: now?.actionCode ?? '', sanitisation: now?.sanitisationCode ?? '' };
  return (
    <Form
      action={`/intelligence/items/${paragraph.itemId}/paragraphs/${paragraph.id}/grade`}
      csrfToken={csrf}
      id="grade"
      attributes={{
        'data-module': 'bw-choice-keys',
        'data-questions': 'sourceEvaluation assessment handling',
      }}
    >
      <p class="govuk-body-s">
        Keys: 1 to 3, then A to E, then P or C; Tab and arrows as everywhere; Enter saves.
      </p>
      <VersionField version={paragraph.version} />
      <Radios
        {...asked(state, 'sourceEvaluation', suggested?.sourceEvaluation)}
        fieldset={{ legend: 'Source' }}
        classes="govuk-radios--small"
        items={choices(sourceEvaluations)}
      />
      <Radios
        {...asked(state, 'assessment', suggested?.assessment)}
        fieldset={{ legend: 'How the source knows it' }}
        classes="govuk-radios--small"
        items={choices(assessments)}
      />
      <Radios
        {...asked(state, 'handling', suggested?.handling)}
        fieldset={{ legend: 'Handling' }}
        classes="govuk-radios--small"
        items={choices(handlings)}
      />
      <Details
        summary="Conditions and codes, which handling C needs"
        open={state.problems.length > 0 || suggested?.handling === 'C'}
      >
        <Textarea
          {...asked(state, 'conditions', now?.conditions)}
          label="Conditions"
          hint="What the recipient must and must not do, as an instruction."
          rows={2}
        />
        <Radios
          {...asked(state, 'actionCode', codeC.action)}
          fieldset={{ legend: 'Action code' }}
          classes="govuk-radios--small"
          items={[
            ...choices(actionCodes),
            { value: '', children: 'None', checked: !codeC.action && !state.typed.actionCode },
          ]}
        />
        <Input {...asked(state, 'actionUsage', now?.actionUsage)} label="If A3: how it may be used" />
        <Radios
          {...asked(state, 'sanitisationCode', codeC.sanitisation)}
          fieldset={{ legend: 'Sanitisation code' }}
          classes="govuk-radios--small"
          items={[
            ...choices(sanitisationCodes),
            { value: '', children: 'None', checked: !codeC.sanitisation && !state.typed.sanitisationCode },
          ]}
        />
      </Details>
      <Input
        {...asked(state, 'provenance', now?.provenance)}
        label="Where it comes from (optional)"
        hint="How the source knows it. Stays on this side; never a name."
      />
      <Radios
        {...asked(state, 'riskToSource', risk)}
        fieldset={{ legend: 'Is there a risk to the source?' }}
        classes="govuk-radios--small govuk-radios--inline"
        items={[
          { value: 'no', children: 'No' },
          { value: 'yes', children: 'Yes' },
        ]}
      />
      <Input
        {...asked(state, 'riskWords', now?.riskWords)}
        label="If yes: which, and what is done about it"
      />
      <Textarea
        {...asked(state, 'sanitised', now?.sanitised)}
        label="Text that may cross instead"
        hint="Nothing in it points to a source or to how we came to know. Left empty, nothing of this paragraph crosses."
        rows={4}
      />
      {now && <Input {...asked(state, 'why')} label="Why it is graded anew" />}
      <Button>{now ? 'Save the new grade' : 'Save and go on'}</Button>
    </Form>
  );
};

const codesOf = ({ actionCode, sanitisationCode }: Grade): string =>
  [actionCode, sanitisationCode].filter(Boolean).join(' ');

const GradeFacts = ({ grade, by }: { grade: Grade; by: Paragraph }) => (
  <SummaryList
    classes="govuk-summary-list--no-border"
    rows={[
      {
        key: 'Grade',
        value: `${gradeMark(grade)}, confidence ${confidenceOf(grade)}${by.gradedByName ? `, by ${by.gradedByName}` : ''}`,
      },
      grade.handling === 'C' && { key: 'Conditions', value: `${grade.conditions} (${codesOf(grade)})` },
      grade.actionUsage !== '' && { key: 'How it may be used', value: grade.actionUsage },
      grade.provenance !== '' && { key: 'Where it comes from', value: grade.provenance },
      { key: 'Risk to the source', value: grade.riskToSource ? `Yes: ${grade.riskWords}` : 'No' },
      { key: 'May cross instead', value: grade.sanitised || 'Nothing' },
      grade.sanitised !== '' && {
        key: 'Taken out',
        value: <TakenOut body={by.body} sanitised={grade.sanitised} />,
      },
    ]}
  />
);

/** The text as it came in, with what may not cross struck out, so that what was left in by mistake meets the eye. */
const TakenOut = ({ body, sanitised }: { body: string; sanitised: string }) => {
  const runs = takenOut(body, sanitised);
  if (!runs) return <>Too long to be marked: read both.</>;
  if (runs.every(({ isKept }) => isKept)) return <strong>Nothing: the whole text may cross.</strong>;
  return (
    <span class="bw-as-typed">
      {runs.map(({ words, isKept }) =>
        isKept ? (
          words
        ) : (
          <del>
            <span class="govuk-visually-hidden">Taken out: </span>
            {words}
          </del>
        ),
      )}
    </span>
  );
};

interface ParagraphsProps extends FormState {
  paragraphs: readonly Paragraph[];
  /** The one with the form; there is one on a page, so that Enter always saves it. */
  open: string | undefined;
  mayGrade: boolean;
  csrf: string;
}

/** The paragraphs of an item, raw text first, each with its grade or its form. */
export const Paragraphs = ({ paragraphs, open, mayGrade, csrf, ...state }: ParagraphsProps) => (
  <>
    {paragraphs.map((paragraph) => {
      const isOpen = mayGrade && paragraph.id === open;
      const href = `/intelligence/items/${paragraph.itemId}?paragraph=${paragraph.id}#grade`;
      return (
        <section class={isOpen ? 'bw-grading' : undefined}>
          <div class="bw-grading__text">
            <h3 class="govuk-heading-s">Paragraph {paragraph.position + 1}</h3>
            <blockquote class="govuk-inset-text bw-as-typed">{paragraph.body}</blockquote>
          </div>
          {paragraph.legacyGrade && !paragraph.grade && <Legacy mark={paragraph.legacyGrade} />}
          {paragraph.isConverted && (
            <InsetText>
              Converted from 5x5x5 {paragraph.legacyGrade} in bulk. Nothing of it crosses before you have
              graded it.
            </InsetText>
          )}
          {paragraph.grade && !isOpen && <GradeFacts grade={paragraph.grade} by={paragraph} />}
          {isOpen && (
            <div class="bw-grading__form">
              <GradeForm {...{ paragraph, csrf, ...stateOf(state, 'grade') }} />
            </div>
          )}
          {mayGrade && !isOpen && (
            <p class="govuk-body">
              <a class="govuk-link" href={href}>
                {paragraph.grade ? 'Grade it anew' : 'Grade it'}
                <span class="govuk-visually-hidden"> (paragraph {paragraph.position + 1})</span>
              </a>
            </p>
          )}
        </section>
      );
    })}
  </>
);

const named: Partial<Record<keyof Grade, string>> = {
  conditions: 'conditions',
  actionCode: 'action code',
  actionUsage: 'how it may be used',
  sanitisationCode: 'sanitisation code',
  provenance: 'where it comes from',
  riskToSource: 'risk to the source',
  riskWords: 'words on the risk',
  sanitised: 'the text that may cross',
};
const said = (value: Grade[keyof Grade]): string =>
  value === true ? 'yes' : value === false ? 'no' : value ? `«${value}»` : 'nothing';

/** What a regrading changed, from and to, in words. */
export function gradingWords({ before, after }: Pick<Grading, 'before' | 'after'>): string {
  if (!before) return `Graded ${gradeMark(after)}`;
  const mark =
    gradeMark(before) === gradeMark(after) ? [] : [`from ${gradeMark(before)} to ${gradeMark(after)}`];
  // The table's keys are fields of a grade.
  const others = (Object.keys(named) as (keyof Grade)[]).filter((key) => before[key] !== after[key]);
  return `Graded anew: ${[...mark, ...others.map((key) => `${named[key]} from ${said(before[key])} to ${said(after[key])}`)].join('; ') || 'nothing changed'}`;
}

/** Every grading of an item, newest first. */
export const GradingHistory = ({ gradings }: { gradings: readonly Grading[] }) =>
  gradings.length === 0 ? null : (
    <Details summary={`History of the grades (${gradings.length})`}>
      <ul class="govuk-list govuk-list--bullet">
        {gradings.map((one) => (
          <li>
            <Instant at={one.at} />, {one.officerName}, paragraph {one.position + 1}: {gradingWords(one)}
            {one.why && `. Why: ${one.why}`}
          </li>
        ))}
      </ul>
    </Details>
  );
