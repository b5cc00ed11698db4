import type { Day as DayText } from '../platform/clock/clock.ts';
import {
  asked,
  Button,
  DataTable,
  Day,
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
} from '../platform/ui/index.ts';
import { HeldNotice, type Hold } from '../records/index.ts';
import { MarkerFields, ToldFields } from './marker.fields.pages.tsx';
import { markerTypeWords, numberNames, precautionRule, shippedNumbers } from './marker.rules.ts';
import { type Marker, type MarkerEvent, type Standing, standingOf } from './marker.store.ts';
import { aboutWords, toldWords } from './marker.words.ts';
import type { SetNumber } from './number.store.ts';

const standingTag: Record<Standing, { words: string; classes: string }> = {
  live: { words: 'Live', classes: 'govuk-tag--green' },
  'to-come': { words: 'To come', classes: 'govuk-tag--blue' },
  lapsed: { words: 'Past its review day', classes: 'govuk-tag--red' },
  ended: { words: 'Ended', classes: 'govuk-tag--grey' },
};
const StandingTag = ({ standing }: { standing: Standing }) => (
  <Tag classes={standingTag[standing].classes}>{standingTag[standing].words}</Tag>
);

const whom = (marker: Marker): string =>
  marker.name || [marker.address, marker.postcode].filter(Boolean).join(', ');

/** The controlled register of an agency's own markers. */
export const MarkersPage = ({ markers, today }: { markers: readonly Marker[]; today: DayText }) => (
  <>
    <h1 class="govuk-heading-l">Warning markers</h1>
    <p class="govuk-body">
      The markers that your agency has set. Partners meet their type and precaution when they screen before a
      visit, and never why they were set.
    </p>
    <p class="govuk-body">
      <a class="govuk-link" href="/markers/add">
        Set a marker
      </a>
      {' · '}
      <a class="govuk-link" href="/markers/numbers">
        How long markers and screens hold
      </a>
    </p>
    <DataTable
      caption="Markers, those to be reviewed first"
      captionClasses="govuk-visually-hidden"
      rows={markers}
      columns={[
        {
          heading: 'About',
          cell: (marker) => (
            <a class="govuk-link" href={`/markers/${marker.id}`}>
              {whom(marker)}
            </a>
          ),
        },
        { heading: 'Type', cell: ({ type }) => markerTypeWords(type) },
        { heading: 'Precaution', cell: ({ precaution }) => precautionRule(precaution).words },
        { heading: 'Review by', cell: ({ reviewOn }) => <Day day={reviewOn} /> },
        { heading: 'Now', cell: (marker) => <StandingTag standing={standingOf(marker, today)} /> },
      ]}
      empty={{
        title: 'No markers',
        children: 'Set one where somebody’s safety asks for it, with a day on which it is looked at again.',
        action: { href: '/markers/add', children: 'Set a marker' },
      }}
    />
  </>
);

interface AddProps extends FormState {
  csrf: string;
  isElsewhere: boolean;
}

/** Setting a marker. */
export const AddMarkerPage = ({ csrf, isElsewhere, ...state }: AddProps) => (
  <>
    <h1 class="govuk-heading-l">Set a warning marker</h1>
    <InsetText>
      A marker follows somebody to every door. Set one on evidence, as narrow and as short as safety asks for.
    </InsetText>
    <Form action="/markers" csrfToken={csrf}>
      <MarkerFields state={state} isElsewhere={isElsewhere} />
      <Button>Set the marker</Button>
    </Form>
  </>
);

interface MarkerProps extends FormState {
  hold: Hold | undefined;
  marker: Marker;
  events: readonly MarkerEvent[];
  today: DayText;
  csrf: string;
}

/** One marker of the own agency: what partners meet, what only its keepers read, and its history. */
export const MarkerPage = (props: MarkerProps) => {
  const { marker, events, today } = props;
  const standing = standingOf(marker, today);
  return (
    <>
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">Warning marker {marker.reference}</span> {whom(marker)}
      </h1>
      <p class="govuk-body">
        <StandingTag standing={standing} />
      </p>
      <HeldNotice hold={props.hold} />
      {standing === 'lapsed' && (
        <InsetText>Nobody who screens is shown it now. Review it, or end it.</InsetText>
      )}
      <h2 class="govuk-heading-m">What partners meet</h2>
      <SummaryList
        rows={[
          { key: 'Type', value: markerTypeWords(marker.type) },
          { key: 'Precaution', value: marker.words },
          { key: 'From', value: <Day day={marker.fromOn} /> },
          { key: 'Until its review', value: <Day day={marker.reviewOn} /> },
        ]}
      />
      <h2 class="govuk-heading-m">What stays with your agency</h2>
      <SummaryList
        rows={[
          { key: 'About', value: aboutWords[marker.about] },
          marker.otherNames.length > 0 && { key: 'Other names', value: marker.otherNames.join(', ') },
          marker.dateOfBirth !== null && { key: 'Date of birth', value: <Day day={marker.dateOfBirth} /> },
          marker.about === 'person' &&
            marker.postcode !== '' && {
              key: 'Address',
              value: [marker.address, marker.postcode].filter(Boolean).join(', '),
            },
          marker.vehicle !== '' && { key: 'Registration mark', value: marker.vehicle },
          { key: 'Why', value: marker.why || 'Held on your own system' },
          { key: 'Evidence', value: marker.evidence },
          {
            key: 'Told',
            value: [
              toldWords[marker.told],
              marker.toldOn && [' on ', <Day day={marker.toldOn} />],
              marker.toldWhy && `: ${marker.toldWhy}`,
            ],
          },
          { key: 'Set', value: [<Instant at={marker.setAt} />, ` by ${marker.setByName}`] },
          marker.endedWhy !== '' && { key: 'Ended because', value: marker.endedWhy },
        ]}
      />
      {standing !== 'ended' && <Acts {...props} />}
      <h2 class="govuk-heading-m">History</h2>
      <ul class="govuk-list govuk-list--bullet">
        {events.map((event) => (
          <li>
            <Instant at={event.at} />: {event.words}
            {event.officerName && ` (${event.officerName})`}
          </li>
        ))}
      </ul>
    </>
  );
};

const Acts = ({ marker, csrf, problems, typed }: MarkerProps) => {
  const state = { problems, typed };
  const version = <VersionField version={marker.version} />;
  const wrong = (...fields: string[]) => problems.some(({ field }) => fields.includes(field));
  return (
    <>
      <Details summary="Review it" open={wrong('reviewOn', 'words')}>
        <Form action={`/markers/${marker.id}/review`} csrfToken={csrf}>
          {version}
          <Input
            {...asked(state, 'reviewOn')}
            label="Next review day"
            hint="Like 27/5/2027."
            classes="govuk-input--width-10"
          />
          <Input {...asked(state, 'words')} label="Why it still holds" />
          <Button>It still holds</Button>
        </Form>
      </Details>
      <Details summary="Say whether they were told" open={wrong('told', 'toldOn', 'toldWhy')}>
        <Form action={`/markers/${marker.id}/told`} csrfToken={csrf}>
          {version}
          <ToldFields state={state} now={marker.told} />
          <Button>Save</Button>
        </Form>
      </Details>
      <Details summary="End it" open={wrong('why')}>
        <Form action={`/markers/${marker.id}/end`} csrfToken={csrf}>
          {version}
          <Textarea {...asked(state, 'why')} label="Why is it ended?" rows={2} />
          <Button classes="govuk-button--warning">End the marker</Button>
        </Form>
      </Details>
    </>
  );
};

interface NumbersProps extends FormState {
  own: readonly SetNumber[];
  csrf: string;
}

/** How long markers and screens hold, and how alike names must be. */
export const NumbersPage = ({ own, csrf, ...state }: NumbersProps) => (
  <>
    <h1 class="govuk-heading-l">How long markers and screens hold</h1>
    <p class="govuk-body">
      The shipped numbers are a proposal. What you set holds for your agency, from now on.
    </p>
    <DataTable
      caption="Numbers"
      captionClasses="govuk-visually-hidden"
      rows={numberNames}
      columns={[
        { heading: 'Number', cell: (name) => shippedNumbers[name].words },
        { heading: 'Shipped', numeric: true, cell: (name) => String(shippedNumbers[name].unlessSet) },
        {
          heading: 'Here',
          numeric: true,
          cell: (name) =>
            String(own.find((one) => one.name === name)?.value ?? shippedNumbers[name].unlessSet),
        },
        {
          heading: 'Set',
          cell: (name) => {
            const set = own.find((one) => one.name === name);
            return set
              ? [<Instant at={set.setAt} />, ` by ${set.setByName ?? 'an officer'}: ${set.why}`]
              : 'As shipped';
          },
        },
      ]}
      empty={{ title: 'None' }}
    />
    <h2 class="govuk-heading-m">Set one</h2>
    <Form action="/markers/numbers" csrfToken={csrf}>
      <Select
        {...asked(state, 'name')}
        label="Which"
        items={numberNames.map((value) => ({ value, text: shippedNumbers[value].words }))}
      />
      <Input {...asked(state, 'value')} label="Number" inputmode="numeric" classes="govuk-input--width-5" />
      <Input {...asked(state, 'why')} label="Why" />
      <Button>Set it</Button>
    </Form>
  </>
);
