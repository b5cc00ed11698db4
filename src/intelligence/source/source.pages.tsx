import {
  asked,
  Button,
  DataTable,
  Details,
  Form,
  type FormState,
  Input,
  InsetText,
  Instant,
  Select,
  SummaryList,
  Tag,
  Textarea,
  VersionField,
  WarningText,
} from '../../platform/ui/index.ts';
import type { Item } from '../item/item.store.ts';
import { ItemReference } from '../item/reference.pages.tsx';
import { driftWords } from './source.commands.ts';
import { numberNames, shippedNumbers, sourceKinds, sourceKindWords } from './source.rules.ts';
import type { NumberSet, Source } from './source.store.ts';
import { IdentityForms } from './source-identity.pages.tsx';

/** How often is too often, as it holds for the unit. */
export interface Drift {
  items: number;
  days: number;
}
const isOver = (source: Source, drift: Drift): boolean => source.inPeriod >= drift.items;

interface SourcesProps extends FormState {
  sources: readonly Source[];
  drift: Drift;
  numbers: readonly NumberSet[];
  csrf: string;
  maySet: boolean;
}

const NumbersSet = ({ numbers }: { numbers: readonly NumberSet[] }) => (
  <Details summary="What it was before">
    {numbers.length === 0 ? (
      <p class="govuk-body">
        Nobody has set it: what holds is what it came with, {shippedNumbers['drift-items'].unlessSet} items in{' '}
        {shippedNumbers['drift-days'].unlessSet} days.
      </p>
    ) : (
      <ul class="govuk-list govuk-list--bullet">
        {numbers.map((one) => (
          <li>
            <Instant at={one.setAt} />, {one.setByName}: {shippedNumbers[one.name].words.toLowerCase()},{' '}
            {one.value}. {one.why}
          </li>
        ))}
      </ul>
    )}
  </Details>
);

/** Every source of the unit by its pseudonym. */
export const SourcesPage = ({ sources, drift, numbers, csrf, maySet, ...state }: SourcesProps) => (
  <>
    <h1 class="govuk-heading-l">Sources</h1>
    <InsetText>
      Each by a pseudonym. From {drift.items} items in {drift.days} days the unit stops and refers the source
      to the authorising officer: information given again and again through a relationship makes a covert
      source. Nobody who is a source is ever asked to find something out.
    </InsetText>
    <DataTable
      caption="Sources, those that gave most lately first"
      captionClasses="govuk-visually-hidden"
      rows={sources}
      columns={[
        {
          heading: 'Source',
          cell: (source) => (
            <a class="govuk-link" href={`/intelligence/sources/${source.id}`}>
              {source.pseudonym}
            </a>
          ),
        },
        { heading: 'Kind', cell: ({ kind }) => sourceKindWords[kind] },
        { heading: '28 days', numeric: true, cell: ({ last28 }) => String(last28) },
        { heading: '90 days', numeric: true, cell: ({ last90 }) => String(last90) },
        {
          heading: 'Drift',
          cell: (source) =>
            isOver(source, drift) ? <Tag classes="govuk-tag--red">Stop and refer</Tag> : 'No',
        },
      ]}
      empty={{
        title: 'No sources yet',
        children: 'A source stands here once an item is put down to it, on the page of the item.',
      }}
    />
    <NumbersSet numbers={numbers} />
    {maySet && (
      <Details summary="From when it is status drift" open={state.problems.length > 0}>
        <Form action="/intelligence/sources/numbers" csrfToken={csrf}>
          <Select
            {...asked(state, 'name')}
            label="Number"
            items={numberNames.map((name) => ({ value: name, text: shippedNumbers[name].words }))}
          />
          <Input {...asked(state, 'value')} label="From now on" classes="govuk-input--width-5" />
          <Input {...asked(state, 'why')} label="Why it changes" />
          <Button classes="govuk-button--secondary">Set it</Button>
        </Form>
      </Details>
    )}
  </>
);

interface SourceProps extends FormState {
  source: Source;
  drift: Drift;
  items: readonly { id: string; reference: string; title: string; receivedAt: Date }[];
  mayHandle: boolean;
  csrf: string;
}

const Handling = (props: SourceProps) => {
  const to = `/intelligence/sources/${props.source.id}`;
  return (
    <>
      <Details
        summary="Record that it was referred"
        open={props.problems.some(({ field }) => field === 'words')}
      >
        <Form action={`${to}/refer`} csrfToken={props.csrf}>
          <Input
            {...asked(props, 'words')}
            label="Reference, and what the authorising officer said"
            hint="No authorisation is kept here."
          />
          <Button classes="govuk-button--secondary">Record it</Button>
        </Form>
      </Details>
      <Details summary="Who it is">
        <IdentityForms {...props} />
      </Details>
    </>
  );
};

/** One source: how often it gave something, and what. */
export const SourcePage = (props: SourceProps) => {
  const { source, drift, items } = props;
  return (
    <>
      <span class="govuk-caption-l">Source</span>
      <h1 class="govuk-heading-l">{source.pseudonym}</h1>
      {isOver(source, drift) && <WarningText>{driftWords}</WarningText>}
      <SummaryList
        rows={[
          { key: 'Kind', value: sourceKindWords[source.kind] },
          { key: 'Items in 28 days', value: String(source.last28) },
          { key: 'Items in 90 days', value: String(source.last90) },
          {
            key: 'Referred',
            value: source.referredAt ? (
              <>
                <Instant at={source.referredAt} />: {source.referredWords}
              </>
            ) : (
              'Never'
            ),
          },
        ]}
      />
      <DataTable
        caption="Items, newest first"
        rows={items}
        columns={[
          {
            heading: 'Item',
            cell: (item) => <ItemReference id={item.id} reference={item.reference} />,
          },
          { heading: 'About', cell: ({ title }) => title },
          { heading: 'Received', cell: ({ receivedAt }) => <Instant at={receivedAt} /> },
        ]}
        empty={{ title: 'No items', children: 'Items that are put down to this source are listed here.' }}
      />
      {props.mayHandle && <Handling {...props} />}
    </>
  );
};

interface PartProps extends FormState {
  item: Item;
  source: Source | undefined;
  wanted: string;
  isAdrift: boolean;
  sources: readonly Source[];
  mayGrade: boolean;
  csrf: string;
}

/** The source of an item, on the item's page. */
export const SourcePart = (props: PartProps) => {
  const { item, source, wanted, isAdrift, sources, mayGrade, csrf } = props;
  const version = <VersionField version={item.version} />;
  return (
    <section>
      <h2 class="govuk-heading-m">Source</h2>
      {isAdrift && <WarningText>{driftWords}</WarningText>}
      <p class="govuk-body">
        {source ? (
          <>
            <a class="govuk-link" href={`/intelligence/sources/${source.id}`}>
              {source.pseudonym}
            </a>
            : {source.last28} items in 28 days, {source.last90} in 90
          </>
        ) : (
          'Not put down to a source yet.'
        )}
      </p>
      {wanted !== '' && <p class="govuk-body">To be looked for in records and with partners: {wanted}</p>}
      {mayGrade && (
        <Details
          summary="Put it down to a source"
          open={props.problems.some(({ field }) => field === 'source')}
        >
          <Form action={`/intelligence/items/${item.id}/source`} csrfToken={csrf}>
            {version}
            <Select
              {...asked(props, 'source', source?.id ?? 'new')}
              label="Source"
              items={[
                { value: 'new', text: 'A new one' },
                ...sources.map(({ id, pseudonym }) => ({ value: id, text: pseudonym })),
              ]}
            />
            <Select
              {...asked(props, 'kind', 'public')}
              label="If new: who it is"
              items={sourceKinds.map((kind) => ({ value: kind, text: sourceKindWords[kind] }))}
            />
            <Button classes="govuk-button--secondary">Put it down</Button>
          </Form>
        </Details>
      )}
      {mayGrade && !isAdrift && (
        <Details
          summary="What more to look for in records or with partners"
          open={props.problems.some(({ field }) => field === 'wanted')}
        >
          <Form action={`/intelligence/items/${item.id}/wanted`} csrfToken={csrf}>
            {version}
            <Textarea
              {...asked(props, 'wanted', wanted)}
              label="What more to look for"
              hint="No member of the public is asked to find anything out: not the source, nobody."
              rows={2}
            />
            <Button classes="govuk-button--secondary">Write it down</Button>
          </Form>
        </Details>
      )}
    </section>
  );
};
