import { Details, SummaryList, WarningText } from '../../platform/ui/index.ts';
import { distanceWords, inOrder, metresBetween, type Point, pointOf } from '../distance.ts';
import { pull, signOut } from './device.ts';
import { clockWords, dayWords, Page } from './kit.tsx';
import type { Day, Plan, Task } from './model.ts';
import { Nearest, usePosition } from './nearest.tsx';
import { screenNow, useScreen } from './screen.ts';
import { send } from './sender.ts';

/** Today's work: what to be careful of first, then what to do, then what to write. */
export function Today() {
  const { day, holder } = useScreen();
  const position = usePosition();
  if (!holder) return <SignedOut />;
  if (!day)
    return (
      <Page title="Today">
        <p class="govuk-body">Your day is not on this telephone. Take it along while there is a network.</p>
        <Refresh />
      </Page>
    );
  return (
    <Page title="Today" caption={`${holder.name}, ${holder.agencyName}`}>
      <p class="govuk-hint">
        {dayWords(day.day)}, taken along at {clockWords(holder.takenAt)}. It leaves this telephone at{' '}
        {clockWords(holder.until)}, or when you sign out.
      </p>
      <Precautions day={day} />
      <Actions day={day} />
      <h2 class="govuk-heading-m">Tasks</h2>
      {day.tasks.length === 0 && <p class="govuk-body">No task is being worked on, and none is due today.</p>}
      {day.tasks.some(({ place }) => place) && <Nearest position={position} />}
      {inOrder(day.tasks, position.at).map((task) => (
        <TaskCard task={task} day={day} from={position.at} />
      ))}
      <h2 class="govuk-heading-m">Patrols</h2>
      {day.plans.length === 0 && <p class="govuk-body">No patrol plan is open today.</p>}
      {day.plans.map((plan) => (
        <PlanCard plan={plan} isMine={day.choices.kinds.includes('patrol')} />
      ))}
      {day.operations.map((one) => (
        <section class="bw-field__card" aria-label={one.name}>
          <h2 class="govuk-heading-s">Day of action: {one.name}</h2>
          <SummaryList
            rows={[
              { key: 'Your part', value: one.parts.join(', ') },
              { key: 'Where', value: [one.roads, one.districtName].filter(Boolean).join(', ') },
              one.briefing !== '' && { key: 'Briefing', value: one.briefing },
            ]}
          />
          {one.isUnderWay ? (
            <a class="govuk-button bw-field__button" href={`#/stop/${one.id}`}>
              Log a stop
            </a>
          ) : (
            <p class="govuk-body">Stops are logged once it has begun.</p>
          )}
        </section>
      ))}
      <Powers day={day} />
      <Refresh />
      <button
        type="button"
        class="govuk-button govuk-button--secondary bw-field__button"
        onClick={() => void signOut()}
      >
        Sign out
      </button>
      <p class="govuk-hint">
        Signing out takes this day off the telephone. What waits stays, sealed, until you sign in again.
      </p>
    </Page>
  );
}

function Precautions({ day }: { day: Day }) {
  const grave = day.precautions.filter(({ precautions }) => precautions.length > 0);
  const rest = day.precautions.filter(({ precautions }) => precautions.length === 0);
  return (
    <section aria-label="Precautions">
      {grave.map(({ place, precautions }) => (
        <WarningText>
          {place}: {precautions.join('. ')}
        </WarningText>
      ))}
      {rest.length > 0 && (
        <Details summary={`Precautions: ${rest.length} more ${rest.length === 1 ? 'place' : 'places'}`}>
          <ul class="govuk-list govuk-list--spaced">
            {rest.map(({ place, note, screenedAt }) => (
              <li>
                <strong>{place}</strong>
                <br />
                {note ??
                  `Nothing known. Screened at ${screenedAt ? clockWords(screenedAt) : 'an unknown time'}`}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </section>
  );
}

function Actions({ day }: { day: Day }) {
  const { kinds } = day.choices;
  return (
    <nav class="bw-field__actions" aria-label="Write something">
      {kinds.includes('notice') && (
        <a class="govuk-button bw-field__button" href="#/notice">
          Write a notice
        </a>
      )}
      {kinds.includes('time') && (
        <a class="govuk-button bw-field__button" href="#/time">
          Log time
        </a>
      )}
      <a class="govuk-button govuk-button--secondary bw-field__button" href="#/queue">
        What waits and what was sent
      </a>
      <a class="govuk-button govuk-button--secondary bw-field__button" href="/screen">
        Screen a place (needs a network)
      </a>
    </nav>
  );
}

/** Where to go for a task, how far it is from where one stands, and what to be careful of there. */
function TaskPlace({ task, day, from }: { task: Task; day: Day; from: Point | undefined }) {
  const { place } = task;
  if (!place) return <p class="govuk-body-s">No place is known for this task.</p>;
  const to = pointOf(task);
  const met = day.precautions.find((one) => one.place === place.words);
  return (
    <>
      {met && met.precautions.length > 0 && <WarningText>{met.precautions.join('. ')}</WarningText>}
      <p class="govuk-body">
        <strong>{place.words}</strong>
        {from && to && `, ${distanceWords(metresBetween(from, to))}`}
      </p>
      {met && met.precautions.length === 0 && (
        <p class="govuk-body-s">
          {met.note ??
            `Nothing known. Screened at ${met.screenedAt ? clockWords(met.screenedAt) : 'an unknown time'}`}
        </p>
      )}
    </>
  );
}

const TaskCard = ({ task, day, from }: { task: Task; day: Day; from: Point | undefined }) => (
  <section class="bw-field__card" aria-label={task.reference}>
    <h3 class="govuk-heading-s">
      {task.reference}: {task.title}
    </h3>
    {task.isPersonal && (
      <p class="govuk-body-s">
        <strong>About identifiable people.</strong> Show it to nobody.
      </p>
    )}
    <TaskPlace task={task} day={day} from={from} />
    <p class="govuk-body">{task.expected}</p>
    <p class="govuk-body-s">
      {task.isLate ? 'Late: it was due' : 'Due'} {dayWords(task.dueOn)}. {task.serviceName}
    </p>
    {task.isMine && (
      <div class="govuk-button-group">
        {task.takesResult && (
          <a class="govuk-button bw-field__button" href={`#/result/${task.id}`}>
            Give the result<span class="govuk-visually-hidden"> of {task.reference}</span>
          </a>
        )}
        <a class="govuk-button govuk-button--secondary bw-field__button" href={`#/note/${task.id}`}>
          Write a note<span class="govuk-visually-hidden"> on {task.reference}</span>
        </a>
      </div>
    )}
  </section>
);

const PlanCard = ({ plan, isMine }: { plan: Plan; isMine: boolean }) => (
  <section class="bw-field__card" aria-label={plan.title}>
    <h3 class="govuk-heading-s">{plan.title}</h3>
    <p class="govuk-body">
      {[plan.place, plan.districtName].filter(Boolean).join(', ')}
      {plan.words && (
        <>
          <br />
          {plan.words}
        </>
      )}
    </p>
    <ul class="govuk-list govuk-list--bullet">
      {plan.lines.map(({ name }) => (
        <li>{name}</li>
      ))}
    </ul>
    {isMine && (
      <a class="govuk-button bw-field__button" href={`#/patrol/${plan.id}`}>
        Log a patrol<span class="govuk-visually-hidden"> of {plan.title}</span>
      </a>
    )}
  </section>
);

/** "Who may I stop and for what": the powers on one's own list by place, and each penalty with what it costs today. */
const Powers = ({ day }: { day: Day }) => (
  <>
    {day.powers.length > 0 && (
      <Details summary="What may I do today, and where?">
        {day.powers.map(({ where, why, may, mayNot }) => (
          <>
            <h3 class="govuk-heading-s">{where}</h3>
            <p class="govuk-body-s">For {why.join(', ')}</p>
            <p class="govuk-body">
              {may.length > 0
                ? 'In uniform and with your badge you may:'
                : 'None of your powers counts here today.'}
            </p>
            {may.length > 0 && (
              <ul class="govuk-list govuk-list--bullet">
                {may.map((power) => (
                  <li>{power}</li>
                ))}
              </ul>
            )}
            {mayNot.map((power) => (
              <p class="govuk-body">
                <strong>Not here:</strong> {power}
              </p>
            ))}
          </>
        ))}
      </Details>
    )}
    {day.choices.offences.length > 0 && (
      <Details summary="Which penalties may I give, and how much are they today?">
        <SummaryList
          rows={day.choices.offences.map((one) => ({
            key: one.name,
            value: `${one.mayIssue ? '' : 'Not you: '}${one.power || 'no power is recorded'}. ${one.amount ?? one.noAmountWhy ?? ''}`,
          }))}
        />
      </Details>
    )}
  </>
);

const Refresh = () => (
  <button
    type="button"
    class="govuk-button govuk-button--secondary bw-field__button"
    onClick={() => void pull().then((pulled) => (pulled === 'taken' ? send() : undefined))}
  >
    Take today along anew
  </button>
);

function SignedOut() {
  const { isOnline } = screenNow();
  return (
    <Page title="Field">
      <p class="govuk-body">
        {isOnline
          ? 'Sign in to take today’s work along.'
          : 'There is no network, and nobody is signed in on this telephone.'}
      </p>
      <a class="govuk-button bw-field__button" href="/sign-in?next=/field">
        Sign in
      </a>
    </Page>
  );
}
