import { strands } from '../../../reference/organised-crime.ts';
import type { Condition } from '../../enforcement/index.ts';
import {
  asked,
  Button,
  DataTable,
  Day,
  Deadline,
  Details,
  Form,
  Input,
  Instant,
  isAgain,
  SummaryList,
  stateOf,
} from '../../platform/ui/index.ts';
import { linkKindWords } from '../link/link.words.ts';
import { ocgTest, socTest, type TestOutcome } from './ocg.rules.ts';
import type { OcgLine } from './ocg.transitions.ts';
import {
  characteristicWords,
  gradeWords,
  groupScoreWords,
  isMemberRole,
  roleWords,
  saidWords,
  strandWords,
} from './ocg.words.ts';
import type { OcgFormProps } from './ocg-forms.pages.tsx';
import type { OcgMember, OcgParts, OcgPlanned } from './ocg-parts.store.ts';

export interface OcgPageProps extends OcgFormProps {
  parts: OcgParts;
  steps: readonly { line: OcgLine; conditions: readonly Condition[] }[];
  /** Whether the viewer writes on cards, and this one is in use. */
  mayKeep: boolean;
  today: string;
}

const TestLine = ({ outcome, parts }: TestOutcome) => (
  <>
    <strong>{saidWords[outcome]}</strong>
    <ul class="govuk-list govuk-list--bullet">
      {parts.map(({ words, said }) => (
        <li>
          {words}: {saidWords[said].toLowerCase()}
        </li>
      ))}
    </ul>
  </>
);

export function Assessment({ card, parts }: OcgPageProps) {
  const [last] = parts.assessments;
  if (!last) return <p class="govuk-body">Nobody has assessed it yet.</p>;
  const { answers } = last;
  return (
    <>
      <p class="govuk-body">{groupScoreWords}</p>
      <SummaryList
        rows={[
          {
            key: 'Local score',
            value: `${last.score}: intent ${answers.intent}, capability ${answers.capability}`,
          },
          {
            key: 'Harm',
            value: answers.harms.map(characteristicWords).join('; ') || 'None of the five',
          },
          {
            key: 'People',
            value: `${answers.people}, of whom ${card.people} stand${card.people === 1 ? 's' : ''} on the card`,
          },
          { key: 'An organised crime group', value: <TestLine {...ocgTest(answers)} /> },
          { key: 'Serious and organised crime', value: <TestLine {...socTest(answers)} /> },
          { key: 'Rests on', value: last.grounds },
          {
            key: 'By',
            value: (
              <>
                {last.madeByName}, <Instant at={last.madeAt} />
              </>
            ),
          },
        ]}
      />
      {parts.assessments.length > 1 && (
        <Details summary={`Earlier assessments (${parts.assessments.length - 1})`}>
          <ul class="govuk-list govuk-list--bullet">
            {parts.assessments.slice(1).map((one) => (
              <li>
                <Instant at={one.madeAt} />, {one.madeByName}: local score {one.score}. {one.grounds}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  );
}

const EndMember = ({ one, ...all }: OcgPageProps & { one: OcgMember }) => {
  const part = `members/${one.id}/end`;
  const state = stateOf(all, part);
  return (
    <Details
      summary={
        <>
          Take off<span class="govuk-visually-hidden"> {one.label}</span>
        </>
      }
      open={isAgain(all, part)}
    >
      <Form action={`/intelligence/groups/${all.card.id}/${part}`} csrfToken={all.csrf}>
        <Input {...asked(state, 'endWhy')} id={`end-${one.id}`} label="Why" />
        <Button classes="govuk-button--secondary">
          Take off<span class="govuk-visually-hidden"> {one.label}</span>
        </Button>
      </Form>
    </Details>
  );
};

/** Subjects from which one chart may start. */
const mostStarts = 6;

export function Members(props: OcgPageProps) {
  const now = props.parts.members.filter(({ endedAt }) => endedAt === null);
  const gone = props.parts.members.filter(({ endedAt }) => endedAt !== null);
  const [first, ...others] = now.slice(0, mostStarts);
  return (
    <>
      <DataTable
        caption="Who and what stands on the card"
        captionClasses="govuk-visually-hidden"
        rows={now}
        columns={[
          {
            heading: 'Who or what',
            cell: ({ linkId, label, items }) =>
              items === 0 ? (
                `${label}. No item names them any more`
              ) : (
                <a class="govuk-link" href={`/intelligence/profiles/${linkId}`}>
                  {label}
                </a>
              ),
          },
          { heading: 'Kind', cell: ({ kind }) => linkKindWords[kind] },
          { heading: 'To the group', cell: ({ role }) => roleWords(role) },
          { heading: 'Shown by', cell: ({ why }) => why },
          { heading: 'Items', numeric: true, cell: ({ items }) => String(items) },
          ...(props.mayKeep
            ? [{ heading: 'Change', cell: (one: OcgMember) => <EndMember {...props} one={one} /> }]
            : []),
        ]}
        empty={{
          title: 'Nobody stands on it',
          children: 'Open the profile of whoever an item is about, and choose «Put on a card».',
        }}
      />
      {first && (
        <p class="govuk-body">
          <a
            class="govuk-link"
            href={`/intelligence/charts/${first.linkId}${others.length > 0 ? `?also=${others.map(({ linkId }) => linkId).join(',')}` : ''}`}
          >
            Link chart of the group
          </a>
          : who connects and who brokers, in words
          {now.length > mostStarts && `, from the first ${mostStarts}`}.
        </p>
      )}
      {now.some(({ role }) => !isMemberRole(role) && role === 'exploited') && (
        <p class="govuk-body">
          Somebody may be exploited by the group: a package to safeguarding tells those who can help. Being
          exploited makes nobody a member.
        </p>
      )}
      {gone.length > 0 && (
        <Details summary={`Taken off (${gone.length})`}>
          <ul class="govuk-list govuk-list--bullet">
            {gone.map(({ label, role, endedAt, endWhy }) => (
              <li>
                {label}, {roleWords(role).toLowerCase()}; {endedAt && <Instant at={endedAt} />}: {endWhy}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  );
}

const EndAction = ({ one, ...all }: OcgPageProps & { one: OcgPlanned }) => {
  const part = `plan/${one.id}/result`;
  const state = stateOf(all, part);
  return (
    <Details summary="What came of it" open={isAgain(all, part)}>
      <Form action={`/intelligence/groups/${all.card.id}/${part}`} csrfToken={all.csrf}>
        <Input {...asked(state, 'result')} id={`result-${one.id}`} label="What came of it" />
        <Button classes="govuk-button--secondary">
          Keep it<span class="govuk-visually-hidden">: {one.words}</span>
        </Button>
      </Form>
    </Details>
  );
};

export const Plan = (props: OcgPageProps) => (
  <>
    {strands.map(({ code, words, hint }) => {
      const rows = props.parts.plan.filter(({ strand }) => strand === code);
      return (
        <>
          <h3 class="govuk-heading-s">
            {words}: {hint.toLowerCase()}
          </h3>
          {rows.length === 0 ? (
            <p class="govuk-body">Nothing is planned.</p>
          ) : (
            <ul class="govuk-list govuk-list--spaced">
              {rows.map((one) => (
                <li>
                  {one.words} ({one.ownerWords}):{' '}
                  <Deadline due={one.dueOn} today={props.today} isDone={one.endedAt !== null} />
                  {one.result !== null && <> {one.result}</>}
                  {one.endedAt === null && props.mayKeep && <EndAction {...props} one={one} />}
                </li>
              ))}
            </ul>
          )}
        </>
      );
    })}
  </>
);

export const Disruptions = ({ parts }: OcgPageProps) => (
  <DataTable
    caption="Disruptions, newest first"
    captionClasses="govuk-visually-hidden"
    rows={parts.disruptions}
    columns={[
      { heading: 'When', cell: ({ onDay }) => <Day day={onDay} /> },
      { heading: 'How much', cell: ({ grade }) => gradeWords(grade) },
      { heading: 'Strand', cell: ({ strand }) => strandWords(strand) },
      { heading: 'What', cell: ({ words }) => words },
      { heading: 'Shown by', cell: ({ evidence }) => evidence },
      { heading: 'Written by', cell: ({ madeByName }) => madeByName },
    ]}
    empty={{
      title: 'None recorded',
      children: 'What was done against the group stands here, with what it came to.',
    }}
  />
);
