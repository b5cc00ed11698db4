import { type AssessmentFactor, factorsOn } from '../../reference/abandoned.ts';
import {
  asked,
  Button,
  DayBoxes,
  Form,
  type FormState,
  HiddenFields,
  Input,
  LookUpBox,
  problemOf,
  Radios,
  Select,
  Textarea,
  toChoose,
  typedIn,
  VersionField,
} from '../platform/ui/index.ts';
import type { AbandonedVehicle } from './abandoned.store.ts';
import {
  askedOfs,
  askedOfWords,
  factorAnswers,
  factorAnswerWords,
  keeperAnswers,
  keeperAnswerWords,
  standingLands,
  standingLandWords,
} from './abandoned.words.ts';
import type { FactorFound } from './abandoned-parts.store.ts';

type State = FormState & { csrf: string };

interface ReportProps extends State {
  action: string;
  /** Hidden values: the report and the case it comes from, or the version being changed. */
  hidden: Record<string, string | number>;
}

/** The report of a vehicle. What is left out is told by the list of needs, not refused. */
export const AbandonedReportForm = (props: ReportProps) => {
  const keeps = props.hidden.version === undefined ? '' : ' Leave it empty to keep the one there is.';
  return (
    <Form action={props.action} csrfToken={props.csrf}>
      <HiddenFields values={props.hidden} />
      <Input
        {...asked(props, 'mark')}
        label="Registration mark"
        hint="In any spelling: spaces do not matter. Leave it empty if there are no plates."
        classes="govuk-input--width-10"
        autocomplete="off"
      />
      <Input {...asked(props, 'make')} label="Make and model" hint="Like: Ford Fiesta" />
      <Input {...asked(props, 'colour')} label="Colour" classes="govuk-input--width-10" />
      <Radios
        name="landKind"
        fieldset={{
          legend: { children: 'What land does it stand on?', classes: 'govuk-fieldset__legend--s' },
        }}
        errorMessage={problemOf(props, 'landKind')}
        value={typedIn(props, 'landKind')}
        items={standingLands.map((value) => ({ value, children: standingLandWords[value] }))}
      />
      <Textarea
        {...asked(props, 'placeWords')}
        label="Where it stands"
        hint={`As the notice is to say it. For your agency alone; others read the district.${keeps}`}
        rows={2}
      />
      <Input
        {...asked(props, 'postcode')}
        label="A postcode near it"
        hint={`It decides the district.${keeps}`}
        classes="govuk-input--width-10"
      />
      <Input
        {...asked(props, 'lat')}
        label="Latitude, if you have the point"
        hint="In degrees, like 52.4051"
        classes="govuk-input--width-10"
        inputmode="decimal"
      />
      <Input
        {...asked(props, 'lon')}
        label="Longitude"
        hint="In degrees, like -1.5123"
        classes="govuk-input--width-10"
        inputmode="decimal"
      />
      <Input
        {...asked(props, 'occupierWords')}
        label="On private land, who occupies it"
        hint="The notice is served on them, and they may object."
      />
      <DayBoxes {...props} name="seenOn" legend="Day it was first seen" />
      <Button>Save</Button>
    </Form>
  );
};

const Factor = ({
  factor,
  now,
  ...props
}: State & { factor: AssessmentFactor; now: FactorFound | undefined }) => (
  <>
    <Radios
      name={`answer-${factor.code}`}
      classes="govuk-radios--small"
      fieldset={{ legend: { children: factor.question, classes: 'govuk-fieldset__legend--s' } }}
      hint={factor.decidesAlone ? factor.hint : `${factor.hint} Alone it does not make a vehicle abandoned.`}
      errorMessage={problemOf(props, `answer-${factor.code}`)}
      value={typedIn(props, `answer-${factor.code}`, now?.answer ?? '')}
      items={factorAnswers.map((value) => ({ value, children: factorAnswerWords[value] }))}
    />
    <Textarea
      {...asked(props, `words-${factor.code}`, now?.words ?? '')}
      label={
        <>
          What was found
          <span class="govuk-visually-hidden">: {factor.question}</span>
        </>
      }
      rows={2}
    />
  </>
);

/** The whole assessment; it can be saved part by part, and again while the vehicle stands there. */
export const AssessmentForm = (
  props: State & { file: AbandonedVehicle; found: readonly FactorFound[]; today: string },
) => (
  <Form action={`/abandoned-vehicles/${props.file.id}/assessment`} csrfToken={props.csrf}>
    <VersionField version={props.file.version} />
    {factorsOn(props.today).map((factor) => (
      <Factor {...props} factor={factor} now={props.found.find((one) => one.factor === factor.code)} />
    ))}
    <Button>Save the assessment</Button>
  </Form>
);

/** What somebody asked about the keeper, and was told. */
export const EnquiryForm = (props: State & { file: AbandonedVehicle }) => (
  <Form action={`/abandoned-vehicles/${props.file.id}/enquiries`} csrfToken={props.csrf}>
    <VersionField version={props.file.version} />
    <p class="govuk-body">
      Nothing is asked by itself: ask by the way your agency has, then write down what you were told. The
      keeper is read by caseworkers of your agency alone.
    </p>
    <Select
      {...asked(props, 'askedOf')}
      label="Whom you asked"
      items={toChoose(askedOfs.map((value) => ({ value, text: askedOfWords[value] })))}
    />
    <DayBoxes {...props} name="askedOn" legend="Day you asked" />
    <Input {...asked(props, 'enquiryReason')} label="Why you asked" />
    <Select
      {...asked(props, 'answer')}
      label="What the answer was"
      items={toChoose(keeperAnswers.map((value) => ({ value, text: keeperAnswerWords[value] })))}
    />
    <Input {...asked(props, 'answerWords')} label="What else was said" hint="No address here." />
    <Input {...asked(props, 'keeperName')} label="Name of the keeper" autocomplete="off" />
    <Input
      {...asked(props, 'keeperAddress')}
      label="Address of the keeper"
      hint="Leave it out where it must stay hidden."
      autocomplete="off"
    />
    <LookUpBox
      state={props}
      name="recordId"
      of={['person', 'organisation']}
      label="The keeper’s record, if we hold one"
    />
    <Button classes="govuk-button--secondary">Record the enquiry</Button>
  </Form>
);
