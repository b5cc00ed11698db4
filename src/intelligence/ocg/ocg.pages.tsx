import {
  Button,
  DataTable,
  Day,
  Deadline,
  Form,
  type FormState,
  InsetText,
  SubNavigation,
  Tag,
} from '../../platform/ui/index.ts';
import { ocgTest, socTest } from './ocg.rules.ts';
import { mostCards, type Ocg } from './ocg.store.ts';
import { groupScoreWords, type OcgStatus, ocgStatuses, ocgStatusWords, saidWords } from './ocg.words.ts';
import { CardFields } from './ocg-forms.pages.tsx';

const colours: Readonly<Record<OcgStatus, string>> = {
  ...{ suspected: 'govuk-tag--yellow', confirmed: 'govuk-tag--red', inferred: 'govuk-tag--orange' },
  archived: 'govuk-tag--grey',
};
export const OcgStatusTag = ({ status }: { status: OcgStatus }) => (
  <Tag classes={colours[status]}>{ocgStatusWords[status]}</Tag>
);

const Tests = ({ answers }: Pick<Ocg, 'answers'>) =>
  answers === null ? (
    <>Not assessed</>
  ) : (
    <>
      Group: {saidWords[ocgTest(answers).outcome].toLowerCase()}; serious and organised:{' '}
      {saidWords[socTest(answers).outcome].toLowerCase()}
    </>
  );

/** Cards of the unit, what is to be looked at first. */
export const OcgsPage = (props: {
  cards: readonly Ocg[];
  status: OcgStatus | 'live';
  today: string;
  mayKeep: boolean;
}) => (
  <>
    <h1 class="govuk-heading-l">Organised crime groups</h1>
    <p class="govuk-body">
      {groupScoreWords} A card is looked at again every six weeks. Who stands on one was linked in an item by
      a person.
    </p>
    {props.mayKeep && (
      <Button href="/intelligence/groups/new" classes="govuk-button--secondary">
        Open a card
      </Button>
    )}
    <SubNavigation
      label="Which cards"
      items={[
        { href: '/intelligence/groups', active: props.status === 'live', children: 'In use' },
        ...ocgStatuses.map((one) => ({
          ...{ href: `/intelligence/groups?status=${one}`, active: props.status === one },
          children: ocgStatusWords[one],
        })),
      ]}
    />
    <DataTable
      caption="Cards, what is to be looked at first"
      captionClasses="govuk-visually-hidden"
      rows={props.cards}
      cappedAt={mostCards}
      columns={[
        {
          heading: 'Card',
          cell: ({ id, name, reference }) => (
            <>
              <a class="govuk-link" href={`/intelligence/groups/${id}`}>
                {name}
              </a>{' '}
              <span class="bw-reference">{reference}</span>
            </>
          ),
        },
        { heading: 'Status', cell: ({ status }) => <OcgStatusTag status={status} /> },
        {
          heading: 'Look again by',
          cell: ({ reviewOn, status }) => (
            <Deadline due={reviewOn} today={props.today} isDone={status === 'archived'} />
          ),
        },
        {
          heading: 'Local score',
          numeric: true,
          cell: ({ score }) => (score === null ? '–' : String(score)),
        },
        { heading: 'Tests met', cell: (card) => <Tests {...card} /> },
        { heading: 'People named', numeric: true, cell: ({ people }) => String(people) },
        {
          heading: 'Plan',
          cell: ({ openActions, overdueActions }) =>
            `${openActions} open${overdueActions > 0 ? `, ${overdueActions} overdue` : ''}`,
        },
        {
          heading: 'Last disruption',
          cell: ({ lastDisruptionOn }) => (lastDisruptionOn ? <Day day={lastDisruptionOn} /> : '–'),
        },
        { heading: 'Lead', cell: ({ leadName }) => leadName },
      ]}
      empty={{
        title: props.status === 'live' ? 'No card is in use' : 'No card like that',
        children: 'Open one where two people or more seem to commit crime together, again and again.',
      }}
    />
  </>
);

/** The form of a new card. */
export const NewOcgPage = ({ csrf, ...state }: FormState & { csrf: string }) => (
  <>
    <h1 class="govuk-heading-l">Open a card</h1>
    <InsetText>
      It is suspected at first. What shows that it is a group, and who is in it, comes next; the unit alone
      reads it.
    </InsetText>
    <Form action="/intelligence/groups" csrfToken={csrf}>
      <CardFields {...state} />
      <Button>Open the card</Button>
    </Form>
  </>
);
