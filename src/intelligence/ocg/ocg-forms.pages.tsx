import {
  groupRoles,
  harmCharacteristics,
  leastStep,
  mostStep,
  strands,
} from '../../../reference/organised-crime.ts';
import {
  asked,
  Button,
  Checkboxes,
  type Content,
  DayBoxes,
  Details,
  Form,
  type FormState,
  Input,
  isAgain,
  problemOf,
  Radios,
  Select,
  stateOf,
  Textarea,
  tickedIn,
  toChoose,
  VersionField,
} from '../../platform/ui/index.ts';
import type { Ocg } from './ocg.store.ts';
import { gradeCodes, gradeWords, type Said, saidCodes, saidWords } from './ocg.words.ts';

/** The boxes of a card, with what stands in them now. */
export const CardFields = ({ card, ...state }: FormState & { card?: Ocg }) => (
  <>
    <Input
      {...asked(state, 'name', card?.name)}
      label="Name"
      hint="A name of your own: nobody’s name, and no place’s"
      classes="govuk-input--width-20"
    />
    <Textarea {...asked(state, 'activities', card?.activities)} label="What it does" rows={3} />
    <Input {...asked(state, 'areaWords', card?.areaWords)} label="Where it works" />
    <Textarea
      {...asked(state, 'seriesWords', card?.seriesWords)}
      label="The series it is inferred from (optional)"
      hint="Where nobody in it is known: what is alike in the reports"
      rows={2}
    />
  </>
);

export interface OcgFormProps extends FormState {
  card: Ocg;
  csrf: string;
}

/** A form of the card under a line that opens it; open where it was answered and is to be changed. */
export const Part = (props: OcgFormProps & { part: string; summary: string; children: Content }) => (
  <Details summary={props.summary} open={isAgain(props, props.part)}>
    <Form action={`/intelligence/groups/${props.card.id}/${props.part}`} csrfToken={props.csrf}>
      {props.children}
    </Form>
  </Details>
);

export function ChangeForm(all: OcgFormProps) {
  const state = stateOf(all, 'card');
  return (
    <Part {...all} part="card" summary="Change what the card says">
      <VersionField version={all.card.version} />
      <CardFields {...state} card={all.card} />
      <Button>Keep the card</Button>
    </Part>
  );
}

const Step = ({
  name,
  label,
  now,
  ...state
}: FormState & { name: string; label: string; now?: number | undefined }) => (
  <Select
    {...asked(state, name, now === undefined ? '' : String(now))}
    label={label}
    items={toChoose(
      Array.from({ length: mostStep - leastStep + 1 }, (_, at) => ({
        value: String(leastStep + at),
        text: String(leastStep + at),
      })),
    )}
  />
);
const SaidField = (props: FormState & { name: string; label: string; now?: Said | undefined }) => (
  <Radios
    {...asked(props, props.name, props.now)}
    classes="govuk-radios--inline govuk-radios--small"
    fieldset={{ legend: { children: props.label, classes: 'govuk-fieldset__legend--s' } }}
    items={saidCodes.map((value) => ({ value, children: saidWords[value] }))}
  />
);

export function AssessForm(all: OcgFormProps) {
  const state = stateOf(all, 'assessments');
  const now = all.card.answers;
  return (
    <Part {...all} part="assessments" summary={now ? 'Assess it again' : 'Assess it'}>
      <VersionField version={all.card.version} />
      <Step {...state} name="intent" label="Intent, from 1 to 5" now={now?.intent} />
      <Step {...state} name="capability" label="Capability, from 1 to 5" now={now?.capability} />
      <Checkboxes
        name="harms"
        values={tickedIn(state, 'harms', now?.harms)}
        errorMessage={problemOf(state, 'harms')}
        fieldset={{
          legend: {
            children: 'Significant harm that it does or could do',
            classes: 'govuk-fieldset__legend--s',
          },
        }}
        items={harmCharacteristics.map(({ code, words }) => ({ value: code, children: words }))}
      />
      <SaidField {...state} name="isSerious" label="Is it serious crime?" now={now?.isSerious} />
      <SaidField {...state} name="isOrganised" label="Is it organised?" now={now?.isOrganised} />
      <SaidField {...state} name="isContinuing" label="Does it go on?" now={now?.isContinuing} />
      <Input
        {...asked(state, 'people', now ? String(now.people) : '')}
        label="People in it, known by name or not"
        classes="govuk-input--width-4"
        inputmode="numeric"
      />
      <Textarea
        {...asked(state, 'grounds')}
        label="What it rests on"
        hint="With the references of items"
        rows={4}
      />
      <Button>Keep the assessment</Button>
    </Part>
  );
}

const Strand = ({ id, ...state }: FormState & { id: string }) => (
  <Select
    {...asked(state, 'strand')}
    id={id}
    label="Strand"
    items={toChoose(strands.map(({ code, words, hint }) => ({ value: code, text: `${words}: ${hint}` })))}
  />
);

export function PlanForm(all: OcgFormProps) {
  const state = stateOf(all, 'plan');
  return (
    <Part {...all} part="plan" summary="Add to the plan">
      <Strand {...state} id="plan-strand" />
      <Textarea {...asked(state, 'words')} id="plan-words" label="What is to be done" rows={2} />
      <Input {...asked(state, 'ownerWords')} label="Who does it" hint="A service or a post" />
      <DayBoxes {...state} name="dueOn" legend="By when" />
      <Button>Add it</Button>
    </Part>
  );
}

export function DisruptionForm(all: OcgFormProps) {
  const state = stateOf(all, 'disruptions');
  return (
    <Part {...all} part="disruptions" summary="Record a disruption">
      <DayBoxes {...state} name="onDay" legend="When" />
      <Strand {...state} id="disruption-strand" />
      <Select
        {...asked(state, 'grade')}
        label="How much"
        items={toChoose(gradeCodes.map((value) => ({ value, text: gradeWords(value) })))}
      />
      <Textarea
        {...asked(state, 'words')}
        id="disruption-words"
        label="What was done, and by whom"
        rows={2}
      />
      <Textarea {...asked(state, 'evidence')} label="What shows it" rows={2} />
      <Button>Keep it</Button>
    </Part>
  );
}

export function ReviewForm(all: OcgFormProps) {
  const state = stateOf(all, 'reviews');
  return (
    <Part {...all} part="reviews" summary="Write down that you looked again">
      <Textarea
        {...asked(state, 'words')}
        id="review-words"
        label="What you looked at, and what you found"
        rows={3}
      />
      <DayBoxes {...state} name="reviewOn" legend="Look again by" hint="Six weeks from today at the latest" />
      <Button>Keep it</Button>
    </Part>
  );
}

/** Putting whoever a profile is about on a card. */
export const MemberPage = (
  props: FormState & {
    label: string;
    linkId: string;
    standsOn: readonly { id: string; name: string; reference: string; role: string }[];
    cards: readonly Ocg[];
    csrf: string;
  },
) => (
  <>
    <span class="govuk-caption-l">Organised crime groups</span>
    <h1 class="govuk-heading-l">{props.label}</h1>
    {props.standsOn.length > 0 && (
      <ul class="govuk-list govuk-list--bullet">
        {props.standsOn.map(({ id, name, reference, role }) => (
          <li>
            On{' '}
            <a class="govuk-link" href={`/intelligence/groups/${id}`}>
              {name}
            </a>{' '}
            ({reference}): {groupRoles.find(({ code }) => code === role)?.words.toLowerCase()}
          </li>
        ))}
      </ul>
    )}
    {props.cards.length === 0 ? (
      <p class="govuk-body">
        No card is in use.{' '}
        <a class="govuk-link" href="/intelligence/groups/new">
          Open a card
        </a>{' '}
        first, and come back here.
      </p>
    ) : (
      <Form action={`/intelligence/profiles/${props.linkId}/groups`} csrfToken={props.csrf}>
        <Select
          {...asked(props, 'ocgId')}
          label="Card"
          items={toChoose(
            props.cards.map(({ id, name, reference }) => ({ value: id, text: `${name} (${reference})` })),
          )}
        />
        <Radios
          {...asked(props, 'role')}
          fieldset={{
            legend: { children: 'What they are to the group', classes: 'govuk-fieldset__legend--s' },
          }}
          items={groupRoles.map(({ code, words }) => ({ value: code, children: words }))}
        />
        <Textarea {...asked(props, 'why')} label="What shows it" rows={3} />
        <Button>Put on the card</Button>
      </Form>
    )}
  </>
);
