import {
  asked,
  Button,
  DataTable,
  Day,
  DayBoxes,
  Deadline,
  Details,
  Form,
  type FormState,
  Input,
  InsetText,
  Instant,
  isAgain,
  SummaryList,
  stateOf,
  Tag,
  Textarea,
  VersionField,
} from '../../platform/ui/index.ts';
import { ItemReference } from '../item/reference.pages.tsx';
import {
  mostRequirements,
  type Requirement,
  type RequirementItem,
  type RequirementPlan,
} from './requirement.store.ts';

const State = ({ one, today }: { one: Requirement; today: string }) => {
  if (one.endedOn !== null) return <Tag classes="govuk-tag--grey">No longer asked</Tag>;
  if (one.shownUntil < today) return <Tag classes="govuk-tag--yellow">Shown no more</Tag>;
  return <Tag classes="govuk-tag--green">Shown</Tag>;
};

/** Requirements of the unit. */
export const RequirementsPage = (props: {
  requirements: readonly Requirement[];
  mayKeep: boolean;
  today: string;
}) => (
  <>
    <h1 class="govuk-heading-l">Intelligence requirements</h1>
    <p class="govuk-body">
      What the unit needs to know. Whoever may send it a form reads the question and what to look for while it
      is shown; why it is asked, the collection plan and what answered it stay here.
    </p>
    {props.mayKeep && (
      <Button href="/intelligence/requirements/new" classes="govuk-button--secondary">
        Write a requirement
      </Button>
    )}
    <DataTable
      caption="Requirements, those that are shown first"
      captionClasses="govuk-visually-hidden"
      rows={props.requirements}
      cappedAt={mostRequirements}
      columns={[
        {
          heading: 'Requirement',
          cell: ({ id, reference }) => (
            <a class="govuk-link bw-reference" href={`/intelligence/requirements/${id}`}>
              {reference}
            </a>
          ),
        },
        { heading: 'Question', cell: ({ question }) => question },
        { heading: 'Now', cell: (one) => <State one={one} today={props.today} /> },
        { heading: 'Until', cell: ({ shownUntil }) => <Day day={shownUntil} /> },
        { heading: 'Items', numeric: true, cell: ({ items }) => String(items) },
        {
          heading: 'Plan',
          cell: ({ openPlans, overduePlans }) =>
            `${openPlans} open${overduePlans > 0 ? `, ${overduePlans} overdue` : ''}`,
        },
      ]}
      empty={{
        title: 'Nothing is asked',
        children: 'The manager writes what the unit needs to know; partners then see it above their form.',
      }}
    />
  </>
);

/** The boxes of a requirement, with what stands in them now. */
const Fields = ({ one, ...state }: FormState & { one?: Requirement }) => (
  <>
    <Input
      {...asked(state, 'question', one?.question)}
      label="What do you need to know?"
      hint="Everybody who may send a form reads it: no name, number, mark, e-mail or postcode"
    />
    <Textarea
      {...asked(state, 'lookFor', one?.lookFor)}
      label="What those would have noticed who know (optional)"
      hint="Never what somebody should do"
      rows={2}
    />
    <Textarea {...asked(state, 'why', one?.why)} label="Why" hint="Stays with the unit" rows={3} />
    <DayBoxes
      {...state}
      typed={{ shownUntil: one?.shownUntil ?? '', ...state.typed }}
      name="shownUntil"
      legend="Shown until"
      hint="A year from today at the most"
    />
  </>
);

export const NewRequirementPage = ({ csrf, ...state }: FormState & { csrf: string }) => (
  <>
    <h1 class="govuk-heading-l">Write a requirement</h1>
    <Form action="/intelligence/requirements" csrfToken={csrf}>
      <Fields {...state} />
      <Button>Show it</Button>
    </Form>
  </>
);

interface RequirementProps extends FormState {
  requirement: Requirement;
  plan: readonly RequirementPlan[];
  answeredBy: readonly RequirementItem[];
  /** The manager: may change and end it. */
  mayKeep: boolean;
  /** Graders: may plan, and say which item answers. */
  mayWork: boolean;
  csrf: string;
  today: string;
}

const Plan = (props: RequirementProps) => (
  <DataTable
    caption="Collection plan"
    rows={props.plan}
    columns={[
      { heading: 'What', cell: ({ words }) => words },
      { heading: 'Who', cell: ({ ownerWords }) => ownerWords },
      {
        heading: 'By',
        cell: ({ dueOn, endedAt }) => <Deadline due={dueOn} today={props.today} isDone={endedAt !== null} />,
      },
      {
        heading: 'Result',
        cell: (one) => {
          if (one.result !== null || !props.mayWork) return one.result ?? '–';
          const part = `plan/${one.id}`;
          const state = stateOf(props, part);
          return (
            <Details
              summary={
                <>
                  What came of it<span class="govuk-visually-hidden">: {one.words}</span>
                </>
              }
              open={isAgain(props, part)}
            >
              <Form
                action={`/intelligence/requirements/${props.requirement.id}/plan/${one.id}/result`}
                csrfToken={props.csrf}
              >
                <Input {...asked(state, 'result')} id={`result-${one.id}`} label="What came of it" />
                <Button classes="govuk-button--secondary">
                  Keep it<span class="govuk-visually-hidden">: {one.words}</span>
                </Button>
              </Form>
            </Details>
          );
        },
      },
    ]}
    empty={{
      title: 'Nothing is planned',
      children: 'Say where the answer is looked for, by whom and by when.',
    }}
  />
);

const Items = (props: RequirementProps) => (
  <DataTable
    caption="Items that answer it, newest first"
    rows={props.answeredBy}
    cappedAt={mostRequirements}
    columns={[
      {
        heading: 'Item',
        cell: ({ id, reference }) => <ItemReference id={id} reference={reference} />,
      },
      { heading: 'About', cell: ({ title }) => title },
      { heading: 'Received', cell: ({ receivedAt }) => <Instant at={receivedAt} /> },
      {
        heading: 'Change',
        cell: ({ id, reference }) =>
          props.mayWork && (
            <Form
              action={`/intelligence/requirements/${props.requirement.id}/items/${id}/remove`}
              csrfToken={props.csrf}
            >
              <Button classes="govuk-button--secondary">
                Take off<span class="govuk-visually-hidden"> {reference}</span>
              </Button>
            </Form>
          ),
      },
    ]}
    empty={{ title: 'None yet', children: 'Whoever grades an item that answers it says so here.' }}
  />
);

/** One requirement: the question, the plan, what answered it. */
export const RequirementPage = (props: RequirementProps) => {
  const { requirement: one, mayKeep, mayWork, csrf, today } = props;
  const isLive = one.endedOn === null;
  const [change, end, plan, item] = ['change', 'end', 'plan', 'item'].map((form) => stateOf(props, form));
  if (!change || !end || !plan || !item) throw new Error('Every form has its state.');
  const address = `/intelligence/requirements/${one.id}`;
  return (
    <>
      <span class="govuk-caption-l">Intelligence requirement {one.reference}</span>
      <h1 class="govuk-heading-l">{one.question}</h1>
      <SummaryList
        rows={[
          { key: 'Now', value: <State one={one} today={today} /> },
          one.lookFor !== '' && { key: 'What to look for', value: one.lookFor },
          { key: 'Why', value: one.why },
          {
            key: 'Shown',
            value: (
              <>
                <Day day={one.shownFrom} /> to <Day day={one.shownUntil} />
              </>
            ),
          },
          {
            key: 'Written',
            value: (
              <>
                {one.madeByName}, <Instant at={one.madeAt} />
              </>
            ),
          },
          one.endWhy !== null && { key: 'No longer asked', value: one.endWhy },
        ]}
      />
      {mayKeep && isLive && (
        <>
          <Details summary="Change it" open={isAgain(props, 'change')}>
            <Form action={`${address}/change`} csrfToken={csrf}>
              <VersionField version={one.version} />
              <Fields {...change} one={one} />
              <Button>Keep it</Button>
            </Form>
          </Details>
          <Details summary="Ask it no longer" open={isAgain(props, 'end')}>
            <Form action={`${address}/end`} csrfToken={csrf}>
              <VersionField version={one.version} />
              <Input {...asked(end, 'endWhy')} label="Why it is no longer asked" />
              <Button>Ask it no longer</Button>
            </Form>
          </Details>
        </>
      )}
      <Plan {...props} />
      {mayWork && isLive && (
        <Details summary="Add to the plan" open={isAgain(props, 'plan')}>
          <Form action={`${address}/plan`} csrfToken={csrf}>
            <Textarea {...asked(plan, 'words')} label="What is looked for, and where" rows={2} />
            <Input {...asked(plan, 'ownerWords')} label="Who does it" hint="A service or a post" />
            <DayBoxes {...plan} name="dueOn" legend="By when" />
            <Button>Add it</Button>
          </Form>
        </Details>
      )}
      <Items {...props} />
      {mayWork && (
        <Form action={`${address}/items`} csrfToken={csrf}>
          <Input
            {...asked(item, 'itemReference')}
            label="An item that answers it"
            hint="Its reference"
            classes="govuk-input--width-10"
          />
          <Button classes="govuk-button--secondary">It answers this</Button>
        </Form>
      )}
      {!isLive && <InsetText>What was written stays.</InsetText>}
    </>
  );
};
