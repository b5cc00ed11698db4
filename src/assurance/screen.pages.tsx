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
  SafetyStrip,
  SummaryList,
  Tag,
} from '../platform/ui/index.ts';
import { WhoFields } from './marker.fields.pages.tsx';
import { precautionRule } from './marker.rules.ts';
import type { ShownMarker } from './marker.store.ts';
import {
  askedWords,
  groundWords,
  isThePlace,
  neverLooked,
  resultWords,
  surenessWords,
} from './marker.words.ts';
import type { Looked, Screening } from './screen.store.ts';
import type { Answered, ScreenView } from './screen.view.ts';

interface AskProps extends FormState {
  csrf: string;
  keepsMarkers: boolean;
}

/** Asking before a visit. */
export const ScreenPage = ({ csrf, keepsMarkers, ...state }: AskProps) => (
  <>
    <h1 class="govuk-heading-l">Screen before a visit</h1>
    <p class="govuk-body">
      Give what you know of the person, the place or the vehicle. You are shown what to do, and not why. That
      you asked is written down, and the names and addresses are not.
    </p>
    <Form action="/screen" csrfToken={csrf}>
      <Input
        {...asked(state, 'purpose')}
        label="For which visit?"
        hint="A reference, or what the visit is for."
      />
      <WhoFields state={state} />
      <Button>Screen</Button>
    </Form>
    <p class="govuk-body">
      <a class="govuk-link" href="/screenings">
        Your earlier screens
      </a>
      {keepsMarkers && [
        ' · ',
        <a class="govuk-link" href="/markers">
          Your agency’s markers
        </a>,
      ]}
    </p>
  </>
);

/** What whoever goes must do, of the markers that hold, as lines of a safety strip. */
export const instructionsOf = (markers: readonly ShownMarker[]) =>
  markers.map(({ typeWords, words, reviewOn }) => [
    <strong>{words}</strong>,
    ` ${typeWords}. Until `,
    <Day day={reviewOn} />,
    '.',
  ]);

const percent = (probability: number): string =>
  probability >= 0.995 ? 'more than 99%' : `about ${Math.round(probability * 100)}%`;

interface HitProps {
  answer: Answered;
  action: string;
  csrf: string;
}

/** One marker that was met: what to do, how sure it is and on what, and the two presses. */
const Met = ({ answer: { hit, marker }, action, csrf }: HitProps) => {
  const isSettled = isThePlace(hit);
  const said = hit.answer === 'same' ? 'You said that it is' : 'You said that it is not';
  return (
    <section class="govuk-!-margin-bottom-6">
      <h3 class="govuk-heading-s">{precautionRule(marker.precaution).words}</h3>
      <SummaryList
        rows={[
          { key: 'Do', value: marker.words },
          { key: 'Type', value: marker.typeWords },
          { key: 'Holds until', value: <Day day={marker.reviewOn} /> },
          {
            key: 'How sure',
            value: [
              surenessWords[hit.sureness],
              ': ',
              hit.onWhat.map((ground) => groundWords[ground]).join(', '),
              hit.probability === null || hit.sureness === 'possible'
                ? ''
                : ` (${percent(hit.probability)} by the linkage model)`,
            ],
          },
          hit.answer !== null && { key: 'Is it them?', value: said },
        ]}
      />
      {!isSettled && (
        <Form action={action} csrfToken={csrf}>
          <input type="hidden" name="markerId" value={marker.id} />
          <div class="govuk-button-group">
            {hit.answer !== 'same' && (
              <Button name="answer" value="same">
                It is this person or place
              </Button>
            )}
            {hit.answer !== 'not' && (
              <Button name="answer" value="not" classes="govuk-button--secondary">
                It is not
              </Button>
            )}
          </div>
        </Form>
      )}
    </section>
  );
};

interface HitsProps {
  answers: readonly Answered[];
  action: string;
  csrf: string;
}

/** Everything that a screen met. */
export const Hits = ({ answers, action, csrf }: HitsProps) => (
  <>
    <h2 class="govuk-heading-m">What was met</h2>
    <p class="govuk-body">Until you say that it is somebody else, a precaution holds.</p>
    {answers.map((answer) => (
      <Met {...{ answer, action, csrf }} />
    ))}
  </>
);

interface LookedProps {
  looked: Looked;
  asked: Screening['asked'];
  isOpen?: boolean;
}

/** What was looked through and what was not: an empty answer is no more than that. */
export const LookedThrough = ({ looked, asked: things, isOpen = false }: LookedProps) => (
  <Details summary="What was looked through, and what was not" open={isOpen}>
    <p class="govuk-body">
      Asked by: {things.map((thing) => askedWords[thing]).join(', ')}
      {looked.names > 1 && ` (${looked.names} names)`}.
    </p>
    <p class="govuk-body">Live markers of: {looked.through.join(', ')}.</p>
    <p class="govuk-body">Not looked through:</p>
    <ul class="govuk-list govuk-list--bullet">
      {looked.left.map((line) => (
        <li>{line}</li>
      ))}
      {looked.notThrough.length > 0 && (
        <li>Markers of agencies without an agreement with yours: {looked.notThrough.join(', ')}.</li>
      )}
      {neverLooked.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  </Details>
);

/** The words for a screen that met nothing. */
export const NothingMet = () => (
  <InsetText>
    No live marker was met. That is not a promise that the visit is safe: look at what was not looked through,
    and at what you know yourself.
  </InsetText>
);

interface AnswerProps extends FormState {
  view: ScreenView;
  csrf: string;
}

/** The answer to a screen: what to do stands first, on the screen and on paper. */
export const AnswerPage = ({ view, csrf, ...state }: AnswerProps) => {
  const { screening, answers, holding } = view;
  const action = `/screenings/${screening.id}`;
  const rules = holding.map(({ precaution }) => precautionRule(precaution));
  const isStopped = rules.some(({ stops }) => stops);
  return (
    <>
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{screening.purpose}</span> Officer-safety screen
      </h1>
      <SafetyStrip
        title={isStopped ? 'Do not attend' : 'Before you go'}
        instructions={instructionsOf(holding)}
      />
      {answers.length === 0 && <NothingMet />}
      {!isStopped && rules.some(({ neverAlone }) => neverAlone) && (
        <Form action={`${action}/companion`} csrfToken={csrf}>
          <Input
            {...asked(state, 'companion', screening.companion)}
            label="Who goes along?"
            hint="By name. Nobody goes until it is written."
          />
          <Button>Write it down</Button>
        </Form>
      )}
      {answers.length > 0 && <Hits {...{ answers, csrf }} action={`${action}/answers`} />}
      <LookedThrough {...screening} isOpen={answers.length === 0} />
      <p class="govuk-body">
        Screened <Instant at={screening.at} /> by {screening.officerName ?? 'the system'}.{' '}
        <a class="govuk-link" href="/screen">
          Screen for another visit
        </a>
      </p>
    </>
  );
};

const resultTag: Record<Screening['result'], string> = {
  nothing: 'govuk-tag--grey',
  precaution: 'govuk-tag--yellow',
  'two-officers': 'govuk-tag--orange',
  'do-not-attend': 'govuk-tag--red',
};

/** Screens that were made, without names: they are kept nowhere. */
export const ScreeningsPage = ({ screenings }: { screenings: readonly Screening[] }) => (
  <>
    <h1 class="govuk-heading-l">Screens before visits</h1>
    <p class="govuk-body">
      <a class="govuk-link" href="/screen">
        Screen before a visit
      </a>
    </p>
    <DataTable
      caption="Screens, the newest first"
      captionClasses="govuk-visually-hidden"
      rows={screenings}
      columns={[
        {
          heading: 'For which visit',
          cell: (one) => (
            <a class="govuk-link" href={`/screenings/${one.id}`}>
              {one.purpose}
            </a>
          ),
        },
        { heading: 'When', cell: (one) => <Instant at={one.at} /> },
        { heading: 'By', cell: (one) => one.officerName ?? 'The system' },
        { heading: 'Asked by', cell: (one) => one.asked.map((thing) => askedWords[thing]).join(', ') },
        {
          heading: 'Answer then',
          cell: (one) => <Tag classes={resultTag[one.result]}>{resultWords[one.result]}</Tag>,
        },
      ]}
      empty={{ title: 'No screens yet', children: 'Screens before visits are listed here, empty ones too.' }}
    />
  </>
);
