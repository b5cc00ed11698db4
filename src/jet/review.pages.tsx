import {
  asked,
  Button,
  Day,
  DayBoxes,
  Form,
  type FormState,
  Input,
  monthWords,
  SummaryList,
  stateOf,
  Textarea,
} from '../platform/ui/index.ts';
import type { Review } from './month.commands.ts';
import type { Team } from './team.store.ts';
import { ClosedMonths } from './time.pages.tsx';
import { minuteWords, percentWords, type Target } from './time.split.ts';
import type { ClosedMonth } from './time.store.ts';

interface Props extends FormState {
  csrf: string;
  team: Team;
  target: Target & { isOwn: boolean };
  months: readonly ClosedMonth[];
  reviews: readonly Review[];
  now: {
    counted: number;
    untasked: number;
    penalties: number;
    activities: { name: string; minutes: number }[];
  };
  today: string;
}

/** How a team's time is steered: closed months, the target, and what reviews of untasked time found. */
export const ReviewPage = (props: Props) => {
  const { team, target, now } = props;
  return (
    <>
      <span class="govuk-caption-l">{team.name}</span>
      <h1 class="govuk-heading-l">Target and reviews</h1>
      <ClosedMonths months={props.months} teamId={team.id} />
      <h2 class="govuk-heading-m">Untasked time in {monthWords(props.today)}</h2>
      <p class="govuk-body">
        {minuteWords(now.untasked)} of {minuteWords(now.counted)} counted (
        {percentWords(now.untasked, now.counted)}
        ); penalties issued: {now.penalties}.
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {now.activities.map(({ name, minutes }) => (
          <li>
            {name}: {minuteWords(minutes)}
          </li>
        ))}
      </ul>
      <h2 class="govuk-heading-m">Reviews</h2>
      {props.reviews.length === 0 && <p class="govuk-body">No review is recorded yet.</p>}
      {props.reviews.map((review) => (
        <SummaryList
          card={{ title: { children: review.reference, headingLevel: 3 } }}
          rows={[
            {
              key: 'Time looked at',
              value: (
                <>
                  <Day day={review.fromOn} /> to <Day day={review.toOn} />
                </>
              ),
            },
            {
              key: 'Untasked',
              value: `${minuteWords(review.untaskedMinutes)} of ${minuteWords(review.countedMinutes)}: ${review.activities.map(({ name, minutes }) => `${name.toLowerCase()} ${minuteWords(minutes)}`).join(', ') || 'none'}`,
            },
            { key: 'Penalties issued', value: String(review.penalties) },
            { key: 'Found', value: review.finding },
            { key: 'To be done', value: review.action },
          ]}
        />
      ))}
      <h2 class="govuk-heading-m">Record a review</h2>
      <Form action={`/teams/${team.id}/reviews`} csrfToken={props.csrf}>
        <DayBoxes {...stateOf(props, 'review')} name="fromOn" legend="From" />
        <DayBoxes {...stateOf(props, 'review')} name="toOn" legend="To" />
        <Textarea
          {...asked(stateOf(props, 'review'), 'finding')}
          label="What was found"
          hint="Of the team’s time. No officer’s name or health."
          rows={3}
        />
        <Textarea {...asked(stateOf(props, 'review'), 'action')} label="What is to be done" rows={3} />
        <Button>Record it</Button>
      </Form>
      <h2 class="govuk-heading-m">Target</h2>
      <p class="govuk-body">
        {target.enforcementPercent}% enforcement, amber {target.amberPoints} points below
        {target.isOwn ? '.' : ': what is proposed where an agency has set nothing of its own.'}
      </p>
      <Form action={`/teams/${team.id}/target`} csrfToken={props.csrf}>
        <Input
          {...asked(stateOf(props, 'target'), 'enforcementPercent')}
          label="Enforcement, of a hundred counted minutes"
          inputmode="numeric"
          classes="govuk-input--width-3"
        />
        <Input
          {...asked(stateOf(props, 'target'), 'amberPoints')}
          label="Points below that are amber"
          inputmode="numeric"
          classes="govuk-input--width-3"
        />
        <DayBoxes
          {...stateOf(props, 'target')}
          name="startsOn"
          legend="From which day"
          hint="Today or later. A month is judged by the target of its first day."
        />
        <Textarea {...asked(stateOf(props, 'target'), 'why')} label="Who decided it, and why" rows={2} />
        <Button classes="govuk-button--secondary">Set the target</Button>
      </Form>
    </>
  );
};
