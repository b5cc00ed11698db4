import { watchMonths } from '../../../reference/watch.ts';
import {
  asked,
  Button,
  DataTable,
  Day,
  DayBoxes,
  Details,
  Form,
  type FormState,
  Input,
  InsetText,
  Instant,
  Radios,
  Select,
  SummaryList,
  stateOf,
  Tag,
  Textarea,
  toChoose,
  VersionField,
} from '../../platform/ui/index.ts';
import { ItemReference } from '../item/reference.pages.tsx';
import { linkKinds, linkKindWords } from '../link/link.words.ts';
import { type Hit, type MetBy, mostHits, mostWatches, type Watch } from './watch.store.ts';

const metByWords: Record<MetBy, string> = {
  words: 'Its words say the name',
  number: 'The number, mark or postcode stands in it',
  link: 'Somebody linked it',
};
const named = ({ label, more }: Watch): string => [label, more].filter(Boolean).join(', ');

const Standing = ({ one, today }: { one: Watch; today: string }) => {
  if (one.endedOn) return <Tag classes="govuk-tag--grey">Ended</Tag>;
  if (one.untilOn < today) return <Tag classes="govuk-tag--yellow">Ran out</Tag>;
  return <Tag classes="govuk-tag--green">Watched for</Tag>;
};

const Fields = ({ csrf, ...state }: FormState & { csrf: string }) => (
  <Form action="/intelligence/watches" csrfToken={csrf}>
    <Select
      {...asked(state, 'kind')}
      label="What it is"
      items={toChoose(linkKinds.map((kind) => ({ value: kind, text: linkKindWords[kind] })))}
    />
    <Input {...asked(state, 'label')} label="Name, number, mark, e-mail or address" />
    <Input
      {...asked(state, 'more')}
      label="Date of birth, company number or postcode"
      hint="An address needs its postcode. A name is met in words however old whoever it is; a link by date of birth is met too."
      classes="govuk-input--width-10"
    />
    <Textarea {...asked(state, 'why')} label="Why it is necessary, and why nothing less would do" rows={3} />
    <DayBoxes
      {...state}
      name="untilOn"
      legend="Until"
      hint={`${watchMonths} months from today at the most`}
    />
    <Button>Watch for it</Button>
  </Form>
);

interface ListProps extends FormState {
  watches: readonly Watch[];
  today: string;
  csrf: string;
}

/** The watchlist of an officer; of the manager that of the unit. */
export const WatchesPage = ({ watches, today, csrf, ...state }: ListProps) => (
  <>
    <h1 class="govuk-heading-l">Watchlist</h1>
    <p class="govuk-body">
      What comes in from now on is held against it. Whoever keeps an entry sees it, and the manager: nobody
      else of the unit learns that somebody is watched for, nor does whoever sent the item. A hit is a
      suggestion: a person says whether it is.
    </p>
    <Details summary="Watch for somebody or something" open={state.problems.length > 0}>
      <Fields {...state} csrf={csrf} />
    </Details>
    <DataTable
      caption="What is watched for, with hits to answer first"
      captionClasses="govuk-visually-hidden"
      rows={watches}
      cappedAt={mostWatches}
      columns={[
        {
          heading: 'Who or what',
          cell: (one) => (
            <a class="govuk-link" href={`/intelligence/watches/${one.id}`}>
              {named(one)}
            </a>
          ),
        },
        { heading: 'Kind', cell: ({ kind }) => linkKindWords[kind] },
        { heading: 'Kept by', cell: ({ keptByName }) => keptByName },
        { heading: 'Until', cell: ({ untilOn }) => <Day day={untilOn} /> },
        { heading: 'Now', cell: (one) => <Standing one={one} today={today} /> },
        { heading: 'Hits', numeric: true, cell: ({ hits }) => hits },
        { heading: 'To answer', numeric: true, cell: ({ open }) => open },
      ]}
      empty={{
        title: 'Nobody and nothing is watched for',
        children: 'Entries that you keep are listed here, each with its reason and its last day.',
      }}
    />
  </>
);

const HitForm = ({ hit, csrf }: { hit: Hit; csrf: string }) => (
  <Form action={`/intelligence/watches/${hit.watchId}/hits`} csrfToken={csrf}>
    <input type="hidden" name="itemId" value={hit.itemId} />
    <div class="govuk-button-group govuk-!-margin-bottom-0">
      {(['it-is', 'it-is-not'] as const).map((answer) => (
        <Button name="answer" value={answer} classes="govuk-button--secondary govuk-!-margin-bottom-1">
          {answer === 'it-is' ? 'It is' : 'It is not'}
          <span class="govuk-visually-hidden">
            : {hit.label}, {hit.reference}
          </span>
        </Button>
      ))}
    </div>
  </Form>
);
const answered = ({ answer, answeredByName }: Hit) =>
  answer && `${answer === 'it-is' ? 'It is' : 'It is not'}, ${answeredByName}`;

interface WatchProps extends FormState {
  watch: Watch;
  hits: readonly Hit[];
  today: string;
  csrf: string;
  isOwn: boolean;
}

/** One entry: why, until when, its hits, and whether it goes on. */
export const WatchPage = ({ watch, hits, today, csrf, isOwn, ...all }: WatchProps) => {
  const state = stateOf(all, 'step');
  return (
    <>
      <span class="govuk-caption-l">{linkKindWords[watch.kind]}</span>
      <h1 class="govuk-heading-l">{named(watch)}</h1>
      <p class="govuk-body">
        <Standing one={watch} today={today} />
      </p>
      <SummaryList
        rows={[
          { key: 'Why', value: watch.why },
          { key: 'Kept by', value: watch.keptByName },
          { key: 'Since', value: <Instant at={watch.madeAt} /> },
          { key: 'Until', value: <Day day={watch.untilOn} /> },
          watch.endedOn !== null && { key: 'Ended', value: watch.endWhy },
        ]}
      />
      <DataTable
        caption="Hits"
        rows={hits}
        cappedAt={mostHits}
        columns={[
          {
            heading: 'Item',
            cell: ({ itemId, reference }) => <ItemReference id={itemId} reference={reference} />,
          },
          { heading: 'About', cell: ({ title }) => title },
          { heading: 'Received', cell: ({ receivedAt }) => <Instant at={receivedAt} /> },
          { heading: 'Met by', cell: ({ metBy }) => metByWords[metBy] },
          {
            heading: 'Is it?',
            cell: (hit) => (hit.answer ? answered(hit) : <HitForm hit={hit} csrf={csrf} />),
          },
        ]}
        empty={{ title: 'No hits', children: 'Items that come in and say it are listed here.' }}
      />
      {watch.endedOn === null && (
        <Details summary={isOwn ? 'Watch on, or end it' : 'End it'} open={state.problems.length > 0}>
          <Form action={`/intelligence/watches/${watch.id}/step`} csrfToken={csrf}>
            <VersionField version={watch.version} />
            {isOwn ? (
              <>
                <Radios
                  {...asked(state, 'act')}
                  fieldset={{ legend: 'Does it go on?' }}
                  classes="govuk-radios--small"
                  items={[
                    { value: 'renew', children: 'Watch on, until another day' },
                    { value: 'end', children: 'End it' },
                  ]}
                />
                <DayBoxes
                  {...state}
                  name="untilOn"
                  legend="Until, where it goes on"
                  hint={`${watchMonths} months from today at the most`}
                />
              </>
            ) : (
              <input type="hidden" name="act" value="end" />
            )}
            <Input {...asked(state, 'stepWhy')} label="Why" />
            <Button classes="govuk-button--secondary">Save</Button>
          </Form>
        </Details>
      )}
    </>
  );
};

/** On the page of an item: what the viewer watches for that it says; nothing where there is none. */
export const WatchedPart = ({ hits, csrf }: { hits: readonly Hit[]; csrf: string }) =>
  hits.length === 0 ? null : (
    <section>
      <h2 class="govuk-heading-m">On a watchlist</h2>
      {hits.map((hit) => (
        <InsetText>
          <a class="govuk-link" href={`/intelligence/watches/${hit.watchId}`}>
            {hit.label}
          </a>
          , kept by {hit.keptByName}: {hit.why}. {metByWords[hit.metBy]}. {answered(hit)}
          {!hit.answer && <HitForm hit={hit} csrf={csrf} />}
        </InsetText>
      ))}
    </section>
  );
