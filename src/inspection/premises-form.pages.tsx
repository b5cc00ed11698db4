import { premisesKinds, riskRatings } from '../../reference/inspection.ts';
import {
  asked,
  Button,
  Checkboxes,
  Form,
  type FormState,
  HiddenFields,
  Input,
  LookUpBox,
  problemOf,
  Select,
  Textarea,
  tickedIn,
  toChoose,
} from '../platform/ui/index.ts';
import { optionsOf } from './premises.pages.tsx';
import type { Premises } from './premises.store.ts';

type State = FormState & { csrf: string };
const Common = (props: State) => (
  <>
    <Select {...asked(props, 'kind')} label="Kind" items={toChoose(optionsOf(premisesKinds))} />
    <Input
      {...asked(props, 'licenceNumber')}
      label="Number of the licence (optional)"
      classes="govuk-input--width-20"
    />
    <Select
      {...asked(props, 'risk')}
      label="Risk (optional for now)"
      hint="It decides how often they are inspected."
      items={[{ value: '', text: 'Not rated' }, ...optionsOf(riskRatings)]}
    />
  </>
);
/** Premises to be kept: the records of firm and place where there are any, else what they are. */
export const PremisesForm = (props: State) => (
  <>
    <h1 class="govuk-heading-l">Keep premises</h1>
    <Form action="/premises" csrfToken={props.csrf}>
      <Input {...asked(props, 'tradingName')} label="Name over the door" />
      <Common {...props} />
      <h2 class="govuk-heading-m">Who holds the licence</h2>
      <LookUpBox
        state={props}
        name="firmRecordId"
        of={['organisation']}
        label="Record of the firm, if there is one"
      />
      <Input {...asked(props, 'firmName')} label="Or the name of the firm or person" />
      <Input
        {...asked(props, 'companyNumber')}
        label="Company number (optional)"
        classes="govuk-input--width-10"
      />
      <h2 class="govuk-heading-m">Where</h2>
      <LookUpBox
        state={props}
        name="placeRecordId"
        of={['place']}
        label="Record of the place, if there is one"
      />
      <Input {...asked(props, 'address')} label="Or the address" />
      <Input {...asked(props, 'postcode')} label="Postcode" classes="govuk-input--width-10" />
      <Button>Save</Button>
    </Form>
  </>
);
/** Kind, licence and risk of premises that are kept. */
export const PremisesEditForm = (props: State & { premises: Premises }) => (
  <>
    <span class="govuk-caption-l">{props.premises.tradingName}</span>
    <h1 class="govuk-heading-l">Change the card</h1>
    <Form action={`/premises/${props.premises.id}/edit`} csrfToken={props.csrf}>
      <HiddenFields values={{ version: props.premises.version }} />
      <Common {...props} />
      <Textarea {...asked(props, 'reason')} label="Why it changes" rows={2} />
      <Button>Save</Button>
    </Form>
  </>
);
/** Agencies to be ticked. */
export const AgencyBoxes = (
  props: State & { agencies: readonly { id: string; name: string }[]; legend: string },
) => (
  <Checkboxes
    name="agencies"
    fieldset={{ legend: { children: props.legend, classes: 'govuk-fieldset__legend--s' } }}
    errorMessage={problemOf(props, 'agencies')}
    classes="govuk-checkboxes--small"
    values={tickedIn(props, 'agencies')}
    items={props.agencies.map(({ id, name }) => ({ value: id, children: name }))}
  />
);
