import {
  asked,
  Button,
  Checkboxes,
  Form,
  type FormState,
  HiddenFields,
  Input,
  isTicked,
  problemOf,
  Radios,
  Select,
  Textarea,
  toChoose,
  typedIn,
} from '../platform/ui/index.ts';
import { pspoKinds, pspoKindWords } from './pspo.words.ts';

interface FormProps extends FormState {
  typed: Record<string, unknown>;
  csrf: string;
  action: string;
  /** The version being changed. */
  hidden: Record<string, string | number>;
  areas: readonly { code: string; name: string }[];
}
const Lines = (props: FormProps & { name: string; label: string; hint?: string }) => {
  const given = props.typed[props.name];
  const typed = { ...props.typed, ...(Array.isArray(given) ? { [props.name]: given.join('\n') } : {}) };
  return (
    <Textarea
      {...asked({ ...props, typed }, props.name)}
      label={props.label}
      hint={props.hint ?? 'Each on a line of its own'}
      rows={4}
    />
  );
};
const Tick = (props: FormProps & { name: string; label: string }) => (
  <Checkboxes
    name={props.name}
    errorMessage={problemOf(props, props.name)}
    items={[{ value: 'yes', children: props.label, checked: isTicked(props, props.name) }]}
  />
);

/** The proposal of an order: where, and what it is to say. */
export const ProposalForm = (props: FormProps) => (
  <Form action={props.action} csrfToken={props.csrf}>
    <HiddenFields values={props.hidden} />
    <Radios
      name="kind"
      fieldset={{ legend: { children: 'Which order is it?', classes: 'govuk-fieldset__legend--s' } }}
      errorMessage={problemOf(props, 'kind')}
      value={typedIn(props, 'kind')}
      items={pspoKinds.map((value) => ({ value, children: pspoKindWords[value] }))}
    />
    <Input {...asked(props, 'title')} label="Title" hint="The place by which people know it" />
    <h2 class="govuk-heading-m">The area</h2>
    <Textarea {...asked(props, 'areaWords')} label="The area in words, as the order is to say it" rows={2} />
    <Select
      {...asked(props, 'areaCode')}
      label="A ward, or the whole district"
      hint="Its outline as it stands today is kept. Leave it empty to draw the area by its corners."
      items={toChoose(props.areas.map(({ code, name }) => ({ value: code, text: name })))}
    />
    <Textarea
      {...asked(props, 'corners')}
      label="Or the corners of the area"
      hint={
        props.hidden.version === undefined
          ? 'Longitude and latitude, a corner on each line, like -1.234, 51.678'
          : 'Longitude and latitude, a corner on each line. Leave both empty to keep the area there is.'
      }
      rows={5}
    />
    <h2 class="govuk-heading-m">What it is to say</h2>
    <Lines {...props} name="prohibitions" label="What is prohibited" />
    <Lines {...props} name="requirements" label="What is required" />
    <Lines {...props} name="exemptions" label="Who is exempt, and when" />
    <Lines
      {...props}
      name="signs"
      label="Where signs are to stand"
      hint="For the check of signs: a place on each line"
    />
    <Tick {...props} name="isAlcohol" label="It prohibits drinking alcohol" />
    <h2 class="govuk-heading-m">Rights of way</h2>
    <Tick {...props} name="isRightOfWay" label="It restricts a public right of way" />
    <Tick {...props} name="isClassifiedRoad" label="The way is a trunk or classified road" />
    <Tick {...props} name="isOnlyAccess" label="The way is the only one to somebody’s home" />
    <Button>Save</Button>
  </Form>
);
