import { harmKinds } from '../../../reference/harm-kinds.ts';
import {
  asked,
  Button,
  Checkboxes,
  DataTable,
  Day,
  DayBoxes,
  Details,
  Form,
  type FormState,
  Input,
  InsetText,
  Instant,
  problemOf,
  SummaryList,
  Tag,
  Textarea,
  tickedIn,
  VersionField,
} from '../../platform/ui/index.ts';
import { type Product, productWords } from '../package/package.words.ts';
import { places } from './strategy.forms.ts';
import { mostStrategies, type Priority, type Strategy } from './strategy.store.ts';

export const strategyPath = '/intelligence/strategy';
export const kindWords = (codes: readonly string[]): string =>
  codes.map((code) => harmKinds.find((one) => one.code === code)?.words ?? code).join('; ');

const State = ({ strategy, today }: { strategy: Strategy; today: string }) => {
  if (strategy.isInForce) return <Tag classes="govuk-tag--green">Holds</Tag>;
  return strategy.startsOn > today ? (
    <Tag classes="govuk-tag--blue">To come</Tag>
  ) : (
    <Tag classes="govuk-tag--grey">Past</Tag>
  );
};

const OnePriority = ({ one }: { one: Priority }) => (
  <section>
    <h2 class="govuk-heading-m">
      {one.position}. {one.title}
    </h2>
    <SummaryList
      rows={[
        one.kinds.length > 0 && { key: 'Kinds of harm', value: kindWords(one.kinds) },
        one.prevention !== '' && { key: 'Prevention', value: one.prevention },
        one.intelligence !== '' && { key: 'Intelligence', value: one.intelligence },
        one.enforcement !== '' && { key: 'Enforcement', value: one.enforcement },
        {
          key: 'What the unit needs to know',
          value:
            one.requirements.length === 0
              ? 'No requirement is tied to it'
              : one.requirements.map(({ id, reference, question, items }) => (
                  <div>
                    <a class="govuk-link" href={`/intelligence/requirements/${id}`}>
                      {reference}
                    </a>
                    : {question} ({items === 1 ? '1 item answers it' : `${items} items answer it`})
                  </div>
                )),
        },
        {
          key: 'Products that answer it',
          value:
            one.products.length === 0
              ? 'None yet'
              : one.products.map(({ id, reference, title, product, state }) => (
                  <div>
                    <a class="govuk-link" href={`/intelligence/packages/${id}`}>
                      {reference}
                    </a>
                    {/* Products are of this list alone, by a check of the database. */}
                    {`: ${title} (${productWords[product as Product].toLowerCase()}, ${state === 'draft' ? 'to be authorised' : 'released'})`}
                  </div>
                )),
        },
      ]}
    />
  </section>
);

interface StrategyProps {
  strategy: Strategy;
  priorities: readonly Priority[];
  today: string;
}
/** One version: who agreed what, from when to when it holds. */
export const StrategyPage = ({ strategy, priorities, today }: StrategyProps) => (
  <>
    <span class="govuk-caption-l">Control strategy {strategy.reference}</span>
    <h1 class="govuk-heading-l">Control strategy, version {strategy.number}</h1>
    <p class="govuk-body">
      <a class="govuk-link" href={`${strategyPath}/${strategy.id}/files/pdf`}>
        PDF
      </a>
    </p>
    <SummaryList
      rows={[
        { key: 'Now', value: <State {...{ strategy, today }} /> },
        {
          key: 'Agreed',
          value: (
            <>
              {strategy.agreedBy}, <Day day={strategy.agreedOn} />
            </>
          ),
        },
        {
          key: 'Holds',
          value: (
            <>
              <Day day={strategy.startsOn} /> to <Day day={strategy.endsOn} />
            </>
          ),
        },
        { key: 'Look again by', value: <Day day={strategy.lookAgainOn} /> },
        strategy.words !== '' && { key: 'In words', value: strategy.words },
        {
          key: 'Written',
          value: (
            <>
              {strategy.madeByName}, <Instant at={strategy.madeAt} />
            </>
          ),
        },
      ]}
    />
    {priorities.map((one) => (
      <OnePriority one={one} />
    ))}
    <InsetText>A version is never changed. What is agreed next follows it as another.</InsetText>
  </>
);

/** Every version of the control strategy. */
export const StrategiesPage = (props: {
  strategies: readonly Strategy[];
  inForce: Omit<StrategyProps, 'today'> | undefined;
  mayKeep: boolean;
  today: string;
}) => (
  <>
    <h1 class="govuk-heading-l">Control strategy</h1>
    <p class="govuk-body">
      What the unit works on first: six priorities at the most, agreed for a year and looked at again at half
      of it. Stays with the unit.
    </p>
    {props.mayKeep && (
      <Button href={`${strategyPath}/new`} classes="govuk-button--secondary">
        Write the next version
      </Button>
    )}
    {props.inForce?.priorities.map((one) => (
      <OnePriority one={one} />
    ))}
    <DataTable
      caption="Versions, the newest first"
      rows={props.strategies}
      cappedAt={mostStrategies}
      columns={[
        {
          heading: 'Version',
          cell: ({ id, number, reference }) => (
            <a class="govuk-link" href={`${strategyPath}/${id}`}>
              {`${number}: ${reference}`}
            </a>
          ),
        },
        { heading: 'Agreed by', cell: ({ agreedBy }) => agreedBy },
        { heading: 'From', cell: ({ startsOn }) => <Day day={startsOn} /> },
        { heading: 'To', cell: ({ endsOn }) => <Day day={endsOn} /> },
        { heading: 'Now', cell: (strategy) => <State {...{ strategy, today: props.today }} /> },
      ]}
      empty={{
        title: 'No control strategy yet',
        children:
          'The manager writes down what was agreed: each version stands here with who agreed it on what day.',
      }}
    />
  </>
);

const PriorityFields = ({ place, ...state }: FormState & { place: number }) => {
  const ticked = tickedIn(state, `kinds-${place}`);
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">Priority {place}</legend>
      <Input {...asked(state, `title-${place}`)} label={`What priority ${place} is, in a line`} />
      <Details
        summary={`Kinds of harm of priority ${place}`}
        open={ticked.length > 0 || problemOf(state, `kinds-${place}`) !== undefined}
      >
        <Checkboxes
          name={`kinds-${place}`}
          fieldset={{ legend: `Kinds of harm of priority ${place}` }}
          errorMessage={problemOf(state, `kinds-${place}`)}
          classes="govuk-checkboxes--small"
          values={ticked}
          items={harmKinds.map(({ code, words }) => ({ value: code, children: words }))}
        />
      </Details>
      <Textarea {...asked(state, `prevention-${place}`)} label="Intended under prevention" rows={2} />
      <Textarea {...asked(state, `intelligence-${place}`)} label="Intended under intelligence" rows={2} />
      <Textarea {...asked(state, `enforcement-${place}`)} label="Intended under enforcement" rows={2} />
      <Textarea
        {...asked(state, `requirements-${place}`)}
        label="What the unit needs to know for it"
        hint="References of requirements, one a line"
        rows={2}
      />
    </fieldset>
  );
};

/** The form of the next version. */
export const NewStrategyPage = ({ number, csrf, ...state }: FormState & { number: number; csrf: string }) => (
  <>
    <h1 class="govuk-heading-l">Control strategy, version {number + 1}</h1>
    <InsetText>
      Write down what was agreed. Names, numbers, marks, e-mails and postcodes do not belong in it. It is
      never changed afterwards{number > 0 ? `; version ${number} stays as it was` : ''}.
    </InsetText>
    <Form action={strategyPath} csrfToken={csrf}>
      <VersionField version={number} />
      <Input {...asked(state, 'agreedBy')} label="Who agreed it" hint="A meeting or a post" />
      <DayBoxes {...state} name="agreedOn" legend="Agreed on" />
      <DayBoxes {...state} name="startsOn" legend="Holds from" hint="For a year" />
      <Textarea {...asked(state, 'words')} label="In words (optional)" rows={3} />
      {places.map((place) => (
        <PriorityFields {...state} place={place} />
      ))}
      <Button>Keep this version</Button>
    </Form>
  </>
);
