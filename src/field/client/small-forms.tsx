import {
  asked,
  Checkboxes,
  DayBoxes,
  Input,
  InsetText,
  Select,
  Textarea,
  tickedIn,
} from '../../platform/ui/index.ts';
import type { CaptureKind } from '../capture.words.ts';
import { CaptureForm, choose, dayIn, goTo, listOf, Page, type Typed, textOf } from './kit.tsx';
import type { Day, Item, Problem } from './model.ts';
import { changeItem, keepItem } from './queue.ts';
import { send } from './sender.ts';

export interface FormProps {
  day: Day;
  mending: Item | undefined;
}

/** Keeps what a form gave, as a new thing or as the one that it mends, and sends it if there is a network. */
export async function keep(
  given: { kind: CaptureKind; title: string; body: Record<string, unknown>; typed: Typed; form: string },
  mending: Item | undefined,
): Promise<readonly Problem[]> {
  if (mending) await changeItem(mending, 'waiting', { ...given, refusal: undefined });
  else await keepItem({ ...given, photos: [] });
  goTo('#/queue');
  void send();
  return [];
}
/** What of a form was left empty, in words. */
export const need = (typed: Typed, fields: Record<string, string>): Problem[] =>
  Object.entries(fields).flatMap(([field, words]) =>
    listOf(typed, field).length > 0 && textOf(typed, field) !== '' ? [] : [{ field, words }],
  );
const whole = /^\d{1,4}$/;
/** Minutes of two boxes, or what is wrong with them. */
const spent = (typed: Typed): number | undefined => {
  const [hours, minutes] = [textOf(typed, 'hours') || '0', textOf(typed, 'minutes') || '0'];
  const sum = Number(hours) * 60 + Number(minutes);
  return whole.test(hours) && whole.test(minutes) && sum > 0 ? sum : undefined;
};
const spentProblem: Problem = { field: 'minutes', words: 'Enter how long, like 1 hour 30 minutes' };

/** What the service said was wrong the last time. */
export const Refusal = ({ mending }: { mending: Item | undefined }) =>
  mending?.refusal ? (
    <InsetText>
      {mending.refusal.words} {mending.refusal.mend}
    </InsetText>
  ) : null;

const Spent = ({ state }: { state: Parameters<typeof asked>[0] }) => (
  <>
    <Input {...asked(state, 'hours')} label="Hours" inputmode="numeric" classes="govuk-input--width-3" />
    <Input {...asked(state, 'minutes')} label="Minutes" inputmode="numeric" classes="govuk-input--width-3" />
  </>
);
const DayField = ({ state }: { state: Parameters<typeof asked>[0] }) => (
  <DayBoxes {...state} name="onDay" legend="Day" />
);

/** A spell of time. */
export function Time({ day, mending }: FormProps) {
  const purposes = [
    ...day.tasks.map((task) => ({ value: `task:${task.id}`, text: `${task.reference}: ${task.title}` })),
    ...day.plans.map((plan) => ({ value: `plan:${plan.id}`, text: plan.title })),
  ];
  const onKeep = async (typed: Typed) => {
    const minutes = spent(typed);
    const onDay = dayIn(typed, 'onDay');
    const problems = need({ ...typed, onDay }, { onDay: 'Enter the day', activity: 'Choose what you did' });
    if (problems.length > 0 || !minutes) return [...problems, ...(minutes ? [] : [spentProblem])];
    const name = day.choices.activities.find(({ code }) => code === typed.activity)?.name ?? '';
    const { activity, purpose, words } = typed;
    return keep(
      {
        ...{ kind: 'time', title: `Time: ${minutes} minutes, ${name.toLowerCase()}`, typed, form: '#/time' },
        body: { onDay, activity, minutes, purpose, words },
      },
      mending,
    );
  };
  return (
    <Page title="Log time" back>
      <Refusal mending={mending} />
      <CaptureForm
        initial={mending?.typed ?? { onDay: day.day }}
        problems={mending?.refusal?.problems}
        button="Keep it"
        onKeep={onKeep}
      >
        {(state) => (
          <>
            <Select
              {...asked(state, 'activity')}
              label="What you did"
              items={choose(day.choices.activities)}
            />
            <Spent state={state} />
            <Select
              {...asked(state, 'purpose')}
              label="What for"
              hint="Without a task or plan it counts as untasked."
              items={[{ value: '', text: 'Untasked' }, ...purposes]}
            />
            <DayField state={state} />
            <Input {...asked(state, 'words')} label="Note (optional)" />
          </>
        )}
      </CaptureForm>
    </Page>
  );
}

/** A patrol of a plan. */
export function Patrol({ day, planId, mending }: FormProps & { planId: string }) {
  const plan = day.plans.find(({ id }) => id === planId);
  if (!plan) return <Gone what="This patrol plan is not among today’s." />;
  const onKeep = async (typed: Typed) => {
    const minutes = spent(typed);
    const onDay = dayIn(typed, 'onDay');
    const problems = need(
      { ...typed, onDay },
      { onDay: 'Enter the day', words: 'Say in a few words what came of it' },
    );
    if (problems.length > 0 || !minutes) return [...problems, ...(minutes ? [] : [spentProblem])];
    const { words } = typed;
    const patrol = { onDay, words, minutes, lines: listOf(typed, 'lines'), formsSent: typed.formsSent || 0 };
    return keep(
      {
        ...{ kind: 'patrol', title: `Patrol: ${plan.title}`, typed, form: `#/patrol/${plan.id}` },
        body: { patrolPlanId: plan.id, patrol },
      },
      mending,
    );
  };
  return (
    <Page title="Log a patrol" caption={plan.title} back>
      <Refusal mending={mending} />
      <CaptureForm
        initial={mending?.typed ?? { onDay: day.day }}
        problems={mending?.refusal?.problems}
        button="Keep it"
        onKeep={onKeep}
      >
        {(state) => (
          <>
            <Spent state={state} />
            <Checkboxes
              name="lines"
              fieldset={{ legend: { children: 'What was done' } }}
              values={tickedIn(state, 'lines')}
              items={plan.lines.map(({ code, name }) => ({ value: code, children: name }))}
            />
            <Textarea
              {...asked(state, 'words')}
              label="What came of it"
              hint="Patrol logs are overt: no intelligence here."
              rows={4}
            />
            <Input
              {...asked(state, 'formsSent', '0')}
              label="Intelligence forms sent"
              inputmode="numeric"
              classes="govuk-input--width-3"
            />
            <DayField state={state} />
          </>
        )}
      </CaptureForm>
    </Page>
  );
}

/** A stop of a day of action. */
export function Stop({ day, operationId, mending }: FormProps & { operationId: string }) {
  const operation = day.operations.find(({ id }) => id === operationId);
  if (!operation) return <Gone what="You are not on this day of action today." />;
  const onKeep = async (typed: Typed) => {
    const problems = need(typed, {
      ...{ kind: 'Choose what was stopped', at: 'Enter the time', place: 'Say where it was' },
      result: 'Choose what came of it',
    });
    if (problems.length > 0) return problems;
    return keep(
      {
        ...{ kind: 'stop', title: `Stop: ${textOf(typed, 'place')}`, typed, form: `#/stop/${operation.id}` },
        body: { operationId: operation.id, stop: typed },
      },
      mending,
    );
  };
  const now = new Date(performance.timeOrigin + performance.now()).toTimeString().slice(0, 5);
  return (
    <Page title="Log a stop" caption={operation.name} back>
      <Refusal mending={mending} />
      <CaptureForm
        initial={mending?.typed ?? { at: now }}
        problems={mending?.refusal?.problems}
        button="Keep it"
        onKeep={onKeep}
      >
        {(state) => (
          <>
            <Select
              {...asked(state, 'kind')}
              label="What was stopped"
              items={choose(day.choices.stopKinds)}
            />
            <Input {...asked(state, 'at')} label="Time" hint="Like 09:40" classes="govuk-input--width-5" />
            <Input {...asked(state, 'place')} label="Place" />
            <Input
              {...asked(state, 'vehicle')}
              label="Registration mark, of a vehicle"
              autocapitalize="characters"
            />
            <Checkboxes
              name="isLicenceChecked"
              values={tickedIn(state, 'isLicenceChecked')}
              items={[{ value: 'yes', children: 'The waste carrier’s registration was checked' }]}
            />
            <Select
              {...asked(state, 'result')}
              label="What came of it"
              items={choose(day.choices.stopResults)}
            />
            <Textarea {...asked(state, 'words')} label="What was said (optional)" rows={3} />
          </>
        )}
      </CaptureForm>
    </Page>
  );
}

export const Gone = ({ what }: { what: string }) => (
  <Page title="Not among today’s" back>
    <p class="govuk-body">{what} Take today along anew, or look at what waits.</p>
  </Page>
);
