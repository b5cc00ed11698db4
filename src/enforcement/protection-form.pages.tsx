import {
  asked,
  Button,
  Checkboxes,
  DayBoxes,
  FileUpload,
  Form,
  type FormState,
  HiddenFields,
  Input,
  isTicked,
  LookUpBox,
  problemOf,
  Radios,
  Select,
  Textarea,
  tickedIn,
  toChoose,
  typedIn,
  VersionField,
} from '../platform/ui/index.ts';
import { conductEvidenceKinds, evidenceKindWords } from './penalty.words.ts';
import type { Protection } from './protection.store.ts';
import {
  conductKinds,
  conductKindWords,
  requirementKinds,
  requirementKindWords,
  subjectKinds,
  subjectKindWords,
} from './protection.words.ts';

type State = FormState & { typed: Record<string, unknown>; csrf: string };

export const EvidenceForm = (props: State & { protectionId: string }) => (
  <Form action={`/protection/${props.protectionId}/evidence`} csrfToken={props.csrf} multipart>
    <DayBoxes {...props} name="happenedOn" legend="Day it happened" />
    <Select
      {...asked(props, 'kind')}
      id="evidence-kind"
      label="Kind"
      items={toChoose(conductEvidenceKinds.map((kind) => ({ value: kind, text: evidenceKindWords[kind] })))}
    />
    <Textarea {...asked(props, 'words')} id="evidence-words" label="What it shows" rows={2} />
    <FileUpload
      name="file"
      label="File, if there is one"
      hint="A photograph is a JPEG, PNG, WEBP or HEIC picture; it is shown without what the camera wrote. Any other file opens once it has been scanned. Up to 10 MB."
      errorMessage={problemOf(props, 'file')}
    />
    <Button classes="govuk-button--secondary">Add evidence</Button>
  </Form>
);

export const RequirementForm = (props: State & { file: Protection }) => (
  <Form action={`/protection/${props.file.id}/requirements`} csrfToken={props.csrf}>
    <VersionField version={props.file.version} />
    <Select
      {...asked(props, 'kind')}
      id="requirement-kind"
      label="They must"
      items={toChoose(requirementKinds.map((kind) => ({ value: kind, text: requirementKindWords[kind] })))}
    />
    <Textarea
      {...asked(props, 'words')}
      id="requirement-words"
      label="What"
      hint="As the letter should say it, like “burning waste in the garden”"
      rows={2}
    />
    <DayBoxes {...props} name="byDay" legend="Last day for it, if it has one of its own" />
    <Button classes="govuk-button--secondary">Add the requirement</Button>
  </Form>
);

export const ToldForm = (props: State & { file: Protection; now: string }) => (
  <Form action={`/protection/${props.file.id}/others-told`} csrfToken={props.csrf}>
    <VersionField version={props.file.version} />
    <Textarea
      {...asked(props, 'othersTold', props.now)}
      label="Whom did you tell before a notice, or why nobody?"
      hint="Landlord, other council, social worker: anybody it is right to inform (s.43(6))"
      rows={2}
    />
    <Button classes="govuk-button--secondary">Save whom you told</Button>
  </Form>
);

interface DraftProps extends State {
  action: string;
  /** Hidden values: the report or case it comes from, or the version being changed. */
  hidden: Record<string, string | number>;
}

const test = [
  {
    name: 'isDetrimental',
    words: 'It has a detrimental effect on the quality of life of those in the locality',
  },
  { name: 'isPersistent', words: 'The effect is persistent or continuing' },
  { name: 'isUnreasonable', words: 'The conduct is unreasonable' },
] as const;

const WhatTheyDo = (props: DraftProps) => (
  <>
    <h2 class="govuk-heading-m">The conduct</h2>
    <Checkboxes
      name="conductKinds"
      fieldset={{ legend: { children: 'What kind is it?', classes: 'govuk-fieldset__legend--s' } }}
      hint="These words stand in the published table. Choose one or more."
      errorMessage={problemOf(props, 'conductKinds')}
      values={tickedIn(props, 'conductKinds')}
      items={conductKinds.map((value) => ({
        value,
        children: conductKindWords[value],
      }))}
    />
    <Textarea
      {...asked(props, 'conduct')}
      label="What they do, or fail to do"
      hint="As the letter should say it to them, with days and times"
      rows={5}
    />
    <Input {...asked(props, 'placeWords')} label="Where it happens" />
    <Input
      {...asked(props, 'postcode')}
      label="Postcode of the place"
      hint="Leave empty to keep the place there is. It decides the district and the street."
      classes="govuk-input--width-10"
    />
    <h2 class="govuk-heading-m">What the law asks (s.43(1)): all three</h2>
    {test.map(({ name, words }) => (
      <Checkboxes name={name} items={[{ value: 'yes', children: words, checked: isTicked(props, name) }]} />
    ))}
    <h2 class="govuk-heading-m">Time to put it right</h2>
    <Input
      {...asked(props, 'complyDays', '14')}
      label="Days to put it right"
      hint="Counted from the day after the warning is served. Enough for what is asked."
      inputmode="numeric"
      classes="govuk-input--width-3"
    />
  </>
);

/** The form behind a draft. What is left out is told by the list of needs, not refused. */
export const DraftForm = (props: DraftProps) => (
  <Form action={props.action} csrfToken={props.csrf}>
    <HiddenFields values={props.hidden} />
    <h2 class="govuk-heading-m">Who</h2>
    <Radios
      name="kind"
      fieldset={{ legend: { children: 'Who is warned?', classes: 'govuk-fieldset__legend--s' } }}
      errorMessage={problemOf(props, 'kind')}
      value={typedIn(props, 'kind') || 'person'}
      items={subjectKinds.map((value) => ({ value, children: subjectKindWords[value] }))}
    />
    <Input {...asked(props, 'name')} label="Full name" autocomplete="off" />
    <Textarea
      {...asked(props, 'address')}
      label="Address for service"
      hint="Leave it out if it must stay hidden: the letter is then handed over"
      rows={3}
    />
    <DayBoxes {...props} name="bornOn" legend="Date of birth, if known" hint="A person must be 16 or over." />
    <Checkboxes
      name="isSixteen"
      items={[
        {
          value: 'yes',
          children: 'They are known to be 16 or over',
          checked: isTicked(props, 'isSixteen'),
        },
      ]}
    />
    <LookUpBox
      state={props}
      name="recordId"
      of={['person', 'organisation']}
      label="Record of this person or body, if there is one"
    />
    <WhatTheyDo {...props} />
    <Textarea
      {...asked(props, 'othersTold')}
      label="Whom did you tell, or why nobody?"
      hint="Needed before a notice; it can be written down later"
      rows={2}
    />
    <Button>Save the draft</Button>
  </Form>
);
