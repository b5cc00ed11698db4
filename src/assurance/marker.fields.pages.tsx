import {
  asked,
  type FormState,
  Input,
  Radios,
  Select,
  Textarea,
  toChoose,
  typedIn,
} from '../platform/ui/index.ts';
import { markerTypes, precautionRules } from './marker.rules.ts';
import { aboutWords, markerAbouts, toldStates, toldWords } from './marker.words.ts';

/** Whom or what: the same questions where a marker is set and where one is looked for. */
export const WhoFields = ({ state }: { state: FormState }) => (
  <>
    <Input {...asked(state, 'name')} label="Name" hint="Of the person, as it is written or said." />
    <Textarea
      {...asked(state, 'otherNames')}
      label="Other names"
      hint="Nicknames, former names, other spellings: each on a line of its own."
      rows={2}
    />
    <Input
      {...asked(state, 'dateOfBirth')}
      label="Date of birth"
      hint="Like 9/4/1981, if it is known."
      classes="govuk-input--width-10"
    />
    <Input {...asked(state, 'address')} label="Address" hint="House and street." />
    <Input {...asked(state, 'postcode')} label="Postcode" classes="govuk-input--width-10" />
    <Input {...asked(state, 'vehicle')} label="Registration mark" classes="govuk-input--width-10" />
  </>
);

/** Whether the person was told. */
export const ToldFields = ({ state, now }: { state: FormState; now?: string }) => (
  <>
    <Radios
      {...asked(state, 'told', now ?? '')}
      fieldset={{ legend: 'Were they told of the marker?' }}
      hint="It is their right, unless telling them makes a risk."
      classes="govuk-radios--small"
      items={toldStates.map((value) => ({ value, children: toldWords[value] }))}
    />
    <Input
      {...asked(state, 'toldOn')}
      label="When they were told"
      hint="Like 27/11/2026."
      classes="govuk-input--width-10"
    />
    <Input {...asked(state, 'toldWhy')} label="If they are not told: which risk it would make" />
  </>
);

/** What a marker says to whoever goes, and for whom it is. */
export const MarkerFields = ({ state, isElsewhere }: { state: FormState; isElsewhere: boolean }) => (
  <>
    <Radios
      {...asked(state, 'about', 'person')}
      fieldset={{ legend: 'What is it about?' }}
      classes="govuk-radios--small"
      items={markerAbouts.map((value) => ({ value, children: aboutWords[value] }))}
    />
    {typedIn(state, 'recordId') && <input type="hidden" name="recordId" value={typedIn(state, 'recordId')} />}
    <WhoFields state={state} />
    <Select
      {...asked(state, 'type')}
      label="Type"
      items={toChoose(markerTypes.map(({ code, words }) => ({ value: code, text: `${words} (${code})` })))}
    />
    <Select
      {...asked(state, 'precaution')}
      label="What whoever goes must do"
      items={toChoose(precautionRules.map(({ code, words }) => ({ value: code, text: words })))}
    />
    <Input
      {...asked(state, 'words')}
      label="In your own words"
      hint="An instruction, and never why. Left empty, the usual words of the precaution stand."
    />
    {isElsewhere ? null : (
      <Textarea
        {...asked(state, 'why')}
        label="Why"
        hint="What happened and when. Only those who keep your agency’s markers read it."
        rows={3}
      />
    )}
    <Input
      {...asked(state, 'evidence')}
      label="Where the evidence is held"
      hint={
        isElsewhere
          ? 'A reference on your own system. The detail is not copied here.'
          : 'A reference, such as a file and the day of a note; not the evidence itself.'
      }
    />
    <Input
      {...asked(state, 'reviewOn')}
      label="Review day"
      hint="Like 27/5/2027. From then on it is shown to nobody until you have reviewed it."
      classes="govuk-input--width-10"
    />
    <ToldFields state={state} now="to-tell" />
  </>
);
